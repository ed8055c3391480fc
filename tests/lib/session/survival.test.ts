import { afterAll, describe, expect, it } from 'vitest';
import { FIRST_ROUND_AFTER_MS, ROUND_MS } from '@/lib/pull/retry-time';
import { deskOf } from '../../support/session-world';
import { delaysOf, type ShiftPlan, workAShift } from '../../support/shift';

const figures: string[] = [];

async function work(plan: ShiftPlan) {
  const shift = await workAShift(plan);
  const { shown, medianMs, longestMs } = delaysOf(shift.rings);
  const long = shift.rings.filter(({ rangForMs }) => rangForMs >= 31_000);
  figures.push(
    `seed ${plan.seed}: ${shift.kills} kills, ${shift.rings.length} rings (${long.length} of 31 s ` +
      `or more, ${long.filter(({ kills }) => kills > 0).length} of these met a kill), ${shown} ` +
      `shown after ${medianMs} ms (median) and ${longestMs} ms (longest), ` +
      `${shift.commands} commands of ${shift.intents} intents, ${plan.troubles} troubles`,
  );
  return shift;
}

/**
 * Rings that lasted long enough for the alarm and did not reach the badge while they rang. Each
 * kill costs one alarm, so a ring that met two of them is owed to the badge after two.
 */
function missed({ rings }: Awaited<ReturnType<typeof work>>, revivalMs: number) {
  return rings.filter(
    ({ rangForMs, kills, inTime }) => rangForMs >= revivalMs * Math.max(1, kills) && !inTime,
  );
}

afterAll(() => {
  console.info(figures.join('\n'));
});

describe.each([1, 20_260_112, 4_711, 98_765])('an hour with 50 worker kills (seed %i)', (seed) => {
  it('shows every call that rings for 31 s, sends nothing twice and ends in the truth', async () => {
    const shift = await work({ seed, kills: 50, troubles: 0 });
    expect(shift.kills).toBe(50);
    expect(missed(shift, 31_000)).toEqual([]);
    expect(shift.repeated).toEqual([]);
    expect(shift.leftOpen).toEqual([]);
    expect(shift.bench.polls.most).toBe(1);
    expect(deskOf(shift.bench.state)).toEqual(await shift.bench.truth());
  });
});

/**
 * A held poll that is cut waits up to 26 s, and 25 s more where the server fails once more then: no
 * agent can tell a trouble of its own from a restart that all agents have met, and these may come
 * back at 5 % a second at most. A kill adds nothing, since the next life asks at once.
 */
const TWO_WAITS_MS = FIRST_ROUND_AFTER_MS + 2 * ROUND_MS + 1_000;

describe.each([7, 333, 271_828])('an hour with 50 kills and 36 troubles (seed %i)', (seed) => {
  it('loses no call that rings for 52 s, sends nothing twice and ends in the truth', async () => {
    const shift = await work({ seed, kills: 50, troubles: 36 });
    expect(shift.bench.state.signIn.phase).toBe('signedIn');
    expect(missed(shift, TWO_WAITS_MS)).toEqual([]);
    expect(shift.repeated).toEqual([]);
    expect(shift.leftOpen).toEqual([]);
    expect(shift.bench.polls.most).toBe(1);
    expect(deskOf(shift.bench.state)).toEqual(await shift.bench.truth());
  });
});

it('an hour without kills shows every call at once', async () => {
  const shift = await work({ seed: 5, kills: 0, troubles: 0 });
  expect([shift.lives, shift.leftOpen]).toEqual([1, []]);
  expect(delaysOf(shift.rings)).toMatchObject({ shown: shift.rings.length, longestMs: 0 });
});
