/** What people write between a number and its extension. */
const EXTENSION =
  /^\s{0,2}(?:[,;(]|\/(?=\s?\d+-))?\s{0,2}(?:(\d{1,5})-[aeoöá]s mell[eé]k|(?:(?:linka|lin\.|klapka|kl|ext|extn|extension|durchwahl|dw|nebenstelle|app|apparat|wewn?|wewn[eę]trzny|int|interior|mell[eé]k|mell|poste|x)[.:]?\s{0,2}-?|[lwm]\.\s?|#)\s?(\d{1,7})\)?)(?![\d\p{L}]|\s?[-/.]\s?\d|\s\d{2})/iu;

/** How far to look: the longest word, a number of seven digits and what stands between. */
const LONGEST = 32;

export interface Extension {
  readonly digits: string;
  /** Characters from the end of the number to the end of the extension. */
  readonly length: number;
}

/** The extension that stands right behind a number. */
export function extensionIn(after: string): Extension | null {
  const [whole = '', ordinal, digits = ordinal] = EXTENSION.exec(after.slice(0, LONGEST)) ?? [];
  return digits === undefined
    ? null
    : { digits, length: whole.length - (/\)$/.test(whole) ? 1 : 0) };
}
