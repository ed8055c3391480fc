import type { Question, Recognised, Verdict } from '@/lib/messages/reply';

/** Asks the background which of the texts hold phone numbers; null when it will not say. */
export type AskRecognise = (questions: readonly Question[]) => Promise<Recognised | null>;

type Judged = (verdicts: readonly Verdict[]) => void;

/** Questions that are asked together, and who waits for the answers. */
interface Batch {
  readonly questions: Map<string, Question>;
  readonly waiting: (() => void)[];
}

export interface Verdicts {
  /** Tells the verdicts, at once where all are known. A question that is not answered has an empty one. */
  judge(questions: readonly Question[], judged: Judged): void;
  /** Asks the questions that wait for more to come. */
  flush(): void;
  /** Forgets everything, as the rules may have changed. */
  clear(): void;
}

/** Questions in one message at most. */
const BATCH_SIZE = 200;
/** Verdicts kept; the oldest goes first. */
const MOST_VERDICTS = 4_000;
const NOTHING: Verdict = { numbers: [], refused: [] };

const keyOf = ({ text, label, inColumnOfOneShape }: Question) =>
  `${inColumnOfOneShape}\n${label}\n${text}`;
const isVerdict = (known: Verdict | Batch | undefined): known is Verdict =>
  known !== undefined && 'refused' in known;

/** What the background has said of each text, asked for once. */
export function createVerdicts(ask: AskRecognise, signal: AbortSignal): Verdicts {
  const known = new Map<string, Verdict | Batch>();
  let open: Batch | null = null;

  async function send(batch: Batch): Promise<void> {
    const recognised = await ask([...batch.questions.values()]);
    if (signal.aborted) return;
    let index = 0;
    for (const key of batch.questions.keys()) {
      const verdict = recognised?.[index] ?? NOTHING;
      index += 1;
      if (known.get(key) === batch) known.set(key, verdict);
    }
    for (const told of batch.waiting) told();
    // An answer that did not come is no verdict to keep; the others are kept as long as there is room.
    if (!recognised) for (const key of batch.questions.keys()) known.delete(key);
    // Who waits for two answers may have to ask again for one that was forgotten meanwhile.
    flush();
    for (const [key, answer] of known) {
      if (known.size <= MOST_VERDICTS) break;
      if (isVerdict(answer)) known.delete(key);
    }
  }

  function flush(): void {
    const batch = open;
    open = null;
    if (batch) void send(batch);
  }

  function enter(key: string, question: Question): Batch {
    if (open?.questions.size === BATCH_SIZE) flush();
    open ??= { questions: new Map(), waiting: [] };
    open.questions.set(key, question);
    known.set(key, open);
    return open;
  }

  function judge(questions: readonly Question[], judged: Judged): void {
    const verdicts: Verdict[] = [];
    let waitsFor: Batch | undefined;
    for (const question of questions) {
      const key = keyOf(question);
      const found = known.get(key) ?? enter(key, question);
      if (isVerdict(found)) verdicts.push(found);
      else waitsFor = found;
    }
    if (waitsFor) waitsFor.waiting.push(() => judge(questions, judged));
    else judged(verdicts);
  }

  return { judge, flush, clear: () => known.clear() };
}
