/**
 * In every round an agent asks once, at a place of its own. So many agents who are cut off at one
 * moment ask at an even rate, 3.6 % of them a second, for as long as it takes, and all are back within
 * one round. Nothing that treats all alike has them back sooner at that rate.
 */
export const ROUND_MS = 28_000;
/** A server in trouble deserves a breath. */
const SHORTEST_WAIT_MS = 250;
const FIRST_QUICK_WAIT_MS = 2_000;

export interface Retry {
  readonly atMs: number;
  /** The next round begins with it at the earliest. */
  readonly roundEndsAtMs: number;
}

/**
 * When to ask again after a failure that others may have met at the same moment.
 * @param roundEndsAtMs of the retry before this one, 0 when it is the first
 * @param notBeforeMs what the server has asked for (`Retry-After`), often of everybody alike
 * @param place in every round, from 0 up to 1; drawn once in a trouble
 */
export function retryInRound(
  nowMs: number,
  roundEndsAtMs: number,
  notBeforeMs: number,
  place: number,
): Retry {
  const roundStartsAtMs = Math.max(nowMs, roundEndsAtMs, notBeforeMs);
  return {
    atMs: Math.max(nowMs + SHORTEST_WAIT_MS, roundStartsAtMs + Math.round(place * ROUND_MS)),
    roundEndsAtMs: roundStartsAtMs + ROUND_MS,
  };
}

/**
 * The same after a failure that came at a moment of this agent's own.
 * @param attempt 1 for the first retry, 2 for the second, which waits twice as long
 */
export function retryQuickly(nowMs: number, attempt: number, place: number): Retry {
  const waitMs = Math.max(SHORTEST_WAIT_MS, Math.round(place * FIRST_QUICK_WAIT_MS)) * attempt;
  return { atMs: nowMs + waitMs, roundEndsAtMs: 0 };
}
