import type { CountryCode } from 'libphonenumber-js/max';
import type {
  Question,
  Recognised,
  RecognisedNumber,
  RefusedNumber,
  Verdict,
} from '@/lib/messages/reply';
import { plainOf } from './digit-groups';
import { type Find, findsIn } from './finds';
import { type CountryToTry, countriesToTry } from './national-plans';
import { headingOf, type Judged, refusalOf } from './refusal';
import { columnLabelAt } from './text-columns';

const CACHE_SIZE = 5_000;

function recognised({ start, end, number, extension }: Find): RecognisedNumber {
  const { number: dial, country = null } = number;
  return {
    start,
    end: end + (extension?.length ?? 0),
    number: dial,
    dial,
    country,
    extension: extension?.digits ?? null,
  };
}

function judge(question: Question, tries: readonly CountryToTry[]): Verdict {
  const plain = plainOf(question.text);
  const { label, inColumnOfOneShape } = question;
  const heading = headingOf(label);
  const headingAt = (at: number) => {
    const ofColumn = label === '' ? columnLabelAt(plain, at) : '';
    return ofColumn === '' ? heading : headingOf(ofColumn);
  };
  const numbers: RecognisedNumber[] = [];
  const refused: RefusedNumber[] = [];
  let last: Judged | null = null;
  for (const find of findsIn(plain, tries, headingAt)) {
    const page = { plain, heading: headingAt(find.start), inColumnOfOneShape };
    const rule = refusalOf(find, page, last);
    if (rule) refused.push({ start: find.start, end: find.end, rule });
    else numbers.push(recognised(find));
    last = { find, rule };
  }
  return { numbers, refused };
}

/**
 * Makes the second stage, which knows numbering plans: the phone numbers in candidate texts.
 * Answers are remembered, for the same texts come back with every drawing of a page.
 * @param defaultCountry whose numbers are written without a country code
 */
export function createRecognise(defaultCountry: CountryCode) {
  const cache = new Map<string, Verdict>();

  /** What was used last stands last, so the first is the one to forget. */
  function remember(key: string, verdict: Verdict): void {
    cache.delete(key);
    cache.set(key, verdict);
    if (cache.size <= CACHE_SIZE) return;
    for (const oldest of cache.keys()) {
      cache.delete(oldest);
      break;
    }
  }

  /** @param language of the page, as it says itself; its countries' numbers are found, too */
  return (questions: readonly Question[], language: string): Recognised => {
    const tries = countriesToTry(defaultCountry, language);
    return questions.map((question) => {
      const { text, label, inColumnOfOneShape } = question;
      const key = JSON.stringify([language, label, inColumnOfOneShape, text]);
      const verdict = cache.get(key) ?? judge(question, tries);
      remember(key, verdict);
      return verdict;
    });
  };
}
