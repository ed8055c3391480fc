import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/max';
import { candidatesIn } from '@/lib/phone/candidates';
import { createRecognise } from '@/lib/phone/recognise';
import type { LabelledNumber } from './snippets';

/** What a page tells of a text beside the text itself. */
export interface Asked {
  readonly text: string;
  readonly country: CountryCode;
  readonly language?: string;
  readonly label?: string;
  readonly inColumnOfOneShape?: boolean;
}

export interface FoundNumber extends LabelledNumber {
  readonly start: number;
}

function foundOf(
  text: string,
  start: number,
  number: string,
  extension: string | null,
): FoundNumber {
  return { start, text, number, ...(extension === null ? {} : { extension }) };
}

/** Both stages, as a page and the background do them together. */
export function numbersIn(asked: Asked): FoundNumber[] {
  const { country, language = '', label = '', inColumnOfOneShape = false } = asked;
  const candidates = candidatesIn(asked.text);
  const questions = candidates.map(({ text }) => ({ text, label, inColumnOfOneShape }));
  const verdicts = createRecognise(country)(questions, language);
  return candidates.flatMap((candidate, index) =>
    (verdicts[index]?.numbers ?? []).map(({ start, end, number, extension }) =>
      foundOf(candidate.text.slice(start, end), candidate.start + start, number, extension),
    ),
  );
}

/** What the library's own search finds with the same default country. */
export function numbersOfLibrary({ text, country }: Asked): FoundNumber[] {
  return findPhoneNumbersInText(text, { defaultCountry: country }).map((found) =>
    foundOf(
      text.slice(found.startsAt, found.endsAt),
      found.startsAt,
      found.number.number,
      found.number.ext ?? null,
    ),
  );
}
