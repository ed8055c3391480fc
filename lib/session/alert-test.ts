import { ringingActivities } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import { testSettings, withTestRing } from '@/lib/agent/test-ring';
import type { Clock } from '@/lib/daktela/clock';
import type { Translate } from '@/lib/i18n/translate';
import type { AlertSettings, Rung } from '@/lib/settings/alerts';

/**
 * A call that rings in this browser only, by the very way of a real one. It lives no longer than
 * this background, nor than whoever has asked for it.
 */
export function createAlertTest(clock: Clock) {
  let test: { rungs: readonly Rung[]; sinceMs: number; stop: () => void } | null = null;
  return {
    /** @param stop called when something real rings, which ends the test */
    start(rungs: readonly Rung[], stop: () => void): void {
      test = { rungs, sinceMs: clock.now(), stop };
    },
    end(): void {
      test = null;
    },
    /** The state as it is to be alerted. */
    seen(state: AgentState, t: Translate): AgentState {
      if (test === null) return state;
      if (ringingActivities(state).length > 0) {
        test.stop();
        test = null;
        return state;
      }
      return withTestRing(state, test.sinceMs, clock.now(), t);
    },
    settings(chosen: AlertSettings): AlertSettings {
      return test === null ? chosen : testSettings(chosen, test.rungs);
    },
  };
}
