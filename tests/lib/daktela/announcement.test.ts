import { expect, it } from 'vitest';
import { decodeAnnouncement } from '@/lib/daktela/announcement';
import { createReadTime } from '@/lib/daktela/time';

const NOW_MS = Date.UTC(2026, 0, 12, 8, 0, 0);
const readTime = createReadTime('2026-01-12 09:00:00', NOW_MS);
const decoded = (value: unknown) => decodeAnnouncement(value, readTime);

it('an announcement has a name, a title, a text and a time', () => {
  expect(
    decoded({ name: 'a1', title: 'Lunch', text: 'In the kitchen', time: '2026-01-12 08:59:00' }),
  ).toEqual({ name: 'a1', title: 'Lunch', text: 'In the kitchen', atMs: NOW_MS - 60_000 });
});

it.each(['text', 'content', 'message', 'body', 'description'])(
  'the words are found under %s',
  (key) => {
    expect(decoded({ [key]: 'Lunch' })).toMatchObject({ title: null, text: 'Lunch' });
  },
);

it.each(['title', 'subject', 'headline'])('the title is found under %s', (key) => {
  expect(decoded({ [key]: 'Lunch' })).toMatchObject({ title: 'Lunch', text: null });
});

it('a bare text is an announcement', () => {
  expect(decoded(' Lunch ')).toMatchObject({ name: 'Lunch', title: null, text: 'Lunch' });
});

it('a text that only repeats the title is left out', () => {
  expect(decoded({ title: 'Lunch', text: 'Lunch' })).toMatchObject({ title: 'Lunch', text: null });
});

it('the name may be a number under id', () => {
  expect(decoded({ id: 17, text: 'Lunch' })?.name).toBe('17');
});

it('without a name of its own it is told apart by its words, the same each time', () => {
  const lunch = { title: 'Lunch', text: 'In the kitchen' };
  expect(decoded(lunch)?.name).toBe(decoded({ ...lunch })?.name);
  expect(decoded(lunch)?.name).not.toBe(decoded({ ...lunch, text: 'Outside' })?.name);
});

it('the same words at another time are another announcement', () => {
  const names = ['2026-01-12 08:00:00', '2026-01-13 08:00:00'].map(
    (time) => decoded({ text: 'Lunch', time })?.name,
  );
  expect(new Set(names).size).toBe(2);
});

it.each([[null], [7], [true], [[]], [{}], [''], [{ name: 'a1' }], [{ text: { deep: 'x' } }]])(
  '%j has no words and is no announcement',
  (value) => {
    expect(decoded(value)).toBeNull();
  },
);

it('an endless text is cut, and its name is short enough to be sent back', () => {
  const announcement = decoded('x'.repeat(100_000));
  expect(announcement?.text).toHaveLength(10_000);
  expect(announcement?.name.length).toBeLessThanOrEqual(500);
});
