import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/max';
import type {
  Question,
  Recognised,
  RecognisedNumber,
  RefusedNumber,
  Verdict,
} from '@/lib/messages/reply';
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
  const cache = new Map<string, Verdict>();

  function judge(candidate: string): Verdict {
    // Characters are changed one for one, so places in the text stay the same.
    const text = candidate.replace(COMMAS, '|').replace(RARE_SPACES, ' ');
    const numbers: RecognisedNumber[] = [];
    const refused: RefusedNumber[] = [];
    for (const { startsAt: start, endsAt, number } of findPhoneNumbersInText(text, {
      defaultCountry,
    })) {
      const end = start + candidate.slice(start, endsAt).replace(AFTER_LAST_DIGIT, '').length;
      const rule = ruleAgainst(candidate.slice(0, start), candidate.slice(end));
      if (rule) refused.push({ start, end, rule: rule.name });
      else {
        const { number: dial, country = null, ext: extension = null } = number;
        numbers.push({ start, end, number: dial, dial, country, extension });
      }
    }
    return { numbers, refused };
  }

  function verdictOn({ text }: Question): Verdict {
    const known = cache.get(text);
    if (known) return known;
    const verdict = judge(text);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(text, verdict);
    return verdict;
  }

  return (questions: readonly Question[]): Recognised => questions.map(verdictOn);
}
