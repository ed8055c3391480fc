import type { Question, RecognisedNumber, Verdict } from '@/lib/messages/reply';

/** What a page asks about a text that nothing stands beside or above. */
export function aQuestion(text: string, facts: Partial<Question> = {}): Question {
  return { text, label: '', inColumnOfOneShape: false, ...facts };
}

export function aRecognised(
  start: number,
  end: number,
  number: string,
  facts: Partial<RecognisedNumber> = {},
): RecognisedNumber {
  return { start, end, number, dial: number, country: null, extension: null, ...facts };
}

export function aVerdict(...numbers: readonly RecognisedNumber[]): Verdict {
  return { numbers, refused: [] };
}
