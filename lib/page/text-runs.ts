/** Text that a person reads in one piece, though the page may have split it over inline elements. */
export interface TextRun {
  readonly text: string;
  readonly pieces: readonly { readonly node: Text; readonly start: number }[];
}

const INLINE = new Set(
  'A ABBR B BDI BDO CITE DATA DEL DFN EM FONT I INS LABEL MARK Q S SMALL SPAN STRONG SUB SUP TIME U VAR'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE CODE PRE KBD SAMP TEXTAREA INPUT SELECT OPTION SVG MATH CANVAS OBJECT IFRAME'.split(
    ' ',
  ),
);
const OPT_OUT = '[data-agent-widget="off"]';
/** Nothing shorter can be a phone number. */
const DIGIT = /\d/;

function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.tagName.toUpperCase())) return true;
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  return element.matches(OPT_OUT);
}

/** Whether the node, or anything that it stands in, is not to be read. */
function isInSkipped(node: Node): boolean {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof Element && isSkipped(at)) return true;
  }
  return false;
}

/** A page may say that it has no phone numbers worth marking. */
export function forbidsMarking(document: Document): boolean {
  const meta = document.querySelector('meta[name="format-detection" i]');
  return /telephone\s*=\s*no/i.test(meta?.getAttribute('content') ?? '');
}

/** Whether a node begins and ends a piece of text, as it is no inline element and no text itself. */
export function isBlock(node: Node): boolean {
  return node instanceof Element && !INLINE.has(node.tagName.toUpperCase());
}

/** The element whose text must be read anew when something inside it has changed. */
export function blockOf(node: Node): Node {
  let block: Node = node;
  while (block.parentNode && !isBlock(block)) block = block.parentNode;
  return block;
}

/**
 * The runs of text below a node that hold a digit, in document order, open shadow roots included.
 * @param entered called with each shadow root on the way
 */
export function* textRunsBelow(
  root: Node,
  entered: (shadow: ShadowRoot) => void = () => {},
): Generator<TextRun> {
  let pieces: { node: Text; start: number }[] = [];
  let text = '';

  function* flush(): Generator<TextRun> {
    if (DIGIT.test(text)) yield { text, pieces };
    pieces = [];
    text = '';
  }

  function* visit(node: Node): Generator<TextRun> {
    if (node instanceof Text) {
      pieces.push({ node, start: text.length });
      text += node.data;
      return;
    }
    if (node instanceof Element && isSkipped(node)) {
      yield* flush();
      return;
    }
    const cuts = isBlock(node);
    if (cuts) yield* flush();
    if (node instanceof Element && node.shadowRoot) {
      entered(node.shadowRoot);
      for (const child of node.shadowRoot.childNodes) yield* visit(child);
      yield* flush();
    }
    for (const child of node.childNodes) yield* visit(child);
    if (cuts) yield* flush();
  }

  if (isInSkipped(root)) return;
  yield* visit(root);
  yield* flush();
}

function positionIn(run: TextRun, offset: number, atEnd: boolean): [Text, number] | null {
  const piece = run.pieces.findLast(({ start }) => (atEnd ? start < offset : start <= offset));
  return piece ? [piece.node, Math.min(offset - piece.start, piece.node.length)] : null;
}

/** The part `[start, end)` of a run as a range of the page; null when the page has changed meanwhile. */
export function rangeOf(run: TextRun, start: number, end: number): Range | null {
  const from = positionIn(run, start, false);
  const to = positionIn(run, end, true);
  if (!from?.[0].isConnected || !to?.[0].isConnected) return null;
  const range = from[0].ownerDocument.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}
