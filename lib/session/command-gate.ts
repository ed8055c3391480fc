import type { Clock } from '@/lib/daktela/clock';
import type { Failure } from '@/lib/daktela/failure';

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: Failure };

/** Pull data that stays silent for this long about a command holds nobody up any longer. */
const TRUTH_WITHIN_MS = 3_000;

/**
 * Lets a command through once: while it is on its way, and then until pull data has shown what has
 * become of it. The same click in another window meanwhile gets the answer to the first.
 */
export function createCommandGate(clock: Clock) {
  const going = new Map<string, Promise<Outcome>>();
  const settled = new Set<string>();

  function open(key: string): void {
    going.delete(key);
    settled.delete(key);
  }

  return {
    /**
     * @param isShown whether pull data has come since the given moment, in epoch milliseconds
     * @param isDone whether pull data says that there is nothing left to do
     */
    pass(
      key: string,
      send: () => Promise<Outcome>,
      isShown: (sinceMs: number) => boolean,
      isDone: () => boolean,
    ): Promise<Outcome> {
      const first = going.get(key);
      if (first) return first;
      // While another command is on its way, pull data still tells of the time before it.
      if (going.size === 0 && isDone()) return Promise.resolve({ ok: true });
      const sinceMs = clock.now();
      const outcome = send().then((answer) => {
        if (!answer.ok || isShown(sinceMs)) {
          open(key);
          return answer;
        }
        settled.add(key);
        clock.setTimeout(() => {
          if (going.get(key) === outcome) open(key);
        }, TRUTH_WITHIN_MS);
        return answer;
      });
      going.set(key, outcome);
      return outcome;
    },

    /** Pull data has brought something new. */
    shown(): void {
      for (const key of settled) open(key);
    },
  };
}
