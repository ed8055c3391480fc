// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anySteps, anyStyle, makeMove } from '../../support/pull-moves';
import { createSessionWorld, deskOf } from '../../support/session-world';

/** Longer than the worst wait of the loop and the alarm that brings back a killed worker. */
const UNTIL_QUIET_MS = 70_000;

it('the desk ends as a fresh full pull would show it, whatever the replies were and whoever was killed', async () => {
  await fc.assert(
    fc.asyncProperty(anyStyle, anySteps, async (switches, steps) => {
      const bench = createSessionWorld({
        switches: { loginReply: 'object', rotateRefreshToken: false, ...switches },
      });
      await bench.signIn();
      for (const { move, thenWaitMs } of steps) {
        makeMove(bench, move);
        await bench.advance(thenWaitMs);
      }
      bench.faults.clear();
      await bench.advance(UNTIL_QUIET_MS);
      expect(bench.state.signIn.phase).toBe('signedIn');
      expect(deskOf(bench.state)).toEqual(await bench.truth());
    }),
    { numRuns: 400 },
  );
});
