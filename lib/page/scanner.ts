import type { Question, Recognised, RecognisedNumber, Verdict } from '@/lib/messages/reply';
import { type Candidate, candidatesIn } from '@/lib/phone/candidates';
import { createFoundNumbers, type FoundNumbers } from './found-numbers';
import { CARD_ELEMENT } from './page-card';
import { blockOf, isBlock, rangeOf, type TextRun, textRunsBelow } from './text-runs';

/** Asks the background which of the texts hold phone numbers; null when it will not say. */
export type AskRecognise = (questions: readonly Question[]) => Promise<Recognised | null>;

/** A scan gives the page its turn after this long. */
const SLICE_MS = 8;
/** Changes of the page are read together, this long after the first of them. */
const SETTLE_MS = 50;
const BATCH_SIZE = 100;
const WATCHED = { childList: true, characterData: true, subtree: true };

interface Find {
  readonly run: TextRun;
  readonly candidates: readonly Candidate[];
}

/** What has to be read anew: a block that came is read alone, a changed line of text as a whole. */
function nodesToRead({ type, target, addedNodes, removedNodes }: MutationRecord): Node[] {
  if (type === 'characterData') return [blockOf(target)];
  const touched = [...addedNodes, ...removedNodes].filter(
    (node) => !(node instanceof Element && node.localName === CARD_ELEMENT),
  );
  return touched.every(isBlock) ? touched : [blockOf(target)];
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

const NOTHING: Verdict = { numbers: [], refused: [] };

/** What the background has said of each text, asked for once. */
function createVerdicts(ask: AskRecognise, signal: AbortSignal) {
  const verdicts = new Map<string, Verdict>();
  return {
    async learn(texts: readonly string[]): Promise<void> {
      const unknown = [...new Set(texts)].filter((text) => !verdicts.has(text));
      for (let at = 0; at < unknown.length && !signal.aborted; at += BATCH_SIZE) {
        const batch = unknown.slice(at, at + BATCH_SIZE);
        const recognised = await ask(
          batch.map((text) => ({ text, label: '', inColumnOfOneShape: false })),
        );
        if (!recognised) return;
        for (const [index, text] of batch.entries()) {
          verdicts.set(text, recognised[index] ?? NOTHING);
        }
      }
    },
    of: (text: string) => verdicts.get(text) ?? NOTHING,
  };
}

/**
 * Finds the numbers of the page, and of whatever the page becomes, until the signal is aborted.
 * @param changed called when numbers were found or forgotten
 */
export function startScanner(
  root: Element,
  ask: AskRecognise,
  changed: () => void,
  signal: AbortSignal,
): FoundNumbers {
  const numbers = createFoundNumbers();
  const verdicts = createVerdicts(ask, signal);
  const dirty = new Set<Node>([root]);
  let busy = false;

  function addNumbers({ run, candidates }: Find): void {
    // Candidates overlap by their context, so a number may be found in two of them.
    const places = new Map<number, { end: number; recognised: RecognisedNumber }>();
    for (const { start, text } of candidates) {
      for (const recognised of verdicts.of(text).numbers) {
        places.set(start + recognised.start, { end: start + recognised.end, recognised });
      }
    }
    for (const [start, { end, recognised }] of places) {
      const range = rangeOf(run, start, end);
      const { number, dial, country, extension } = recognised;
      if (range) numbers.add({ range, number, dial, country, extension });
    }
  }

  async function collect(node: Node): Promise<Find[]> {
    const finds: Find[] = [];
    let sliceEndsAt = performance.now() + SLICE_MS;
    for (const run of textRunsBelow(node, (shadow) => observer.observe(shadow, WATCHED))) {
      const candidates = candidatesIn(run.text);
      if (candidates.length > 0) finds.push({ run, candidates });
      if (performance.now() > sliceEndsAt) {
        await breathe();
        if (signal.aborted) return [];
        sliceEndsAt = performance.now() + SLICE_MS;
      }
    }
    return finds;
  }

  async function scan(node: Node): Promise<void> {
    const finds = await collect(node);
    await verdicts.learn(finds.flatMap(({ candidates }) => candidates.map(({ text }) => text)));
    if (!signal.aborted) finds.forEach(addNumbers);
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    while (dirty.size > 0 && !signal.aborted) {
      const nodes = [...dirty];
      dirty.clear();
      for (const node of nodes) {
        numbers.removeBelow(node);
        if (node.isConnected && !signal.aborted) await scan(node);
      }
      if (!signal.aborted) changed();
    }
    busy = false;
  }

  const observer = new MutationObserver((records) => {
    const changedNodes = records.flatMap(nodesToRead);
    if (changedNodes.length === 0) return;
    if (dirty.size === 0) setTimeout(() => void work(), SETTLE_MS);
    for (const node of changedNodes) dirty.add(node);
  });
  observer.observe(root, WATCHED);
  signal.addEventListener('abort', () => observer.disconnect());
  void work();
  return numbers;
}
