import { expect, it } from 'vitest';
import { isSameNumber } from '@/lib/phone/same-number';

it.each([
  ['+420777123456', '+420777123456'],
  ['+420777123456', '00420777123456'],
  ['+420777123456', '777 123 456'],
  ['+421905123456', '0905123456'],
  ['0777123456', '777123456'],
  ['9420777123456', '+420777123456'],
  ['305', '305'],
])('%s and %s are one number', (a, b) => {
  expect(isSameNumber(a, b)).toBe(true);
  expect(isSameNumber(b, a)).toBe(true);
});

it.each([
  ['+420777123456', '+420777123457'],
  ['+420777123456', '+421777123456'],
  ['+420777123305', '305'],
  ['305', '306'],
  ['', ''],
  ['', '+420777123456'],
  ['+420777123456', 'anonymous'],
])('%j and %j are two', (a, b) => {
  expect(isSameNumber(a, b)).toBe(false);
});
