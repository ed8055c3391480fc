import type { RecognisedNumber, RefusedNumber } from '@/lib/messages/reply';
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
  add(place: Place): StaticRange;
  remove(mark: StaticRange): void;
}

/** Something that was found, and where. */
export interface Entry {
  readonly found: Found;
  readonly place: Place;
  /** What stood there when it was found. */
  readonly text: string;
  /** All texts it stands in. */
  readonly nodes: readonly Node[];
  readonly mark: StaticRange | undefined;
}

/** What was found on the page so far. */
export interface FoundNumbers {
  /**
   * @param place where it stands, when that is known without its range
   * @param text what stands there, when that is known
   */
  add(found: Found, place?: Place, text?: string): Entry;
  remove(entry: Entry): void;
  /** Forgets what no longer stands where it was found. */
  sweep(): void;
  /** The number at this place of a text, if there is one. */
  at(node: Node, offset: number): FoundNumber | null;
  /** The first number inside an element. */
  within(element: Element): FoundNumber | null;
  /** All that stands in a text, whole or in part. */
  inText(node: Node): readonly Entry[];
  count(): number;
  all(): FoundNumber[];
  refused(): FoundRefusal[];
  /** The shadow roots that numbers stand in. */
  shadowRoots(): ShadowRoot[];
}

/** No number is split over more texts. */
const MOST_TEXTS = 100;

const placeIn = (range: Range): Place => [
  range.startContainer,
  range.startOffset,
  range.endContainer,
  range.endOffset,
];

/** The texts that a place spreads over. */
function nodesOf([start, , end]: Place): Node[] {
  const nodes = [start];
  if (start === end) return nodes;
  const walker = document.createTreeWalker(start.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = start;
  while (nodes.at(-1) !== end && nodes.length < MOST_TEXTS && walker.nextNode()) {
    nodes.push(walker.currentNode);
  }
  return nodes;
}

function holds([start, offset, end, endOffset]: Place, node: Node, at: number): boolean {
  return (node !== start || at >= offset) && (node !== end || at <= endOffset);
}

export function stands({ place, text, nodes }: Entry): boolean {
  return nodes.every((node) => node.isConnected) && textAt(place) === text;
}

const isNumber = (found: Found): found is FoundNumber => 'dial' in found;
const isRefusal = (found: Found): found is FoundRefusal => !isNumber(found);

/** A range that follows the page's changes slows them down, so it lives while somebody holds it. */
class Findspot {
  #made: WeakRef<Range> | undefined;
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  get range(): Range {
    let range = this.#made?.deref();
    if (!range) {
      range = rangeOf(this.#place);
      this.#made = new WeakRef(range);
    }
    return range;
  }
}

/** A page may hold thousands, so each is made with as little as possible. */
export function foundAt(place: Place, by: RecognisedNumber | RefusedNumber): Found {
  return Object.assign(new Findspot(place), by);
}

export function createFoundNumbers(marks?: Marks): FoundNumbers {
  const entries = new Set<Entry>();
  const byText = new Map<Node, readonly Entry[]>();
  /** Looked for when somebody asks. */
  let roots: ShadowRoot[] | null = null;

  const inText = (node: Node) => byText.get(node) ?? [];
  const found = () => [...entries].map((entry) => entry.found);

  function remove(entry: Entry): void {
    if (!entries.delete(entry)) return;
    roots = null;
    for (const node of entry.nodes) {
      const others = inText(node).filter((other) => other !== entry);
      if (others.length > 0) byText.set(node, others);
      else byText.delete(node);
    }
    if (entry.mark) marks?.remove(entry.mark);
  }

  const numberOf = (entry: Entry | undefined) =>
    entry && isNumber(entry.found) ? entry.found : null;

  return {
    add(found, place = placeIn(found.range), text = textAt(place)) {
      const nodes = nodesOf(place);
      const mark = isNumber(found) ? marks?.add(place) : undefined;
      const entry = { found, place, text, nodes, mark };
      entries.add(entry);
      for (const node of nodes) byText.set(node, [...inText(node), entry]);
      roots = null;
      return entry;
    },
    remove,
    sweep() {
      for (const entry of entries) if (!stands(entry)) remove(entry);
    },
    at: (node, offset) =>
      numberOf(
        inText(node).find(
          (entry) => numberOf(entry) && holds(entry.place, node, offset) && stands(entry),
        ),
      ),
    within: (element) =>
      numberOf(
        [...entries].find(
          (entry) => numberOf(entry) && entry.nodes.some((node) => element.contains(node)),
        ),
      ),
    inText,
    count: () => entries.size,
    all: () => found().filter(isNumber),
    refused: () => found().filter(isRefusal),
    shadowRoots() {
      const all = () => [...entries].map(({ nodes }) => nodes[0]?.getRootNode());
      roots ??= [...new Set(all())].filter((root) => root instanceof ShadowRoot);
      return roots;
    },
  };
}
