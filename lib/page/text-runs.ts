import { isElement, isInline, isText } from './reading-rules';

/** A text of the page, or the part of a very long one that was read. */
interface Piece {
  readonly node: Text;
  /** Where the part begins in the node. */
  readonly from: number;
  /** Where it begins in the run. */
  readonly start: number;
}

/** Text that a person reads in one piece, though the page may have split it over inline elements. */
export interface TextRun {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Between these, what stands in the run stands there whole: a very long text is cut off. */
  readonly wholeFrom: number;
  readonly wholeTo: number;
}

/** Where a stretch of the page's text begins and ends; unlike a range it costs the page nothing. */
export type Place = readonly [start: Node, offset: number, end: Node, endOffset: number];

/** Longer texts are read in parts. */
export const LONG_TEXT = 4_000;
/** How far a run goes on to both sides of the text it is about. */
const REACH = 200;
/** No number is longer, however it is written. */
const LONGEST_NUMBER = 100;
const MOST_STEPS = 200;

/** The node after a node and all that is in it, as long as only inline elements are left for it. */
function nodeBeside(node: Node, forward: boolean): Node | null {
  let at: Node | null = node;
  do {
    const beside = forward ? at.nextSibling : at.previousSibling;
    if (beside) return beside;
    at = at.parentNode;
  } while (at && isInline(at));
  return null;
}

/** The first text from a node on that is read in one piece with it, the node itself included. */
export function textFrom(node: Node | null, forward: boolean): Text | null {
  let at = node;
  for (let steps = 0; at && steps < MOST_STEPS; steps += 1) {
    if (isText(at) && at.length > 0) return at;
    if (isElement(at) && !isInline(at)) return null;
    at = (forward ? at.firstChild : at.lastChild) ?? nodeBeside(at, forward);
  }
  return null;
}

/** The text that is read in one piece with a node on that side of it. */
export function textBeside(node: Node, forward: boolean): Text | null {
  return textFrom(nodeBeside(node, forward), forward);
}

/** Parts boxes in a run. Text that comes from markup never holds it. */
export const BOX_END = '\r';
const BOX = /^(?!inline$|contents)./;

/** Whether the page shows a text in a box of its own that the other is not in, as rows do with all they hold. */
function isBoxed(text: Text, other: Text): boolean {
  let at = text.parentElement;
  while (at && !at.contains(other)) {
    if (BOX.test(getComputedStyle(at).display)) return true;
    at = at.parentElement;
  }
  return false;
}

/** The texts up to `REACH` characters beside a text, nearest first, and whether there are more. */
function textsBeside(node: Text, forward: boolean): { texts: Text[]; more: boolean } {
  const texts: Text[] = [];
  let length = 0;
  let at = textBeside(node, forward);
  for (; at && at.length <= LONG_TEXT && length < REACH; at = textBeside(at, forward)) {
    texts.push(at);
    length += at.length;
  }
  return { texts, more: at !== null };
}

/**
 * The run of text around a place, so much of it as may belong to a number there.
 * @param offset matters in a very long text only, which is read from there on
 */
export function runAround(node: Text, offset = 0): TextRun {
  const from = node.length > LONG_TEXT ? Math.max(0, offset - REACH) : 0;
  // Not by way of `data`: a browser may copy all of it each time.
  const part = node.substringData(from, LONG_TEXT);
  const cut = { texts: [], more: true };
  const before = from > 0 ? cut : textsBeside(node, false);
  const after = from + part.length < node.length ? cut : textsBeside(node, true);
  let text = '';
  const texts = [...before.texts.reverse(), node, ...after.texts];
  const pieces = texts.map((piece, index) => {
    const last = texts[index - 1];
    if (last && (isBoxed(last, piece) || isBoxed(piece, last))) text += BOX_END;
    const start = text.length;
    text += piece === node ? part : piece.data;
    return { node: piece, from: piece === node ? from : 0, start };
  });
  return {
    text,
    pieces,
    wholeFrom: before.more ? LONGEST_NUMBER : 0,
    wholeTo: text.length - (after.more ? LONGEST_NUMBER : 0),
  };
}

/** Where the part `[start, end)` of a run stands in the page; null when it is not in the run. */
export function placeOf({ pieces }: TextRun, start: number, end: number): Place | null {
  const first = pieces.findLast((piece) => piece.start <= start);
  const last = pieces.findLast((piece) => piece.start < end);
  return first && last
    ? [first.node, first.from + start - first.start, last.node, last.from + end - last.start]
    : null;
}

/** A range of the page that follows its changes; each one that lives makes every change dearer. */
export function rangeOf([start, offset, end, endOffset]: Place): Range {
  const range = new Range();
  const lengthOf = (node: Node) => (isText(node) ? node.length : 0);
  range.setStart(start, Math.min(offset, lengthOf(start)));
  range.setEnd(end, Math.min(endOffset, lengthOf(end)));
  return range;
}

/** What stands at a place now. */
export function textAt(place: Place): string {
  const [start, offset, end, endOffset] = place;
  if (start !== end || !isText(start)) return String(rangeOf(place));
  return offset < start.length ? start.substringData(offset, endOffset - offset) : '';
}
