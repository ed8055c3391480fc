import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FIRST_ROUND_AFTER_MS, ROUND_MS, retryInRound, retryQuickly } from '@/lib/pull/retry-time';

const NOW_MS = 1_000_000;
const anyPlace = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
/** Whose answer comes before the round is over. */
const anyEarlierPlace = fc.double({ min: 0, max: 0.95, noNaN: true });
const anyAnswerMs = fc.integer({ min: 0, max: 1_000 });
const anyWaitMs = fc.integer({ min: 0, max: 600_000 });

it('spreads those who were cut off at one moment evenly over a round, and leaves the second before to others', () => {
  const seconds = Array.from({ length: 100 }, (_nothing, index) =>
    Math.floor((retryInRound(NOW_MS, 0, NOW_MS, index / 100).atMs - NOW_MS) / 1_000),
  );
  expect(new Set(seconds).size).toBe(ROUND_MS / 1_000);
  expect(Math.min(...seconds)).toBe(FIRST_ROUND_AFTER_MS / 1_000);
});

it('keeps everybody at their place in the rounds that follow', () => {
  fc.assert(
    fc.property(anyEarlierPlace, anyAnswerMs, (place, answeredAfterMs) => {
      const first = retryInRound(NOW_MS, 0, NOW_MS, place);
      const failedAtMs = first.atMs + answeredAfterMs;
      const second = retryInRound(failedAtMs, first.roundEndsAtMs, failedAtMs, place);
      expect(second.atMs).toBe(Math.max(failedAtMs + 200, first.atMs + ROUND_MS));
    }),
  );
});

it('begins a new round for those whose request was held beyond the end of the last', () => {
  const first = retryInRound(NOW_MS, 0, NOW_MS, 0.5);
  const failedAtMs = first.roundEndsAtMs + 5_000;
  const { atMs } = retryInRound(failedAtMs, first.roundEndsAtMs, failedAtMs, 0.5);
  expect(atMs).toBe(failedAtMs + ROUND_MS / 2);
});

it('spreads those who are told one and the same date over the round after it', () => {
  fc.assert(
    fc.property(anyWaitMs, anyPlace, (waitMs, place) => {
      const { atMs } = retryInRound(NOW_MS, 0, NOW_MS + waitMs, place);
      expect(atMs).toBeGreaterThanOrEqual(NOW_MS + waitMs);
      const roundFromMs = NOW_MS + Math.max(waitMs, FIRST_ROUND_AFTER_MS);
      expect(atMs).toBeLessThanOrEqual(roundFromMs + ROUND_MS);
    }),
  );
});

it('never asks again at once, not even when the place in the round is there', () => {
  const failedAtMs = NOW_MS + 5_000;
  expect(retryInRound(failedAtMs, failedAtMs, failedAtMs, 0).atMs).toBe(failedAtMs + 200);
});

it('has those who met a trouble of their own wait between a fifth of a second and one', () => {
  expect(retryQuickly(NOW_MS, 0)).toEqual({ atMs: NOW_MS + 200, roundEndsAtMs: 0 });
  expect(retryQuickly(NOW_MS, 0.999_999)).toEqual({ atMs: NOW_MS + 1_000, roundEndsAtMs: 0 });
});
