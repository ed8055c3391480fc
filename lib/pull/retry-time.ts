/**
 * In every round an agent asks once, at a place of its own. So many agents who are cut off at one
 * moment ask at an even rate, 4 % of them a second, for as long as it takes, and all are back within
 * one round. Nothing that treats all alike has them back sooner at that rate.
 */
export const ROUND_MS = 25_000;
/** The first second is left to the few who may ask again at once. */
export const FIRST_ROUND_AFTER_MS = 1_000;
/** A server in trouble deserves a breath. */
const SHORTEST_WAIT_MS = 200;
/** How long those wait at most who met a trouble of their own. */
const QUICK_WAIT_MS = 1_000;

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
  const firstStartsAtMs = roundEndsAtMs === 0 ? nowMs + FIRST_ROUND_AFTER_MS : nowMs;
  const roundStartsAtMs = Math.max(firstStartsAtMs, roundEndsAtMs, notBeforeMs);
  return {
    atMs: Math.max(nowMs + SHORTEST_WAIT_MS, roundStartsAtMs + Math.round(place * ROUND_MS)),
    roundEndsAtMs: roundStartsAtMs + ROUND_MS,
  };
}

/** The same after a failure that only few can have met at the same moment. */
export function retryQuickly(nowMs: number, place: number): Retry {
  const spreadMs = QUICK_WAIT_MS - SHORTEST_WAIT_MS;
  return { atMs: nowMs + SHORTEST_WAIT_MS + Math.round(place * spreadMs), roundEndsAtMs: 0 };
}
