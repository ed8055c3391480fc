/** Digits of the shortest service number and of the longest international one with its prefix. */
const SHORTEST = 2;
const LONGEST = 17;

/** What people put between two numbers, as against between the digits of one. */
const BETWEEN_NUMBERS = /[,;]|\s\/\s|\s{2,}/;

/** Digits with the marks people put between them; a leading `+` belongs to the number. */
const RUN =
  /(?:\+[\s(]{0,2})?[\d*#](?:[\d*#\s().\-/\u00a0\u2000-\u200f\u2010-\u2015\u202f\u2060]*[\d*#])?/g;

function digitsOf(run: string): string {
  return run.replace(/[^\d*#]/g, '');
}

/** `+44 (0)20 …` is dialled without the bracketed trunk zero. */
function withoutTrunkZero(text: string): string {
  return text.replace(/((?:\+|00)\s?\d{1,3})\s?\(0\)/g, '$1');
}

/**
 * What to dial for a number as people write or paste it: `Tel.: +420 777 123 456`,
 * `(02) 2456-7890`, `tel:+420777123456;ext=5`. Of several runs of digits the longest counts, of
 * equally long ones the first. Null when nothing in the text can be dialled.
 */
export function dialFormatOf(text: string): string | null {
  const runs = withoutTrunkZero(text)
    .split(BETWEEN_NUMBERS)
    .flatMap((part) => part.match(RUN) ?? []);
  const [longest] = runs.sort((a, b) => digitsOf(b).length - digitsOf(a).length);
  if (longest === undefined) return null;
  const digits = digitsOf(longest);
  if (!/\d/.test(digits) || digits.length < SHORTEST || digits.length > LONGEST) return null;
  return longest.startsWith('+') ? `+${digits}` : digits;
}
