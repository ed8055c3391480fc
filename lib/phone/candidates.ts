/** A piece of text that may hold a phone number, with what stands around it. */
export interface Candidate {
  /** Where `text` begins in the text that was searched. */
  readonly start: number;
  readonly text: string;
}

/** The shortest national number. */
const FEWEST_DIGITS = 7;
/** Two long numbers side by side; what has more digits is no writing of people. */
const MOST_DIGITS = 34;
/** Enough to see a currency, a label or the rest of a longer word. */
const CONTEXT_LENGTH = 24;

/**
 * Between two digits stand a few marks at most; more, as in laid out text, part two numbers. A run
 * ends at one digit too many, for an endless one would be more than an expression can take.
 */
const RUN =
  /(?:[+(]|(?<!\d))\d(?:[\s().\-/\u00a0\u00ad\u2000-\u200b\u2010-\u2015\u202f\u2060\u2212]{0,6}\d){0,34}/g;

/**
 * Seven digits of which two are never further apart than in a candidate, nor parted by a letter.
 * Tried at the first of the digits that stand together only, as a candidate begins there.
 */
const MAY_HOLD = /(?<!\d)\d(?:[^\dA-Za-z]{0,6}\d){6}/;

/**
 * Where the text may hold a candidate, or the end of one; null when it holds none. Much cheaper
 * than to look for the candidates.
 */
export function mayHoldCandidate(text: string): { start: number; end: number } | null {
  const match = MAY_HOLD.exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}

/**
 * The cheap first stage, which runs in pages: where digits stand that somebody who knows numbering
 * plans should look at. It lets too much through rather than too little.
 */
export function candidatesIn(text: string): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const digits = digitsIn(run);
    if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) continue;
    const start = Math.max(0, index - CONTEXT_LENGTH);
    candidates.push({ start, text: text.slice(start, index + run.length + CONTEXT_LENGTH) });
  }
  return candidates;
}
