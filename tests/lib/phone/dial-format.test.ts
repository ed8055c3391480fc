import { expect, it } from 'vitest';
import { dialFormatOf } from '@/lib/phone/dial-format';

it.each([
  ['+420 777 123 456', '+420777123456'],
  ['777 123 456', '777123456'],
  ['777123456', '777123456'],
  ['00420 605 111 222', '00420605111222'],
  ['+420-739-111-222', '+420739111222'],
  ['+420.608.222.333', '+420608222333'],
  ['(02) 2456 7890', '0224567890'],
  ['02/2456 7890', '0224567890'],
  ['+49 (0)89 23456 78', '+49892345678'],
  ['+44 (0) 20 7946 0958', '+442079460958'],
  ['+420\u00a0777\u00a0123\u00a0456', '+420777123456'],
  ['+420\u2011777\u2011123\u2011456', '+420777123456'],
  ['Tel.: +420 777 123 456', '+420777123456'],
  ['tel:+420777123456', '+420777123456'],
  ['tel:+420777123456;ext=5', '+420777123456'],
  ['callto:777123456', '777123456'],
  ['+420 541 234 567, linka 12', '+420541234567'],
  ['777 123 456 / 602 345 678', '777123456'],
  ['777 123 456, 602 345 678', '777123456'],
  ['  112 ', '112'],
  ['*21#', '*21#'],
])('dials %j as %j', (text, dialled) => {
  expect(dialFormatOf(text)).toBe(dialled);
});

it.each(['', '   ', 'hello', '7', '+', '***', '123456789012345678901234567890'])(
  'finds nothing to dial in %j',
  (text) => {
    expect(dialFormatOf(text)).toBeNull();
  },
);

it.each([
  ['digits', '1'.repeat(200_000)],
  ['spaces', `1${' '.repeat(200_000)}`],
  ['brackets', '('.repeat(200_000)],
  ['signs', '+ '.repeat(100_000)],
  ['digits and dashes', '1-'.repeat(100_000)],
])('answers at once for a paste of many %s', (_what, text) => {
  const startedAt = performance.now();
  dialFormatOf(text);
  expect(performance.now() - startedAt).toBeLessThan(500);
});
