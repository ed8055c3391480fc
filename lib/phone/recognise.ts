import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/max';
import type { Recognised } from '@/lib/messages/reply';
import { ruleAgainst } from './context-rules';

const CACHE_SIZE = 5_000;

/** What the library takes for the start of an extension, though people put it between two numbers. */
const COMMAS = /[,;]/g;
/** The library now and then takes the x of an extension that is none with it. */
const AFTER_LAST_DIGIT = /[^\p{Nd})]+$/u;
/** Spaces of a line that the library does not know. */
const RARE_SPACES = /[\t\u2000-\u200a\u202f]/g;

/**
 * Makes the second stage, which knows numbering plans: the phone numbers in candidate texts.
 * Answers are remembered, for the same texts come back with every drawing of a page.
 */
export function createRecognise(defaultCountry: CountryCode) {
  const cache = new Map<string, Recognised[number]>();

  function find(candidate: string): Recognised[number] {
    const known = cache.get(candidate);
    if (known) return known;
    // Characters are changed one for one, so places in the text stay the same.
    const text = candidate.replace(COMMAS, '|').replace(RARE_SPACES, ' ');
    const found = findPhoneNumbersInText(text, { defaultCountry }).flatMap(
      ({ startsAt: start, endsAt, number }) => {
        const end = start + candidate.slice(start, endsAt).replace(AFTER_LAST_DIGIT, '').length;
        return ruleAgainst(candidate.slice(0, start), candidate.slice(end)) === null
          ? [{ start, end, dial: number.number }]
          : [];
      },
    );
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(candidate, found);
    return found;
  }

  return (candidates: readonly string[]): Recognised => candidates.map(find);
}
