/** Digits of the shortest service number and of the longest international one with its prefix. */
const SHORTEST = 2;
const LONGEST = 17;

/** What people put between two numbers, and never between the digits of one. */
const BETWEEN_NUMBERS = /[,;]/;

/** What people put between two numbers, or between an area code and the number. */
const LOOSELY_BETWEEN = /\s\/\s|\s{2,}/;

/** The fewest digits of a number written with its area code or prefix. */
const WHOLE = 8;

/** Writing directions and other marks that come along unseen with a copied number. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Digits with the marks people put between them; a leading `+` belongs to the number. */
const RUN =
  /(?:\+[\s(]{0,2})?[\d*#](?:[\d*#\s().\-/\u00a0\u2000-\u200a\u2010-\u2015\u202f\u2212]*[\d*#])?/g;

function digitsOf(run: string): string {
  return run.replace(/[^\d*#]/g, '');
}

/** `+44 (0)20 …` is dialled without the bracketed trunk zero. */
function withoutTrunkZero(text: string): string {
  return text.replace(/((?:\+|00)\s?\d{1,3})\s?\(0\)/g, '$1');
}

/** `030` or `Tel. +49 30`: the number itself has yet to come. */
function endsInAreaCode(text: string): boolean {
  const run = text.match(RUN)?.at(-1) ?? '';
  return /^[+0]/.test(run) && digitsOf(run).length < WHOLE && /[\d)]$/.test(text);
}

/** Cuts a text between its numbers, but not `+49 30 / 901820`, which is one. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.split(LOOSELY_BETWEEN)) {
    const last = parts.at(-1);
    if (last !== undefined && endsInAreaCode(last) && /^\d/.test(part)) {
      parts[parts.length - 1] = `${last} ${part}`;
    } else {
      parts.push(part);
    }
  }
  return parts;
}

/** Nobody wants to call it while there is another number. */
const FAX = /fax[^\p{L}\p{Nd}]*$/iu;
const LABEL_LENGTH = 12;

function canBeDialled(run: string): boolean {
  const digits = digitsOf(run);
  return /\d/.test(digits) && digits.length >= SHORTEST && digits.length <= LONGEST;
}

/** Everything in a text that can be dialled, in its order, but what is called a fax at the end. */
export function dialFormatsIn(text: string): string[] {
  const found = withoutTrunkZero(text.replace(UNSEEN, ''))
    .split(BETWEEN_NUMBERS)
    .flatMap(partsOf)
    .flatMap((part) =>
      [...part.matchAll(RUN)].map(({ 0: run, index }) => ({
        run,
        isFax: FAX.test(part.slice(Math.max(0, index - LABEL_LENGTH), index)),
      })),
    );
  return found
    .filter(({ run }) => canBeDialled(run))
    .sort((a, b) => Number(a.isFax) - Number(b.isFax))
    .map(({ run }) => (run.startsWith('+') ? `+${digitsOf(run)}` : digitsOf(run)));
}

/**
 * What to dial for a number as people write or paste it: `Tel.: +420 777 123 456`,
 * `(02) 2456-7890`, `tel:+420777123456;ext=5`. Of several runs of digits the longest counts, of
 * equally long ones the first. Null when nothing in the text can be dialled.
 */
export function dialFormatOf(text: string): string | null {
  const [longest] = dialFormatsIn(text).sort((a, b) => digitsOf(b).length - digitsOf(a).length);
  return longest ?? null;
}

/** What a link of a telephone says to call: `tel:+420-777;ext=5`, `sip:777@company.example`. */
export function textOfLink(url: string): string {
  const target = url.replace(/^[a-z]+:(?:\/\/)?/i, '').split(/[@;?]/)[0] ?? '';
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
