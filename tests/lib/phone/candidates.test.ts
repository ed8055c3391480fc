import fc from 'fast-check';
import { expect, it } from 'vitest';
import { candidatesIn } from '@/lib/phone/candidates';

it.each([
  '+420 777 123 456',
  '777123456',
  '(02) 2456 7890',
  '+420\u00a0777\u00a0123\u00a0456',
  '+49 30 901820',
  '777 123 456 / 602 345 678',
])('lets %j through to be looked at', (text) => {
  expect(candidatesIn(`Call ${text} today`).some((found) => found.text.includes(text))).toBe(true);
});

it.each(['', 'no digits at all', 'room 12', '12.10.2026 9'.slice(0, 5), '1 2 3', '9'.repeat(40)])(
  'passes over %j, which can be no phone number',
  (text) => {
    expect(candidatesIn(text)).toEqual([]);
  },
);

it('brings what stands around the digits, for the context decides', () => {
  const [found] = candidatesIn('Order no. 777123456 was sent');
  expect(found?.text).toBe('Order no. 777123456 was sent');
});

it('says where in the text each candidate begins', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('7', '1', ' ', '+', '(', 'a', '-', '\n') }),
      (text) => {
        for (const { start, text: found } of candidatesIn(text)) {
          expect(text.slice(start, start + found.length)).toBe(found);
        }
      },
    ),
  );
});

it.each([
  ['digits', '1'.repeat(1_000_000)],
  ['digits and spaces', `1${' '.repeat(1_000_000)}`],
  ['lone digits', '1 '.repeat(500_000)],
])('is done at once with a text of many %s', (_what, text) => {
  const startedAt = performance.now();
  candidatesIn(text);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
