import type { RecognisedNumber, RefusedNumber, Verdict } from '@/lib/messages/reply';
import { type Candidate, candidatesIn } from '@/lib/phone/candidates';
import { type Found, type FoundNumbers, foundAt } from './found-numbers';
import { createReadingRules } from './reading-rules';
import { createSurroundings } from './surroundings';
import { placeOf, runAround, type TextRun, textAt } from './text-runs';
import type { Verdicts } from './verdicts';

/** A page with more holds a phone book, not numbers that anybody would look for by their marks. */
const MOST_FOUND = 10_000;
const LONGEST_QUESTION = 500;

type Judged = RecognisedNumber | RefusedNumber;

export interface Reader {
  /**
   * Reads a text, and what goes on beside it; of a very long one the part from about an offset on.
   * @returns how far it was read
   */
  read(node: Text, offset?: number): number;
  /** Forgets what no longer stands where it was found. */
  dropChanged(suspects: Iterable<Found>): void;
  /** To be called when the page may have changed: what was learnt of its elements holds no more. */
  refresh(): void;
  isWaiting(): boolean;
}

/** All judgements of a run by the place where they begin; a number wins over a refusal. */
function judgedIn(candidates: readonly Candidate[], verdicts: readonly Verdict[]) {
  const judged = new Map<number, { end: number; by: Judged }>();
  const put = (at: number, by: Judged) => judged.set(at + by.start, { end: at + by.end, by });
  for (const [index, { start }] of candidates.entries()) {
    for (const refused of verdicts[index]?.refused ?? []) {
      if (!judged.has(start + refused.start)) put(start, refused);
    }
    for (const number of verdicts[index]?.numbers ?? []) put(start, number);
  }
  return judged;
}

function isSame(found: Found, by: Judged): boolean {
  return 'dial' in found
    ? 'dial' in by && found.dial === by.dial && found.number === by.number
    : 'rule' in by && found.rule === by.rule;
}

/** How far a text has been read with its run. */
function wholeToIn({ pieces, wholeTo }: TextRun, node: Text): number {
  const piece = pieces.find((part) => part.node === node);
  return piece ? piece.from + wholeTo - piece.start : node.length;
}

/** Turns texts of the page into numbers, with the help of the background. */
export function createReader(
  numbers: FoundNumbers,
  verdicts: Verdicts,
  changed: () => void,
): Reader {
  let isRead = createReadingRules();
  let surroundingsOf = createSurroundings();
  let waiting = 0;

  /** What was found before in the part of a text that is read now. */
  function foundIn({ pieces, wholeFrom, wholeTo }: TextRun): Found[] {
    return pieces.flatMap(({ node, from, start }) =>
      numbers.inText(node).filter((found) => {
        const place = numbers.placeOf(found);
        if (place?.startContainer !== node) {
          return wholeFrom === 0 && !pieces.some((piece) => piece.node === place?.startContainer);
        }
        const at = start + place.startOffset - from;
        return at >= wholeFrom && at < wholeTo;
      }),
    );
  }

  function put(run: TextRun, start: number, end: number, by: Judged): Found | null {
    const place = placeOf(run, start, end);
    const text = run.text.slice(start, end);
    if (!place?.startContainer.isConnected || textAt(place) !== text) return null;
    const before = numbers
      .inText(place.startContainer)
      .find(
        (found) => isSame(found, by) && numbers.placeOf(found)?.startOffset === place.startOffset,
      );
    if (before && numbers.isThere(before)) return before;
    const found = foundAt(place, by);
    numbers.add(found, place, text);
    return found;
  }

  function settle(
    run: TextRun,
    before: readonly Found[],
    candidates: readonly Candidate[],
    answers: readonly Verdict[],
  ): void {
    const gone = before.length > 0 ? new Set(before) : null;
    for (const [start, { end, by }] of judgedIn(candidates, answers)) {
      if (start < run.wholeFrom || end > run.wholeTo) continue;
      const found = put(run, start, end, by);
      if (found) gone?.delete(found);
    }
    if (gone) for (const found of gone) numbers.remove(found);
  }

  function read(node: Text, offset = 0): number {
    const run = runAround(node, offset);
    const before = numbers.count() > 0 ? foundIn(run) : [];
    const isWanted = numbers.count() < MOST_FOUND && isRead(node);
    const candidates = isWanted ? candidatesIn(run.text) : [];
    if (candidates.length === 0) {
      for (const found of before) numbers.remove(found);
      return isWanted ? wholeToIn(run, node) : node.length;
    }
    const { label, inColumnOfOneShape } = surroundingsOf(node.parentElement);
    const questions = candidates.map(({ text }) => ({
      text: text.slice(0, LONGEST_QUESTION),
      label,
      inColumnOfOneShape,
    }));
    waiting += 1;
    let isLater = false;
    verdicts.judge(questions, (answers) => {
      waiting -= 1;
      settle(run, before, candidates, answers);
      if (isLater) changed();
    });
    isLater = true;
    return wholeToIn(run, node);
  }

  return {
    read,
    dropChanged(suspects) {
      for (const found of suspects) if (!numbers.isThere(found)) numbers.remove(found);
    },
    refresh() {
      isRead = createReadingRules();
      surroundingsOf = createSurroundings();
    },
    isWaiting: () => waiting > 0,
  };
}
