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
  const step = (until: Node | null): Text | null => {
    const node = walker.nextNode();
    return node !== until && node && isText(node) ? node : null;
  };

  /** Returns whether it came to the end. */
  function* read(
    from: Text | null,
    until: Text | null,
  ): Generator<Suspect | null, boolean, number | undefined> {
    let node = from;
    while (node) {
      const text = textBetween(root, node, until);
      const before = version();
      let nodeAt = 0;
      let at = 0;
      let steps = 0;
      while (node && at < text.length && before === version()) {
        const hint = mayHoldCandidate(text.slice(at, at + MOST_CHARACTERS + OVERLAP));
        let to = at + (hint ? hint.end : MOST_CHARACTERS);
        if (hint) at += hint.start;
        else at = to;
        if (!hint) yield null;
        while (node && at < to && before === version()) {
          if (nodeAt + node.length <= at) {
            nodeAt += node.length;
            node = step(until);
            steps += 1;
            if (steps % MOST_STEPS === 0) yield null;
          } else {
            const readTo = yield { node, offset: at - nodeAt };
            at = Math.max(at + 1, nodeAt + (readTo ?? node.length));
            to = Math.max(to, at);
          }
        }
      }
      if (before === version()) return true;
      if (node && !root.contains(node)) return false;
    }
    return true;
  }

  walker.currentNode = first;
  const firstText = isText(root) ? root : step(null);
  if (!(yield* read(firstText, null))) return false;
  if (first === root) return true;
  walker.currentNode = root;
  return yield* read(step(firstText), firstText);
}
