import type { DialPlan, Question, RecognisedNumber, Verdict } from '@/lib/messages/reply';

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

/** What will come of dialling a Czech number as an agent in one outgoing queue or none. */
export function aDialPlan(facts: Partial<DialPlan> = {}): DialPlan {
  return {
    dial: '+420600111222',
    shown: '+420 600 111 222',
    number: '+420600111222',
    country: 'CZ',
    queues: [],
    queue: null,
    ongoing: null,
    ...facts,
  };
}
