import { describe, expect, it } from 'vitest';
import {
  learnedRingTimeMs,
  ringTimeOf,
  type UnansweredRings,
  withUnanswered,
} from '@/lib/agent/ring-time';
import { anActivity, anActivityQueue, aState, NOW_MS } from '../../support/builders';

const call = (name: string, queue = '3001') =>
  anActivity({
    name,
    waitingSinceMs: NOW_MS,
    queue: anActivityQueue({ name: queue }),
  });

/** A call that rang for so long and then went away. */
function rang(rings: UnansweredRings, lastedMs: number, queue?: string): UnansweredRings {
  const ringing = aState({ activities: [call(`a${lastedMs}`, queue)] });
  const gone = aState({ activities: [], pulledAtMs: NOW_MS + lastedMs });
  return withUnanswered(rings, ringing, gone);
}

describe('the ring time of a queue', () => {
  it.each([
    ['three alike', [20_000, 20_400, 19_800], 20_000],
    ['three alike among others', [3_000, 20_000, 11_000, 20_400, 19_900, 7_000], 20_000],
    ['the longer of two', [5_000, 5_100, 5_200, 20_000, 20_100, 20_200], 20_100],
  ])('is learned from %s', (_, lasted, learned) => {
    const rings = lasted.reduce((sum, ms) => rang(sum, ms), {} as UnansweredRings);
    expect(learnedRingTimeMs(rings, '3001')).toBe(learned);
  });

  it.each([
    ['nothing', []],
    ['two rings', [20_000, 20_000]],
    ['callers who gave up when they liked', [2_000, 5_000, 9_000, 14_000, 30_000]],
  ])('is not made up from %s', (_, lasted) => {
    const rings = lasted.reduce((sum, ms) => rang(sum, ms), {} as UnansweredRings);
    expect(learnedRingTimeMs(rings, '3001')).toBeNull();
  });

  it('is learned anew when the queue is set to another', () => {
    const lasted = [10_000, 10_000, 10_000, 20_000, 20_000, 20_000, 5_000, 5_000, 5_000, 5_000];
    const rings = lasted.reduce((sum, ms) => rang(sum, ms), {} as UnansweredRings);
    expect(learnedRingTimeMs(rings, '3001')).toBe(5_000);
  });

  it('is not learned from a call that was taken', () => {
    const ringing = aState({ activities: [call('a')] });
    const taken = aState({
      activities: [{ ...call('a'), action: 'OPEN', openedAtMs: NOW_MS }],
      pulledAtMs: NOW_MS + 20_000,
    });
    expect(withUnanswered({}, ringing, taken)).toEqual({});
  });

  it('keeps a bounded number of rings of a bounded number of queues', () => {
    let rings: UnansweredRings = {};
    for (let queue = 0; queue < 200; queue += 1) {
      for (let ring = 0; ring < 10; ring += 1) rings = rang(rings, 1_000 + ring, String(queue));
    }
    expect(Object.keys(rings)).toHaveLength(40);
    expect(Object.values(rings).every(({ length }) => length === 6)).toBe(true);
    expect(rings).toHaveProperty('199');
  });
});

describe('a ringing call', () => {
  const learned = { 3001: [20_000, 20_000, 20_000] };

  it('has rung since it began, and no time left where nobody knows', () => {
    expect(ringTimeOf(call('a'), {}, NOW_MS + 7_000)).toEqual({
      ringingMs: 7_000,
      limitMs: null,
      leftMs: null,
    });
  });

  it('has the time left that was learned', () => {
    expect(ringTimeOf(call('a'), learned, NOW_MS + 7_000)?.leftMs).toBe(13_000);
  });

  it('has the time left that its queue tells, whatever was learned', () => {
    const told = { ...call('a'), queue: anActivityQueue({ ringTimeMs: 30_000 }) };
    expect(ringTimeOf(told, learned, NOW_MS + 7_000)?.leftMs).toBe(23_000);
  });

  it('never has less than nothing left, and has not rung before it began', () => {
    expect(ringTimeOf(call('a'), learned, NOW_MS + 60_000)?.leftMs).toBe(0);
    expect(ringTimeOf(call('a'), learned, NOW_MS - 60_000)?.ringingMs).toBe(0);
  });

  it('that was taken rings no more', () => {
    expect(ringTimeOf({ ...call('a'), action: 'OPEN' }, learned, NOW_MS)).toBeNull();
  });
});
