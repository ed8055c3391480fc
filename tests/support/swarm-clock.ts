import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '@/lib/daktela/clock';

interface Timer {
  readonly dueAtMs: number;
  callback: (() => void) | null;
}

/** A clock for thousands: a heap of timers, and one turn of the event loop for each moment of time. */
export interface SwarmClock extends Clock {
  /** Moves time forward; all that needs no time is finished before the next timer fires. */
  runUntil(untilMs: number): Promise<void>;
}

export function createSwarmClock(): SwarmClock {
  let nowMs = 0;
  const heap: Timer[] = [];

  const dueAt = (index: number) => heap[index]?.dueAtMs ?? Number.POSITIVE_INFINITY;

  function swap(a: number, b: number): void {
    const [first, second] = [heap[a], heap[b]];
    if (!first || !second) return;
    heap[a] = second;
    heap[b] = first;
  }

  function push(timer: Timer): void {
    let at = heap.push(timer) - 1;
    for (let parent = (at - 1) >> 1; at > 0 && dueAt(parent) > dueAt(at); parent = (at - 1) >> 1) {
      swap(at, parent);
      at = parent;
    }
  }

  function pop(): Timer | undefined {
    swap(0, heap.length - 1);
    const first = heap.pop();
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const least = dueAt(left + 1) < dueAt(left) ? left + 1 : left;
      if (dueAt(least) >= dueAt(at)) return first;
      swap(least, at);
      at = least;
    }
  }

  return {
    now: () => nowMs,
    setTimeout(callback, delayMs) {
      const timer: Timer = { dueAtMs: nowMs + Math.ceil(delayMs), callback };
      push(timer);
      return timer;
    },
    clearTimeout(handle) {
      (handle as Timer).callback = null;
    },
    async runUntil(untilMs) {
      for (;;) {
        // Timers of one moment wait for nothing; before time moves on, all that follows is done.
        if (dueAt(0) > nowMs) await nextTurn();
        if (dueAt(0) > untilMs) break;
        const timer = pop();
        nowMs = Math.max(nowMs, timer?.dueAtMs ?? nowMs);
        timer?.callback?.();
      }
      nowMs = untilMs;
    },
  };
}
