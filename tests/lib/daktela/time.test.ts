import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { createReadTime } from '@/lib/daktela/time';

const RECEIVED_MS = Date.UTC(2026, 0, 12, 8, 0, 0);

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each(['UTC', 'Europe/Prague', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'])(
  'a time is its distance from the time of the reply, also on a computer in %s',
  (zone) => {
    vi.stubEnv('TZ', zone);
    const readTime = createReadTime('2026-01-12 09:05:00', RECEIVED_MS);
    expect(readTime('2026-01-12 09:04:30')).toBe(RECEIVED_MS - 30_000);
  },
);

it.each([
  ['an hour ahead', '2026-01-12 09:00:00', '2026-01-12 08:59:00'],
  ['years behind', '2019-05-01 00:00:30', '2019-04-30 23:59:30'],
  ['a day ahead', '2026-01-13 08:00:00', '2026-01-13 07:59:00'],
])('a server whose clock is %s gives the same minute', (_, replyTime, time) => {
  expect(createReadTime(replyTime, RECEIVED_MS)(time)).toBe(RECEIVED_MS - 60_000);
});

it('a minute on the day the clocks change stays a minute whatever the computer thinks', () => {
  vi.stubEnv('TZ', 'Europe/Prague');
  // 02:30 does not exist in Prague on this day; the server may well be elsewhere.
  const readTime = createReadTime('2026-03-29 02:30:00', RECEIVED_MS);
  expect(readTime('2026-03-29 02:29:00')).toBe(RECEIVED_MS - 60_000);
});

it('a time after that of the reply is in the future', () => {
  const readTime = createReadTime('2026-01-12 09:00:00', RECEIVED_MS);
  expect(readTime('2026-01-12 11:00:00')).toBe(RECEIVED_MS + 2 * 3_600_000);
});

it('a time with a T is read like one with a space', () => {
  const readTime = createReadTime('2026-01-12T09:00:00', RECEIVED_MS);
  expect(readTime('2026-01-12T08:59:59')).toBe(RECEIVED_MS - 1_000);
});

it.each([
  null,
  undefined,
  '',
  'soon',
  '2026-01-12',
  '12.1.2026 09:00:00',
  '0000-00-00 00:00:00',
  '2026-13-01 09:00:00',
  '2026-01-32 09:00:00',
  '2026-01-12 24:00:00',
  '2026-01-12 09:60:00',
  1768204800,
  [],
  {},
  false,
])('%j is not a time', (value) => {
  expect(createReadTime('2026-01-12 09:00:00', RECEIVED_MS)(value)).toBeNull();
});

it.each([
  ['UTC', Date.UTC(2026, 0, 12, 9, 0, 0)],
  ['Europe/Prague', Date.UTC(2026, 0, 12, 8, 0, 0)],
  ['America/New_York', Date.UTC(2026, 0, 12, 14, 0, 0)],
])('without a time of the reply a time is read in the zone of the computer, %s', (zone, ms) => {
  vi.stubEnv('TZ', zone);
  for (const replyTime of [undefined, null, '', 'now']) {
    expect(createReadTime(replyTime, RECEIVED_MS)('2026-01-12 09:00:00')).toBe(ms);
  }
});

it('the zone of the computer counts with its summer time', () => {
  vi.stubEnv('TZ', 'Europe/Prague');
  expect(createReadTime(null, RECEIVED_MS)('2026-07-01 09:00:00')).toBe(
    Date.UTC(2026, 6, 1, 7, 0, 0),
  );
});

it('reading a time never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (replyTime, value) => {
      const read = createReadTime(replyTime, RECEIVED_MS)(value);
      expect(read === null || Number.isFinite(read)).toBe(true);
    }),
  );
});
