import fc from 'fast-check';
import { expect, it } from 'vitest';
import { candidatesIn, mayHoldCandidate } from '@/lib/phone/candidates';

it.each([
  '+420 777 123 456',
  '777123456',
  '(02) 2456 7890',
  '+420\u00a0777\u00a0123\u00a0456',
  '+420\u202f777\u202f123\u202f456',
  '+420\u2060777\u2060123\u2060456',
  '777\u2011123\u2011456',
  '777\u2013123\u2013456',
  '777\u2212123\u2212456',
  '777\u00ad123\u00ad456',
  '777.123.456',
  '02/2456 7890',
  '+49 30 901820',
  '+49 (0)30 901820',
  '+44 (0)20 7946 0958',
  '+48 22 695 29 00',
  '+421 905 123 456',
  '777 123 456 / 602 345 678',
  '＋４２０　７７７　１２３　４５６',
  '（０３０）９０１－８２０',
])('lets %j through to be looked at', (text) => {
  expect(candidatesIn(`Call ${text} today`).some((found) => found.text.includes(text))).toBe(true);
});

it.each([
  ['nothing', ''],
  ['words', 'no digits at all'],
  ['a room', 'room 12'],
  ['a short date', '12.10'],
  ['six digits', '901 820'],
  ['marks only', '+ ( ) - / .'],
  ['digits for more than one message', '9'.repeat(400)],
  ['digits divided by letters', '777a123b456'],
  ['digits far from each other', `777 ${' '.repeat(20)}123 ${' '.repeat(20)}456`],
])('passes over %s', (_what, text) => {
  expect(candidatesIn(text)).toEqual([]);
});

it.each([7, 34, 100])('lets %i digits through', (length) => {
  expect(candidatesIn('9'.repeat(length))).toHaveLength(1);
});

it('brings what stands around the digits, for the context decides', () => {
  const [found] = candidatesIn('Order no. 777123456 was sent');
  expect(found?.text).toBe('Order no. 777123456 was sent');
});

it('brings no more than 40 characters of what leads to digits and 24 of what follows', () => {
  const [found] = candidatesIn(`${'a'.repeat(100)} 777123456 ${'b'.repeat(100)}`);
  expect(found).toEqual({ start: 61, text: `${'a'.repeat(39)} 777123456 ${'b'.repeat(23)}` });
});

it('brings numbers near each other together, for what stands before the first goes for all', () => {
  const text = 'Orders 777123456, 777123457 and 777123458';
  expect(candidatesIn(text)).toEqual([{ start: 0, text }]);
});

it('brings numbers far from each other one by one, and never a piece of another number', () => {
  const found = candidatesIn(`777 123 456 ${'a'.repeat(60)} 602 345 678`);
  expect(found.map(({ text }) => text)).toEqual([
    `777 123 456 ${'a'.repeat(23)}`,
    `${'a'.repeat(39)} 602 345 678`,
  ]);
});

it('parts a long row of numbers between them, so that none is cut', () => {
  const numbers = Array.from({ length: 60 }, (_, index) => `777 123 ${100 + index}`);
  const found = candidatesIn(numbers.join(' or '));
  expect(found.length).toBeGreaterThan(1);
  for (const number of numbers) {
    expect(found.filter(({ text }) => text.includes(number))).toHaveLength(1);
  }
});

it('reads a line that may hold a number by itself, however many there are', () => {
  const lines = Array.from({ length: 100 }, (_, at) => `602 345 ${600 + at}`);
  const found = candidatesIn(lines.join('\n'));
  for (const line of lines) {
    expect(found.filter(({ text }) => text.includes(line))).toHaveLength(1);
  }
});

it.each(['９', '0'])('brings nothing of %j repeated without end into the next number', (digit) => {
  const [found] = candidatesIn(`${digit.repeat(400)} tel 777123456`);
  expect(found?.text).toBe(' tel 777123456');
});

const alphabet = ['7', '1', '0', ' ', '+', '(', ')', 'a', '-', '/', '.', '\n', '\u00a0', '\u2212'];
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
);

it('never fails and says where in the text each candidate stands', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { start, text: found } of candidatesIn(text)) {
        expect(text.slice(start, start + found.length)).toBe(found);
      }
    }),
  );
});

it('never makes a candidate too long for one message, so that it spoils no batch', () => {
  const long = fc.array(
    fc.tuple(
      fc.constantFrom('7', '12', '345', 'a'),
      fc.constantFrom('', ' ', '-', ' '.repeat(6), ' '.repeat(7), ' '.repeat(600)),
    ),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(long, (pieces) => {
      for (const { text } of candidatesIn(pieces.flat().join(''))) {
        expect(text.length).toBeLessThanOrEqual(500);
      }
    }),
  );
});

it.each([
  ['digits', '1'.repeat(10_000_000)],
  ['digits and spaces', `1${' '.repeat(10_000_000)}`],
  ['lone digits', '1 '.repeat(5_000_000)],
  ['digits far from each other', `1${' '.repeat(7)}`.repeat(200_000)],
  ['dashes', '-'.repeat(10_000_000)],
  ['brackets', '('.repeat(10_000_000)],
  ['signs with a digit', '+1('.repeat(500_000)],
])('is done at once with a text of many %s', (_what, text) => {
  const startedAt = performance.now();
  candidatesIn(text);
  expect(performance.now() - startedAt).toBeLessThan(1_500);
});

it.each(['10. 2. 2026', '01. 12. 1999', '31.\u00a01.\u00a02026', 'from 10. 2. 2026 on'])(
  'sees nothing to read in the date of %j',
  (text) => {
    expect(mayHoldCandidate(text)).toBeNull();
  },
);

it.each([
  ['10. 2. 2026 777 123 456', 777],
  ['10. 2. 2026, tel. 777 123 456', 777],
  ['+10. 2. 2026', 10],
  ['00. 12. 2026', 0],
  ['10. 2. 20261', 10],
])('sees in %j that there is something to read, up to the number at least', (text, first) => {
  const hint = mayHoldCandidate(text);
  expect(hint?.start).toBeLessThanOrEqual(text.indexOf(String(first)));
});
