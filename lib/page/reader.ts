import type { RecognisedNumber, RefusedNumber, Verdict } from '@/lib/messages/reply';
import { type Candidate, candidatesIn } from '@/lib/phone/candidates';
import { type Entry, type FoundNumbers, foundAt, stands } from './found-numbers';
import { createReadingRules } from './reading-rules';
import { createSurroundings } from './surroundings';
import { BOX_END, placeOf, runAround, type TextRun, textAt } from './text-runs';
import type { Verdicts } from './verdicts';

/** A page with more holds a phone book, not numbers that anybody would look for by their marks. */
const MOST_FOUND = 10_000;

type Judged = RecognisedNumber | RefusedNumber;

export interface Reader {
  /**
   * Reads a text, and what goes on beside it; of a very long one the part from about an offset on.
   * @returns how far it was read
   */
  read(node: Text, offset?: number): number;
  /** To be called when the page may have changed: what was learnt of its elements holds no more. */
  refresh(): void;
}

type Facts = Partial<RecognisedNumber & RefusedNumber>;
const isSame = (a: Facts, b: Facts) =>
  a.dial === b.dial && a.number === b.number && a.rule === b.rule;

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

  /** What was found before in the part of a text that is read now. */
  function foundIn({ pieces, wholeFrom, wholeTo }: TextRun): Entry[] {
    return pieces
      .flatMap(({ node }) => numbers.inText(node))
      .filter(({ place }) => {
        const piece = pieces.find(({ node }) => node === place[0]);
        const at = piece ? piece.start + place[1] - piece.from : 0;
        return at >= wholeFrom && at < wholeTo;
      });
  }

  function put(run: TextRun, start: number, end: number, by: Judged): Entry | null {
    const place = placeOf(run, start, end);
    const text = run.text.slice(start, end).replace(BOX_END, '');
    if (!place?.[0].isConnected || textAt(place) !== text) return null;
    const before = numbers
      .inText(place[0])
      .find((entry) => isSame(entry.found, by) && entry.place[1] === place[1] && stands(entry));
    return before ?? numbers.add(foundAt(place, by), place, text);
  }

  function settle(
    run: TextRun,
    before: readonly Entry[],
    candidates: readonly Candidate[],
    answers: readonly Verdict[],
  ): void {
    const kept = candidates.flatMap((candidate, index) => {
      const { numbers = [], refused = [] } = answers[index] ?? {};
      return [...numbers, ...refused].map((by) => {
        const start = candidate.start + by.start;
        const end = candidate.start + by.end;
        return start >= run.wholeFrom && end <= run.wholeTo && put(run, start, end, by);
      });
    });
    for (const entry of before) if (!kept.includes(entry)) numbers.remove(entry);
  }

  function read(node: Text, offset = 0): number {
    const run = runAround(node, offset);
    const before = foundIn(run);
    let candidates = numbers.count() < MOST_FOUND ? candidatesIn(run.text) : [];
    if (candidates.length > 0 && !isRead(node)) candidates = [];
    const around = surroundingsOf(candidates.length > 0 ? node.parentElement : null);
    let isLater = false;
    verdicts.judge(
      candidates.map(({ text }) => ({ text, ...around })),
      (answers) => {
        settle(run, before, candidates, answers);
        if (isLater) changed();
      },
    );
    isLater = true;
    return wholeToIn(run, node);
  }

  return {
    read,
    refresh() {
      isRead = createReadingRules();
      surroundingsOf = createSurroundings();
    },
  };
}
