import { expect, it } from 'vitest';
import { DaktelaError, failureKindOf, failureOf, retryAfterMsOf } from '@/lib/daktela/failure';

const NOW_MS = Date.UTC(2026, 0, 12, 8, 0, 0);

it.each([
  [304, 'notDaktela'],
  [400, 'refused'],
  [401, 'unauthorised'],
  [403, 'forbidden'],
  [404, 'missing'],
  [405, 'refused'],
  [408, 'timeout'],
  [422, 'refused'],
  [429, 'rateLimited'],
  [500, 'server'],
  [502, 'server'],
  [504, 'server'],
])('a reply of %i is a failure of kind %s', (status, kind) => {
  expect(failureKindOf(status)).toBe(kind);
});

it.each([
  ['5', 5_000],
  [' 30 ', 30_000],
  ['0', 0],
  ['1.5', 1_500],
  ['-3', 0],
  ['Mon, 12 Jan 2026 08:00:20 GMT', 20_000],
  ['Mon, 12 Jan 2026 07:59:00 GMT', 0],
  ['86400', 600_000],
  ['Tue, 13 Jan 2026 08:00:00 GMT', 600_000],
])('Retry-After %j asks for a wait of %i ms, between none and ten minutes', (header, ms) => {
  expect(retryAfterMsOf(header, NOW_MS)).toBe(ms);
});

it.each([[null], [''], [' '], ['soon'], ['Infinity'], ['NaN']])(
  'Retry-After %j asks for nothing',
  (header) => {
    expect(retryAfterMsOf(header, NOW_MS)).toBeNull();
  },
);

it("an error speaks with the server's first words", () => {
  const error = new DaktelaError('refused', { messages: ['No device', 'x'], status: 400 });
  expect(error.message).toBe('No device');
});

it('an error without words speaks by its kind', () => {
  expect(new DaktelaError('timeout').message).toBe('timeout');
});

it('a failure tells the kind and the words of an error as plain data', () => {
  const failure = failureOf(new DaktelaError('refused', { messages: ['No device'], status: 400 }));
  expect(failure).toEqual({ kind: 'refused', messages: ['No device'] });
});

it('a failure tells how long the server asks to wait', () => {
  const error = new DaktelaError('rateLimited', { retryAfterMs: 20_000 });
  expect(failureOf(error)).toEqual({ kind: 'rateLimited', messages: [], retryAfterMs: 20_000 });
});

it.each([[new TypeError('x is undefined in secret.ts')], ['text'], [undefined]])(
  'anything else thrown is a fault of ours and shows nothing of itself: %s',
  (thrown) => {
    expect(failureOf(thrown)).toEqual({ kind: 'internal', messages: [] });
  },
);
