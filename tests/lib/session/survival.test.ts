import { afterAll, describe, expect, it } from 'vitest';
import { deskOf } from '../../support/session-world';
import { delaysOf, type ShiftPlan, workAShift } from '../../support/shift';

/** A worker that was killed is woken within it. */
const ALARM_MS = 31_000;

const figures: string[] = [];

async function work(plan: ShiftPlan) {
  const shift = await workAShift(plan);
  const { shown, medianMs, longestMs } = delaysOf(shift.rings);
  const long = shift.rings.filter(({ rangForMs }) => rangForMs >= ALARM_MS);
  const lost = shift.rings.filter(({ rangForMs, inTime }) => rangForMs >= 41_000 && !inTime);
  figures.push(
    `seed ${plan.seed}: ${shift.kills} kills, ${shift.rings.length} rings (${long.length} of 31 s ` +
      `or more, ${long.filter(({ kills }) => kills > 0).length} of these met a kill), ${shown} ` +
      `shown after ${medianMs} ms (median) and ${longestMs} ms (longest), ${lost.length} of 41 s or ` +
      `more not shown, ` +
      `${shift.commands} commands of ${shift.intents} intents, ${plan.troubles} troubles`,
  );
  return shift;
}

/**
 * Rings that are owed to the badge and did not reach it while they rang. Each kill costs one alarm.
 * Of troubles those of a poll just sent cost a second. One that cuts a held poll, or goes on, costs a
 * wait of up to 26 s, and 25 s more if the server fails at its end too: no agent can tell that from a
 * restart that all have met, and of all no more than 5 % may come back in a second.
 */
function missed({ rings }: Awaited<ReturnType<typeof work>>) {
  return rings.filter(
    ({ rangForMs, kills, waitedMs, inTime }) =>
      rangForMs >= ALARM_MS * Math.max(1, kills) + waitedMs && !inTime,
  );
}

afterAll(() => {
  console.info(figures.join('\n'));
});

describe.each([1, 20_260_112, 4_711, 98_765])('an hour with 50 worker kills (seed %i)', (seed) => {
  it('shows every call that rings for 31 s, sends nothing twice and ends in the truth', async () => {
    const shift = await work({ seed, kills: 50, troubles: 0 });
    expect(shift.kills).toBe(50);
    expect(missed(shift)).toEqual([]);
    expect(shift.repeated).toEqual([]);
    expect(shift.leftOpen).toEqual([]);
    expect(shift.bench.polls.most).toBe(1);
    expect(deskOf(shift.bench.state)).toEqual(await shift.bench.truth());
  });
});

describe.each([7, 333, 271_828])('an hour with 50 kills and 36 troubles (seed %i)', (seed) => {
  it('loses no call that rings for 31 s beside the waits for its turn, sends nothing twice and ends in the truth', async () => {
    const shift = await work({ seed, kills: 50, troubles: 36 });
    expect(shift.bench.state.signIn.phase).toBe('signedIn');
    expect(missed(shift)).toEqual([]);
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
