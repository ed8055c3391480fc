import type { Asked, FoundNumber } from './find-numbers';
import type { LabelledNumber, PlacedSnippet } from './snippets';

export interface Score {
  readonly snippets: number;
  readonly found: number;
  readonly wrong: number;
  readonly missed: number;
}

/** Whether a number must be taken at the very place it is written, or only be the right one. */
export type Strictness = 'place' | 'number';

function keyOf({ text, number, extension = '' }: LabelledNumber, strictness: Strictness): string {
  return strictness === 'place' ? `${text} → ${number} ${extension}` : number;
}

export interface Fault {
  readonly snippet: PlacedSnippet;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** What is wrong with an answer, or null when nothing is. */
function faultOf(
  snippet: PlacedSnippet,
  answer: readonly FoundNumber[],
  strictness: Strictness,
): Fault | null {
  const found = answer.map((number) => keyOf(number, strictness));
  const wanted = snippet.numbers.map((number) => keyOf(number, strictness));
  const wrong = found.filter((key) => !wanted.includes(key));
  const missed = wanted.filter((key) => !found.includes(key));
  return wrong.length + missed.length > 0 ? { snippet, wrong, missed } : null;
}

export function measure(
  snippets: readonly PlacedSnippet[],
  find: (asked: Asked) => readonly FoundNumber[],
  strictness: Strictness = 'place',
): { score: Score; faults: Fault[] } {
  const faults = snippets.flatMap((snippet) => faultOf(snippet, find(snippet), strictness) ?? []);
  const wanted = snippets.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const wrong = faults.reduce((sum, fault) => sum + fault.wrong.length, 0);
  const missed = faults.reduce((sum, fault) => sum + fault.missed.length, 0);
  return { score: { snippets: snippets.length, found: wanted - missed, wrong, missed }, faults };
}

/** Of what was found, how much are numbers; per cent. */
export const precisionOf = ({ found, wrong }: Score) => (100 * found) / (found + wrong || 1);
/** Of the numbers, how many were found; per cent. */
export const recallOf = ({ found, missed }: Score) => (100 * found) / (found + missed || 1);
