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

/** A stretch of the page's text. Its shape is that of a range, which costs the page nothing. */
export interface Place {
  readonly startContainer: Node;
  readonly startOffset: number;
  readonly endContainer: Node;
  readonly endOffset: number;
}

/** Longer texts are read in parts. */
export const LONG_TEXT = 4_000;
/** How far a run goes on to both sides of the text it is about. */
const REACH = 200;
/** No number is longer, however it is written. */
const LONGEST_NUMBER = 100;
const MOST_STEPS = 200;

function edgeOf(node: Node, forward: boolean): Node | null {
  return forward ? node.firstChild : node.lastChild;
}

/** The node after a node and all that is in it, as long as only inline elements are left for it. */
function nodeBeside(node: Node, forward: boolean): Node | null {
  for (let at: Node | null = node; at; at = at.parentNode) {
    const beside = forward ? at.nextSibling : at.previousSibling;
    if (beside) return beside;
    if (!at.parentNode || !isInline(at.parentNode)) return null;
  }
  return null;
}

/** The first text from a node on that is read in one piece with it, the node itself included. */
export function textFrom(node: Node | null, forward: boolean): Text | null {
  let at = node;
  for (let steps = 0; at && steps < MOST_STEPS; steps += 1) {
    if (isText(at) && at.length > 0) return at;
    if (isElement(at) && !isInline(at)) return null;
    at = edgeOf(at, forward) ?? nodeBeside(at, forward);
  }
  return null;
}

/** The text that is read in one piece with a node on that side of it. */
export function textBeside(node: Node, forward: boolean): Text | null {
  return textFrom(nodeBeside(node, forward), forward);
}

/** Up to `REACH` characters beside a text, nearest first; whether there is more. */
function reachFrom(node: Text, forward: boolean): { nodes: Text[]; length: number; more: boolean } {
  const nodes: Text[] = [];
  let length = 0;
  let at = textBeside(node, forward);
  for (; at && length < REACH; at = textBeside(at, forward)) {
    nodes.push(at);
    length += at.length;
  }
  return { nodes, length, more: at !== null || length > REACH };
}

/**
 * The run of text around a place, so much of it as may belong to a number there.
 * @param offset matters in a very long text only, which is read from there on
 */
export function runAround(node: Text, offset = 0): TextRun {
  const isLong = node.length > LONG_TEXT;
  const from = isLong ? Math.max(0, offset - REACH) : 0;
  const to = isLong ? Math.min(node.length, offset + LONG_TEXT) : node.length;
  const before = from === 0 ? reachFrom(node, false) : { nodes: [], length: 0, more: true };
  const after = to === node.length ? reachFrom(node, true) : { nodes: [], length: 0, more: true };
  const pieces: Piece[] = [];
  let text = '';
  const add = (piece: Text, start: number, end: number) => {
    pieces.push({ node: piece, from: start, start: text.length });
    text +=
      start === 0 && end >= piece.length ? piece.data : piece.substringData(start, end - start);
  };
  for (const piece of before.nodes.reverse())
    add(piece, Math.max(0, piece.length - LONG_TEXT), piece.length);
  add(node, from, to);
  for (const piece of after.nodes) add(piece, 0, LONG_TEXT);
  return {
    text,
    pieces,
    wholeFrom: before.more ? LONGEST_NUMBER : 0,
    wholeTo: text.length - (after.more ? LONGEST_NUMBER : 0),
  };
}

function positionIn(run: TextRun, offset: number, atEnd: boolean): [Text, number] | null {
  const piece = run.pieces.findLast(({ start }) => (atEnd ? start < offset : start <= offset));
  return piece ? [piece.node, piece.from + offset - piece.start] : null;
}

/** Where the part `[start, end)` of a run stands in the page; null when it is not in the run. */
export function placeOf(run: TextRun, start: number, end: number): Place | null {
  const from = positionIn(run, start, false);
  const to = positionIn(run, end, true);
  if (!from || !to) return null;
  return {
    startContainer: from[0],
    startOffset: from[1],
    endContainer: to[0],
    endOffset: to[1],
  };
}

/** A range of the page that follows its changes; each one that lives makes every change dearer. */
export function rangeOf({ startContainer, startOffset, endContainer, endOffset }: Place): Range {
  const range = new Range();
  const lengthOf = (node: Node) => node.nodeValue?.length ?? node.childNodes.length;
  range.setStart(startContainer, Math.min(startOffset, lengthOf(startContainer)));
  range.setEnd(endContainer, Math.min(endOffset, lengthOf(endContainer)));
  return range;
}

/** What stands at a place now. */
export function textAt(place: Place): string {
  const { startContainer, startOffset, endContainer, endOffset } = place;
  return startContainer === endContainer
    ? (startContainer.nodeValue?.slice(startOffset, endOffset) ?? '')
    : String(rangeOf(place));
}
