import type { RecognisedNumber, RefusedNumber } from '@/lib/messages/reply';
import { isShadowRoot, isText } from './reading-rules';
import { type Place, rangeOf, textAt } from './text-runs';

export interface FoundNumber extends Omit<RecognisedNumber, 'start' | 'end'> {
  readonly range: Range;
}

/** What looks like a number and is none. */
export interface FoundRefusal extends Omit<RefusedNumber, 'start' | 'end'> {
  readonly range: Range;
}

export type Found = FoundNumber | FoundRefusal;

/** Hears of each number that comes and goes. */
export interface Marks {
  /** @returns what takes the mark away again */
  add(place: Place): StaticRange | null;
  remove(mark: StaticRange | null): void;
}

/** What was found on the page so far. What has left the page is forgotten with `sweep`. */
export interface FoundNumbers {
  /**
   * @param place where it stands, when that is known without its range
   * @param text what stands there
   */
  add(found: Found, place?: Place, text?: string): void;
  remove(found: Found): void;
  /** Forgets what has left the page. */
  sweep(): void;
  /** Whether what was found stands there still. */
  isThere(found: Found): boolean;
  /** The number at this place of a text, if there is one. */
  at(node: Node, offset: number): FoundNumber | null;
  /** What was taken for no number at this place of a text. */
  refusedAt(node: Node, offset: number): FoundRefusal | null;
  /** The first number inside an element. */
  within(element: Element): FoundNumber | null;
  /** All that stands in a text, whole or in part. */
  inText(node: Node): readonly Found[];
  placeOf(found: Found): Place | null;
  all(): FoundNumber[];
  everything(): Iterable<Found>;
  count(): number;
  refused(): FoundRefusal[];
  /** The shadow roots that numbers stand in. */
  shadowRoots(): ShadowRoot[];
}

/** An element with more texts than this has no one number that its focus could mean. */
const MOST_TEXTS = 2_000;
const NO_MARKS: Marks = { add: () => null, remove() {} };

interface Entry {
  readonly place: Place;
  readonly text: string;
  readonly nodes: readonly Node[];
  readonly root: Node;
  readonly mark: StaticRange | null;
}

/** The texts that a place spreads over. */
function nodesOf({ startContainer, endContainer }: Place): Node[] {
  if (startContainer === endContainer) return [startContainer];
  const root = startContainer.getRootNode();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  const nodes = [startContainer];
  while (nodes.at(-1) !== endContainer && nodes.length < MOST_TEXTS) {
    const node = walker.nextNode();
    if (!node) break;
    nodes.push(node);
  }
  return nodes;
}

function holds({ place }: Entry, node: Node, offset: number): boolean {
  return (
    (node !== place.startContainer || offset >= place.startOffset) &&
    (node !== place.endContainer || offset <= place.endOffset)
  );
}

const isNumber = (found: Found): found is FoundNumber => 'dial' in found;
const isRefusal = (found: Found): found is FoundRefusal => !isNumber(found);

/** A range that follows the page's changes slows them down, so it lives while somebody holds it. */
export function foundAt(place: Place, by: RecognisedNumber | RefusedNumber): Found {
  let made: WeakRef<Range> | undefined;
  const { start: _start, end: _end, ...facts } = by;
  return {
    ...facts,
    get range() {
      const before = made?.deref();
      if (before) return before;
      const range = rangeOf(place);
      made = new WeakRef(range);
      return range;
    },
  };
}

export function createFoundNumbers(marks: Marks = NO_MARKS): FoundNumbers {
  const entries = new Map<Found, Entry>();
  const byText = new Map<Node, readonly Found[]>();
  const roots = new Map<ShadowRoot, number>();

  const inText = (node: Node) => byText.get(node) ?? [];

  function count(root: Node, change: 1 | -1): void {
    if (!isShadowRoot(root)) return;
    const counted = (roots.get(root) ?? 0) + change;
    if (counted > 0) roots.set(root, counted);
    else roots.delete(root);
  }

  function add(found: Found, place: Place = found.range, text = textAt(place)): void {
    const nodes = nodesOf(place);
    const root = place.startContainer.getRootNode();
    const mark = isNumber(found) ? marks.add(place) : null;
    entries.set(found, { place, text, nodes, root, mark });
    for (const node of nodes) byText.set(node, [...inText(node), found]);
    if (isNumber(found)) count(root, 1);
  }

  function remove(found: Found): void {
    const entry = entries.get(found);
    if (!entry) return;
    entries.delete(found);
    for (const node of entry.nodes) {
      const others = inText(node).filter((other) => other !== found);
      if (others.length > 0) byText.set(node, others);
      else byText.delete(node);
    }
    if (!isNumber(found)) return;
    count(entry.root, -1);
    marks.remove(entry.mark);
  }

  function standingAt(node: Node, offset: number): Found[] {
    return inText(node).filter((found) => {
      const entry = entries.get(found);
      return (
        entry !== undefined && holds(entry, node, offset) && textAt(entry.place) === entry.text
      );
    });
  }

  return {
    add,
    remove,
    sweep() {
      for (const [found, { nodes }] of entries) {
        if (nodes.some((node) => !node.isConnected)) remove(found);
      }
    },
    isThere(found) {
      const entry = entries.get(found);
      return entry !== undefined && textAt(entry.place) === entry.text;
    },
    at: (node, offset) => standingAt(node, offset).find(isNumber) ?? null,
    refusedAt: (node, offset) => standingAt(node, offset).find(isRefusal) ?? null,
    within(element) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let texts = 0; texts < MOST_TEXTS; texts += 1) {
        const node = walker.nextNode();
        if (!node || !isText(node)) return null;
        const found = inText(node).find(isNumber);
        if (found) return found;
      }
      return null;
    },
    inText,
    placeOf: (found) => entries.get(found)?.place ?? null,
    all: () => [...entries.keys()].filter(isNumber),
    everything: () => [...entries.keys()],
    count: () => entries.size,
    refused: () => [...entries.keys()].filter(isRefusal),
    shadowRoots: () => [...roots.keys()],
  };
}
