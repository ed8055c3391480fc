import { describe, expect, it } from 'vitest';
import { type CampaignLog, type Ring, tally } from './tally';

const LOOK_EVERY_MS = 100;
const UNTIL_MS = 20_000;

function aRing(overrides: Partial<Ring> = {}): Ring {
  const ring = {
    activity: 'a',
    reach: 'own',
    type: 'CALL',
    fromMs: 5_000,
    untilMs: 8_000,
  } as const;
  return { ...ring, overMs: overrides.untilMs ?? ring.untilMs, ...overrides };
}

/** A browser that shows `ring:a` in these spans. */
function aLog(spans: readonly [number, number][], changes: Partial<CampaignLog> = {}): CampaignLog {
  const looks = [];
  for (let atMs = 0; atMs < UNTIL_MS; atMs += LOOK_EVERY_MS) {
    const isShown = spans.some(([from, until]) => from <= atMs && atMs < until);
    const shown = isShown ? { notes: ['ring:a'], badge: '1' } : { notes: [], badge: '' };
    looks.push({ atMs, shown: [], ...shown });
  }
  const openings = [{ activity: 'a', atMs: 5_100 }];
  return { rings: [aRing()], aways: [], looks, listenings: [], openings, ...changes };
}

const away = (kind: 'kill' | 'drop' | 'sleep', fromMs: number, untilMs: number) => ({
  kind,
  fromMs,
  untilMs,
});

describe('a notification', () => {
  it('that came and went with its call is as it should be', () => {
    const { notifications, badge } = tally(aLog([[5_100, 8_100]]));
    expect(notifications).toMatchObject({ rings: 1, owed: 1, once: 1 });
    expect(notifications).toMatchObject({ startedAfterMs: [100], endedAfterMs: [100] });
    expect(notifications).toMatchObject({ missed: [], twice: [], old: [], endedLate: [] });
    expect(badge.looks).toBeGreaterThan(0);
    expect(badge.wrong).toEqual([]);
  });

  it('that did not come for an owed ring is missed', () => {
    const { notifications, badge } = tally(aLog([]));
    expect(notifications.missed).toHaveLength(1);
    expect(badge.wrong).not.toEqual([]);
  });

  it.each([
    ['was too short', { rings: [aRing({ untilMs: 5_400 })] }],
    ['fell into a time away', { aways: [away('kill', 4_000, 7_500)] }],
    ['was cut in pieces', { aways: [away('drop', 5_500, 6_500), away('sleep', 7_000, 7_600)] }],
  ])('is not owed to a ring that %s', (_, changes) => {
    expect(tally(aLog([], changes)).notifications).toMatchObject({ owed: 0, missed: [] });
  });

  it('that came again is counted twice, and once more by what the browser says itself', () => {
    const again = aLog([
      [5_100, 6_000],
      [7_000, 8_000],
    ]);
    expect(tally(again).notifications.twice).toHaveLength(1);
    const once = aLog([[5_100, 8_100]]);
    const looks = once.looks.map((look) =>
      look.atMs === 5_200 ? { ...look, shown: ['ring:a', 'ring:a'] } : look,
    );
    expect(tally({ ...once, looks }).notifications.twice).toHaveLength(1);
  });

  it('that came long after the end is of an old call, beside one a browser finds as it wakes', () => {
    const late = aLog([[9_500, 9_600]]);
    expect(tally(late).notifications.old).toHaveLength(1);
    const { old, oldAfterSleep } = tally({
      ...late,
      aways: [away('sleep', 5_100, 9_000)],
    }).notifications;
    expect([old.length, oldAfterSleep.length]).toEqual([0, 1]);
  });

  it.each([
    ['late when it stays', [], 1],
    ['in time when nobody could tell before', [away('kill', 8_050, 10_000)], 0],
  ] as const)('has ended %s', (_, aways, late) => {
    const { endedLate } = tally(aLog([[5_100, 10_500]], { aways })).notifications;
    expect(endedLate).toHaveLength(late);
  });

  it('that never went has ended late', () => {
    expect(tally(aLog([[5_100, UNTIL_MS]])).notifications.endedLate).toHaveLength(1);
  });
});

describe('the tone', () => {
  const heard = (atMs: number, sounds: boolean) => ({ askedMs: atMs - 50, atMs, sounds });

  it('is wrong when it is silent long into a ring or sounds long after it', () => {
    const listenings = [heard(7_500, false), heard(12_000, true), heard(13_000, false)];
    const { tone } = tally(aLog([], { listenings }));
    expect(tone.looks).toBe(3);
    expect(tone.wrong.map(({ atMs }) => atMs)).toEqual([7_500, 12_000]);
  });

  it('is not asked of a moment in which it may just begin or end', () => {
    const listenings = [heard(5_500, false), heard(8_500, true)];
    expect(tally(aLog([], { listenings })).tone.looks).toBe(0);
  });
});

describe('the page of a caller', () => {
  it.each([
    ['was opened once', [5_200], { once: 1, twice: 0, old: 0, missed: 0 }],
    ['was opened twice', [5_200, 6_000], { once: 0, twice: 1, old: 0, missed: 0 }],
    ['was opened for an old call', [9_500], { once: 1, twice: 0, old: 1, missed: 0 }],
    ['was not opened', [], { once: 0, twice: 0, old: 0, missed: 1 }],
  ])('%s', (_, times, expected) => {
    const openings = times.map((atMs) => ({ activity: 'a', atMs }));
    const { once, twice, old, missed } = tally(aLog([], { openings })).pages;
    const counted = { once, twice: twice.length, old: old.length, missed: missed.length };
    expect(counted).toEqual(expected);
  });

  it('may be lost with the worker', () => {
    const { pages } = tally(aLog([], { openings: [], aways: [away('kill', 6_500, 6_600)] }));
    expect(pages).toMatchObject({ missed: [], lostWithWorker: 1 });
  });
});
