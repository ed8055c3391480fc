import type { CountryCode } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { numbersIn } from './find-numbers';
import {
  MATCHER_CASES,
  MATCHER_CONTEXTS,
  MATCHER_NUMBERS,
  type MatcherNumber,
} from './matcher-cases';

const foundIn = (text: string, { country }: { country: CountryCode }) =>
  numbersIn({ text, country }).map((found) => found.text);

const isFound = (number: MatcherNumber, before: string, after: string) =>
  foundIn(`${before}${number.text}${after}`, number)[0] === number.text;

describe("the library's own cases", () => {
  it.each(MATCHER_CASES.filter(({ difference }) => difference === undefined))(
    '$text is answered as by the library',
    (one) => {
      expect(foundIn(one.text, one)).toEqual(one.finds);
    },
  );

  it.each(MATCHER_CASES.filter(({ difference }) => difference !== undefined))(
    '$text is answered otherwise, for it $difference',
    (one) => {
      expect(foundIn(one.text, one)).not.toEqual(one.finds);
    },
  );

  it.each(MATCHER_NUMBERS.filter(({ difference }) => difference === undefined))(
    '$text of $country is found in every context that parts words',
    (number) => {
      const lost = MATCHER_CONTEXTS.filter(
        ({ before, after, difference }) =>
          difference === undefined && !isFound(number, before, after),
      );
      expect(lost).toEqual([]);
    },
  );

  it.each(MATCHER_NUMBERS.filter(({ difference }) => difference !== undefined))(
    '$text of $country is not found as it is, for it $difference',
    (number) => {
      expect(isFound(number, '', '')).toBe(false);
    },
  );

  it.each(MATCHER_CONTEXTS.filter(({ difference }) => difference !== undefined))(
    '"$before" and "$after" hide a number between them, for the text $difference',
    (context) => {
      expect(isFound({ text: '033316005', country: 'NZ' }, context.before, context.after)).toBe(
        false,
      );
    },
  );
});
