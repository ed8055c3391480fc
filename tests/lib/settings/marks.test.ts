import { expect, it } from 'vitest';
import { DEFAULT_MARKS, decodeMarks, lookOf, MARK_COLOURS } from '@/lib/settings/marks';

it.each(MARK_COLOURS)('marks in %s are read back', (colour) => {
  expect(decodeMarks({ shown: false, colour })).toEqual({ shown: false, colour });
});

it.each([undefined, null, 'blue', { shown: 'perhaps', colour: 'url(evil)' }])(
  '%j makes no sense, so numbers are marked as at first',
  (value) => {
    expect(decodeMarks(value)).toEqual(DEFAULT_MARKS);
  },
);

it('tells pages to mark, or to wait for the pointer', () => {
  expect(lookOf({ shown: true, colour: 'blue' })).toEqual({ marks: 'shown', colour: 'blue' });
  expect(lookOf({ shown: false, colour: 'blue' })).toEqual({ marks: 'hover', colour: 'blue' });
});
