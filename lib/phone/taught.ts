import type { RecognisedNumber, Verdict } from '@/lib/messages/reply';
import type { TaughtNumber } from '@/lib/settings/taught-numbers';

/** Name of the rule that refuses what the agent has said is no phone number. */
const TAUGHT_RULE = 'taught';

/** What may stand between two digits of one number. */
const BETWEEN = String.raw`[^\p{L}\d]{0,6}`;

interface Place {
  readonly start: number;
  readonly end: number;
}

const overlap = (a: Place, b: Place) => a.start < b.end && b.start < a.end;
const digitsAt = (text: string, { start, end }: Place) => text.slice(start, end).replace(/\D/g, '');

/** Dialled as it is written, for no numbering plan need know it. */
function numberAt(text: string, start: number, end: number): RecognisedNumber {
  const digits = digitsAt(text, { start, end });
  const dial = text[start] === '+' ? `+${digits}` : digits;
  return { start, end, number: dial, dial, country: null, extension: null };
}

function writtenIn(text: string, digits: string): RecognisedNumber[] {
  const written = new RegExp(String.raw`(?<!\d)\+?${[...digits].join(BETWEEN)}(?!\d)`, 'gu');
  return [...text.matchAll(written)].map(({ 0: run, index }) =>
    numberAt(text, index, index + run.length),
  );
}

/**
 * The verdict on a text as the agent has taught it for this site: digits that are no phone number
 * are refused by the rule `taught`; those that are one are a number wherever none was found.
 * @param taught of the text's own site only
 */
export function applyTaught(
  { numbers, refused }: Verdict,
  text: string,
  taught: readonly TaughtNumber[],
): Verdict {
  if (taught.length === 0) return { numbers, refused };
  const notPhones = new Set(taught.filter((one) => one.as === 'notPhone').map((one) => one.digits));
  const isNone = (place: Place) => notPhones.has(digitsAt(text, place));
  const kept = numbers.filter((number) => !isNone(number));
  const added = taught
    .filter(({ as }) => as === 'phone')
    .flatMap(({ digits }) => writtenIn(text, digits))
    .filter((place) => !kept.some((number) => overlap(number, place)));
  return {
    numbers: [...kept, ...added],
    refused: [
      ...refused.filter((place) => !added.some((number) => overlap(number, place))),
      ...numbers.filter(isNone).map(({ start, end }) => ({ start, end, rule: TAUGHT_RULE })),
    ],
  };
}
