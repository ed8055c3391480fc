import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffMs } from '@/lib/pull/backoff';

const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it.each([
  [1, 1_000],
  [2, 2_000],
  [3, 4_000],
  [5, 16_000],
  [6, 30_000],
])('after failure %i it waits at most %i ms', (failures, longestMs) => {
  expect(backoffMs(failures, 0.999_999)).toBe(longestMs);
});

it('never waits more than 30 s, however often it has failed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), anyRandom, (failures, random) => {
      expect(backoffMs(failures, random)).toBeLessThanOrEqual(30_000);
    }),
  );
});

it('never comes back at once, not even when chance says zero', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), anyRandom, (failures, random) => {
      expect(backoffMs(failures, random)).toBeGreaterThanOrEqual(250);
    }),
  );
});

it('spreads the clients of one broken server over the whole of the wait', () => {
  const delays = Array.from({ length: 30 }, (_nothing, index) => backoffMs(6, index / 30));
  const seconds = new Set(delays.map((delayMs) => Math.floor(delayMs / 1_000)));
  expect(seconds.size).toBe(30);
});
