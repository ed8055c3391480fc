import { type ComputerState, SHORTEST_IDLE_MS } from '@/lib/agent/idle';
import type { Clock } from '@/lib/daktela/clock';

/** @returns whether anybody has been at the computer for so long; null where the browser does not tell */
export type AskComputer = (forMs: number) => Promise<ComputerState | null>;

export interface ComputerWatch {
  /** To be called just before we change something in the browser's own window. */
  stirred(): void;
  /**
   * @param idleAfterMs without a key or a movement for so long it is idle
   * @returns null where the browser does not tell, or not yet
   */
  computer(idleAfterMs: number): Promise<ComputerState | null>;
}

/** So long after a change the window may still be drawn anew. */
const SETTLE_MS = 2_000;
/** Who was seen by nobody for longer may have been there. */
const LONGEST_GAP_MS = 20_000;

/**
 * Whether anybody is at the computer, in a browser that takes a change of its own window for a person:
 * Firefox counts anew from each badge that comes or goes, and so would find the agent back in the very
 * moment in which the badge says that they have left. So it is asked for times between our own changes,
 * and what lies around one of them says nothing.
 */
export function createComputerWatch(ask: AskComputer, clock: Clock): ComputerWatch {
  let stirredAtMs = clock.now();
  let knownUntilMs = stirredAtMs;
  let absentSinceMs: number | null = null;
  /** Null before the first certain answer. */
  let certain: ComputerState | null = null;

  /** For how long nobody has been there by now; 0 when somebody was, or when it cannot be told. */
  async function absentForMs(): Promise<number> {
    const nowMs = clock.now();
    const quietFromMs = stirredAtMs + SETTLE_MS;
    const fromMs = Math.max(knownUntilMs, quietFromMs);
    const forMs = Math.max(SHORTEST_IDLE_MS, nowMs - fromMs);
    const gapMs = fromMs - knownUntilMs;
    const said = await ask(forMs);
    if (said === 'active' && nowMs - forMs >= quietFromMs) {
      knownUntilMs = nowMs;
      absentSinceMs = null;
      certain = 'active';
    }
    if (said !== 'idle') return 0;
    knownUntilMs = nowMs;
    if (absentSinceMs === null || gapMs > LONGEST_GAP_MS) absentSinceMs = nowMs - forMs;
    return clock.now() - absentSinceMs;
  }

  return {
    stirred() {
      // What was before the change can only be told before it.
      void absentForMs();
      stirredAtMs = clock.now();
    },
    async computer(idleAfterMs) {
      const said = await ask(idleAfterMs);
      if (said === null) return null;
      if (said === 'active') {
        if ((await absentForMs()) >= idleAfterMs) certain = 'idle';
      } else {
        knownUntilMs = clock.now();
        certain = said;
      }
      return certain;
    },
  };
}
