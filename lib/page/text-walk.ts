import { mayHoldCandidate } from '@/lib/phone/candidates';
import { isText } from './reading-rules';

/** A text in which a number may stand, from about an offset on. */
interface Suspect {
  readonly node: Text;
  readonly offset: number;
}

/** So much is looked through before anybody looks at the clock. */
const MOST_STEPS = 2_000;
const MOST_CHARACTERS = 64_000;
const OVERLAP = 100;
/** The browser is asked for the text of so many at once; each takes it some microseconds. */
const MOST_ELEMENTS = 500;
/** A number may be split over so many, and stand where a portion ends. */
const SHARED_ELEMENTS = 20;

function textBetween(root: Node, from: Node, until: Node | null): string {
  const range = new Range();
  range.selectNodeContents(root);
  range.setStart(from, 0);
  if (until) range.setEnd(until, 0);
  return range.toString();
}

/**
 * Where numbers may stand below a node: first from `first` on, then ahead of it. Nearly all texts of
 * a page hold none, and to ask each what it says is dear: the browser says it of all of them at
 * once, and they are only counted.
 *
 * Yields null when it is time to look at the clock. Wants to be told how far the text was read.
 * Returns false when the page has taken the ground away below it, so that it must begin again.
 * @param version another one each time the page has changed
 */
export function* suspectsBelow(
  root: Node,
  first: Node,
  version: () => number,
): Generator<Suspect | null, boolean, number | undefined> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const elements = (root as Partial<Element>).getElementsByTagName?.('*') ?? [];
  /** Place of the element with which the next portion of text begins; unknown when the page has changed. */
  let endsAt = first === root ? 0 : Number.NaN;
  let node: Text | null = null;
  let nodeAt = 0;

  const step = (until: Node | null): void => {
    const next = walker.nextNode();
    node = next === until ? null : (next as Text | null);
  };

  /** Goes on to the text that holds a place. Returns whether it has come there. */
  function isAt(at: number, until: Node | null): boolean {
    for (let steps = 0; node && steps < MOST_STEPS; steps += 1) {
      const end = nodeAt + node.length;
      if (end > at) return true;
      nodeAt = end;
      step(until);
    }
    return false;
  }

  /** Returns whether it came to the end. */
  function* read(until: Text | null): Generator<Suspect | null, boolean, number | undefined> {
    while (node) {
      endsAt += MOST_ELEMENTS;
      const end = elements[endsAt];
      const text = textBetween(root, node, elements[endsAt + SHARED_ELEMENTS] ?? until);
      const before = version();
      nodeAt = 0;
      let at = 0;
      while (node && at < text.length && before === version()) {
        const hint = mayHoldCandidate(text.slice(at, at + (MOST_CHARACTERS + OVERLAP)));
        let to = at + (hint ? hint.end : MOST_CHARACTERS);
        at = hint ? at + hint.start : to;
        if (!hint) yield null;
        while (node && at < to && before === version()) {
          if (isAt(at, until)) {
            const readTo = yield { node, offset: at - nodeAt };
            at = Math.max(at + 1, nodeAt + (readTo ?? node.length));
            to = Math.max(to, at);
          } else yield null;
        }
      }
      if (before !== version()) {
        endsAt = Number.NaN;
        if (node && !root.contains(node)) return false;
      } else if (end) {
        walker.currentNode = end;
        step(until);
      } else return true;
    }
    return true;
  }

  walker.currentNode = first;
  if (isText(root)) node = root;
  else step(null);
  const firstText = node;
  if (!(yield* read(null))) return false;
  if (first === root) return true;
  walker.currentNode = root;
  step(firstText);
  return yield* read(firstText);
}
