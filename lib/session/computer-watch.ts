import type { ComputerState } from '@/lib/agent/idle';
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

/** Browsers answer for no shorter time. */
const SHORTEST_MS = 15_000;
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
  let isHere: boolean | null = null;

  /** True when nobody was there of late, false when somebody was, null when it cannot be told. */
  async function isAbsent(): Promise<boolean | null> {
    const nowMs = clock.now();
    const quietFromMs = stirredAtMs + SETTLE_MS;
    const fromMs = Math.max(knownUntilMs, quietFromMs);
    const forMs = Math.max(SHORTEST_MS, nowMs - fromMs);
    const gapMs = fromMs - knownUntilMs;
    const said = await ask(forMs);
    if (said !== 'active' && said !== 'idle') return null;
    if (said === 'active' && nowMs - forMs < quietFromMs) return null;
    knownUntilMs = nowMs;
    if (said === 'active') {
      isHere = true;
      absentSinceMs = null;
      return false;
    }
    if (absentSinceMs === null || gapMs > LONGEST_GAP_MS) absentSinceMs = nowMs - forMs;
    return true;
  }

  return {
    stirred() {
      // What was before the change can only be told before it.
      void isAbsent();
      stirredAtMs = clock.now();
    },
    async computer(idleAfterMs) {
      const said = await ask(idleAfterMs);
      if (said !== 'active') {
        if (said === null) return null;
        knownUntilMs = clock.now();
        isHere = false;
        return said;
      }
      const absent = await isAbsent();
      const absentMs = absent && absentSinceMs !== null ? clock.now() - absentSinceMs : 0;
      if (absentMs >= idleAfterMs) isHere = false;
      if (isHere === null) return null;
      return isHere ? 'active' : 'idle';
    },
  };
}
