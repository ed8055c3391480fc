/** A piece of text that may hold phone numbers, with what stands around them. */
export interface Candidate {
  /** Where `text` begins in the text that was searched. */
  readonly start: number;
  readonly text: string;
}

/** Enough to see the label, or the rest of a longer word. */
const BEFORE = 40;
/** Enough to see a currency, a unit or an extension. */
const AFTER = 24;
/** Numbers near each other are judged together, as long as one message takes it. */
const LONGEST = 360;

const ONE = '[\\d０-９]';
/** Looked for at the first of the digits that stand together only. */
const FIRST = `(?<!${ONE})`;
/** Between two digits stand a few marks at most; more, as in laid out text, part two numbers. */
const DIGIT = `[\\s().\\-/[\\]\u00ad\u200b\u2010-\u2015\u2060\u2212\uff08-\uff0f]{0,6}${ONE}`;
/** A line that may hold a number of its own does not go on with the one before. */
const NEXT = `(?:(?!\\s{0,5}[\\n\\r](?:${DIGIT}){7})${DIGIT})`;
/**
 * At least seven digits, the shortest national number. A run is bounded, for an endless one would be
 * more than an expression can take.
 */
const RUN = RegExp(`${FIRST}${ONE}${NEXT}{6,4999}${ONE}*`, 'g');

/**
 * Where a run begins. A date with spaces, of which tables are full, is a number in no country, since
 * nobody parts digits so twice; only behind a plus or two zeros might it be one.
 */
const MAY_HOLD = RegExp(
  `${FIRST}(?!(?<![+(])0?[1-9]\\d?\\.\\s\\d\\d?\\.\\s\\d{4}(?!${ONE}))${ONE}${NEXT}{6}`,
);

/**
 * Where the text may hold a candidate, or the end of one; null when it holds none. Much cheaper
 * than to look for the candidates.
 */
export function mayHoldCandidate(text: string): { start: number; end: number } | null {
  const match = MAY_HOLD.exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}

/**
 * The cheap first stage, which runs in pages: where digits stand that somebody who knows numbering
 * plans should look at. It lets too much through rather than too little.
 */
export function candidatesIn(text: string): Candidate[] {
  const candidates: Candidate[] = [];
  // What precedes belongs to an earlier candidate, or to no number at all.
  let free = 0;
  let start = 0;
  let end = 0;
  const add = (limit: number) => {
    if (end > start)
      candidates.push({ start, text: text.slice(start, Math.min(end + AFTER, limit)) });
  };
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const runEnd = index + run.length;
    const isNumber = run.length < LONGEST;
    if (!isNumber || end <= start || index - end > BEFORE || runEnd - start > LONGEST) {
      add(index);
      start = Math.max(free, index - BEFORE);
      end = 0;
    }
    if (isNumber) end = runEnd;
    else start = runEnd;
    free = runEnd;
  }
  add(text.length);
  return candidates;
}
