import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '@/lib/daktela/clock';

/** A clock that moves only when told to. Tested code and simulator share it. */
export interface TestClock extends Clock {
  /** Moves time forward timer by timer; everything a timer sets going is finished before the next. */
  advance(ms: number): Promise<void>;
  /** Lets everything happen that needs no time. */
  settle(): Promise<void>;
  /** Tells `settle` that something has just happened, so that it looks on. */
  moved(): void;
  /** How many timers are still to fire. */
  readonly pending: number;
}

interface Timer {
  readonly dueAtMs: number;
  readonly callback: () => void;
}

/** A request goes through a few turns of the event loop before it shows; nothing takes more. */
const QUIET_TURNS = 6;

const MONDAY_MORNING_MS = Date.UTC(2026, 0, 12, 8, 0, 0);

export function createTestClock(startMs = MONDAY_MORNING_MS): TestClock {
  let nowMs = startMs;
  let moves = 0;
  const timers = new Set<Timer>();

  function nextDue(untilMs: number): Timer | null {
    let next: Timer | null = null;
    for (const timer of timers) {
      if (timer.dueAtMs <= untilMs && (next === null || timer.dueAtMs < next.dueAtMs)) next = timer;
    }
    return next;
  }

  async function settle(): Promise<void> {
    for (let quietTurns = 0; quietTurns < QUIET_TURNS; ) {
      const seen = moves;
      await nextTurn();
      quietTurns = moves === seen ? quietTurns + 1 : 0;
    }
  }

  return {
    now: () => nowMs,
    setTimeout(callback, delayMs) {
      moves += 1;
      const timer: Timer = { dueAtMs: nowMs + delayMs, callback };
      timers.add(timer);
      return timer;
    },
    clearTimeout(handle) {
      moves += 1;
      timers.delete(handle as Timer);
    },
    async advance(ms) {
      const untilMs = nowMs + ms;
      await settle();
      for (let timer = nextDue(untilMs); timer; timer = nextDue(untilMs)) {
        timers.delete(timer);
        nowMs = Math.max(nowMs, timer.dueAtMs);
        timer.callback();
        await settle();
      }
      nowMs = untilMs;
    },
    settle,
    moved() {
      moves += 1;
    },
    get pending() {
      return timers.size;
    },
  };
}
