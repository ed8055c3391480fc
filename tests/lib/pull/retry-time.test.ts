import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ROUND_MS, retryInRound, retryQuickly } from '@/lib/pull/retry-time';

const NOW_MS = 1_000_000;
const anyPlace = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
/** Whose answer comes before the round is over. */
const anyEarlierPlace = fc.double({ min: 0, max: 0.96, noNaN: true });
const anyAnswerMs = fc.integer({ min: 0, max: 1_000 });
const anyWaitMs = fc.integer({ min: 0, max: 600_000 });

it('spreads those who were cut off at one moment evenly over the round that begins with it', () => {
  const seconds = Array.from({ length: 100 }, (_nothing, index) =>
    Math.floor((retryInRound(NOW_MS, 0, NOW_MS, index / 100).atMs - NOW_MS) / 1_000),
  );
  expect(new Set(seconds).size).toBe(ROUND_MS / 1_000);
});

it('keeps everybody at their place in the rounds that follow', () => {
  fc.assert(
    fc.property(anyEarlierPlace, anyAnswerMs, (place, answeredAfterMs) => {
      const first = retryInRound(NOW_MS, 0, NOW_MS, place);
      const failedAtMs = first.atMs + answeredAfterMs;
      const second = retryInRound(failedAtMs, first.roundEndsAtMs, failedAtMs, place);
      const atPlaceMs = NOW_MS + ROUND_MS + Math.round(place * ROUND_MS);
      expect(second.atMs).toBe(Math.max(failedAtMs + 250, atPlaceMs));
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
      expect(atMs).toBeLessThanOrEqual(Math.max(NOW_MS + waitMs + ROUND_MS, NOW_MS + 250));
    }),
  );
});

it('never asks again at once, not even when chance says zero', () => {
  expect(retryInRound(NOW_MS, 0, NOW_MS, 0).atMs).toBe(NOW_MS + 250);
  expect(retryQuickly(NOW_MS, 1, 0).atMs).toBe(NOW_MS + 250);
});

it.each([
  [1, 2_000],
  [2, 4_000],
])('waits for quick retry %i at most %i ms', (attempt, longestMs) => {
  expect(retryQuickly(NOW_MS, attempt, 0.999_999)).toEqual({
    atMs: NOW_MS + longestMs,
    roundEndsAtMs: 0,
  });
});
