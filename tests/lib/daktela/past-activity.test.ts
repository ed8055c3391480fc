import { expect, it } from 'vitest';
import { decodePastActivity } from '@/lib/daktela/past-activity';
import { createReadTime } from '@/lib/daktela/time';

const readTime = createReadTime('2026-01-12 09:00:00', Date.UTC(2026, 0, 12, 8));
const decoded = (record: object) => decodePastActivity({ name: 'a', ...record }, readTime);

it.each([
  ['a call that was missed', { item: { missed_call: 1, answered: false } }, false],
  ['a call that was missed and called back', { item: { missed_call: 0 } }, false],
  ['a call that was not missed', { item: { missed_call: null, answered: true } }, true],
  ['a chat that was missed', { item: { missed: 'YES' } }, false],
  ['a piece that somebody has opened', { time_open: '2026-01-12 08:59:00', item: 17 }, true],
  ['a piece of which nothing is said', { item: null }, null],
])('%s is answered: %s', (_, record, answered) => {
  expect(decoded(record)?.answered).toBe(answered);
});

it.each([
  ['the activity', { duration: 75 }, 75_000],
  ['the activity, as a text', { duration: '75' }, 75_000],
  ['its item', { item: { duration: 75 } }, 75_000],
  ['nowhere', { duration: null, item: { duration: -1 } }, null],
])('the duration is read from %s', (_, record, durationMs) => {
  expect(decoded(record)?.durationMs).toBe(durationMs);
});

it('a record without a name is left out', () => {
  expect(decodePastActivity({ type: 'CALL' }, readTime)).toBeNull();
});
