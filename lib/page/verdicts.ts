import type { Question, Recognised, Verdict } from '@/lib/messages/reply';

/** Asks the background which of the texts hold phone numbers; null when it will not say. */
export type AskRecognise = (questions: readonly Question[]) => Promise<Recognised | null>;

type Judged = (verdicts: readonly Verdict[]) => void;

/** A question, and what has been said of it; nothing as long as it waits in a batch. */
interface Asked {
  readonly key: string;
  readonly question: Question;
  readonly batch: Batch;
  verdict?: Verdict;
}

/** Questions that are asked together, and who waits for the answers. */
interface Batch {
  readonly asked: Asked[];
  readonly waiting: (() => void)[];
}

export interface Verdicts {
  /** Tells the verdicts, at once where all are known. A question that is not answered has an empty one. */
  judge(questions: readonly Question[], judged: Judged): void;
  /**
   * Asks the questions that wait for more to come.
   * @param isSoon more will come soon, so that they may wait for the answers that are under way
   */
  flush(isSoon?: boolean): void;
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

/** What the background has said of each text, asked for once. */
export function createVerdicts(ask: AskRecognise, signal: AbortSignal): Verdicts {
  let known = new Map<string, Asked>();
  let open: Batch | null = null;
  /** Batches that have not been answered. */
  let underway = 0;

  async function send({ asked, waiting }: Batch): Promise<void> {
    open = null;
    underway += 1;
    const recognised = await ask(asked.map(({ question }) => question));
    underway -= 1;
    if (signal.aborted) return;
    for (const [index, one] of asked.entries()) {
      one.verdict = recognised?.[index] ?? NOTHING;
      // An answer that did not come is no verdict to keep; the others are kept as long as there is room.
      if (!recognised) known.delete(one.key);
    }
    // Who has been told, with all the nodes that it knows, must not live as long as the verdicts.
    for (const told of waiting.splice(0)) told();
    flush();
    for (const [key, { verdict }] of known) {
      if (known.size <= MOST_VERDICTS) break;
      if (verdict) known.delete(key);
    }
  }

  function flush(isSoon?: boolean): void {
    // Many small messages cost more than a few large ones.
    if (open && !(isSoon && underway)) void send(open);
  }

  function enter(question: Question): Asked {
    const key = keyOf(question);
    let asked = known.get(key);
    if (!asked) {
      if (open?.asked.length === BATCH_SIZE) void send(open);
      open ??= { asked: [], waiting: [] };
      asked = { key, question, batch: open };
      open.asked.push(asked);
      known.set(key, asked);
    }
    return asked;
  }

  function judge(questions: readonly Question[], judged: Judged): void {
    const asked = questions.map(enter);
    const rules = known;
    const tell = () => {
      const unanswered = asked.find(({ verdict }) => !verdict);
      if (rules !== known) judge(questions, judged);
      else if (unanswered) unanswered.batch.waiting.push(tell);
      else judged(asked.map(({ verdict = NOTHING }) => verdict));
    };
    tell();
  }

  return {
    judge,
    flush,
    clear() {
      known = new Map();
    },
  };
}
