/** Digits written without a mark between them. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** What parts it from the group before; the first of a run has nothing. */
  readonly gap: string;
  /** Whether a plus sign stands before it. */
  readonly plus: boolean;
}

/**
 * The text in the characters of an English keyboard, each for one, so that places stay the same:
 * full-width digits and marks, rare dashes and spaces.
 */
export function plainOf(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00a0\u00ad\u2000-\u200b\u202f\u2060\u3000]/g, ' ');
}

const GROUP = /\d+/g;
const GAP = /^[\s().\-/[\]+]{0,7}$/;
const PLUS_BEFORE = /\+\(?$/;

/** The runs of groups that may hold a number each; a word, a line break or a tab parts two runs. */
export function runsIn(plain: string): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  let end = 0;
  for (const { 0: digits, index } of plain.matchAll(GROUP)) {
    const between = plain.slice(end, index);
    const plus = PLUS_BEFORE.test(between);
    const isNew = plus || end === 0 || !GAP.test(between) || /[\t\n\r]/.test(between);
    const group = {
      start: index,
      end: index + digits.length,
      digits,
      gap: isNew ? '' : between,
      plus,
    };
    if (isNew) runs.push([group]);
    else runs.at(-1)?.push(group);
    end = group.end;
  }
  return runs;
}
