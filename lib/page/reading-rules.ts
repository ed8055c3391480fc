/** Reads like one word with what stands beside it, unlike a paragraph or a cell. */
const INLINE = new Set(
  'a abbr b bdi bdo cite data del dfn em font i ins label mark q s small span strong sub sup time u var'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'head script style noscript template code pre kbd samp textarea input select option datalist svg math canvas object iframe agent-widget-card'.split(
    ' ',
  ),
);
const OPT_OUT = 'data-agent-widget';
const EDITABLE = 'contenteditable';

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === 11 && 'host' in node;
}

/** Whether the text of an element goes on in the text around it. */
export function isInline(node: Node): boolean {
  return (
    isElement(node) && INLINE.has(node.localName) && !node.shadowRoot && !node.hasAttribute(OPT_OUT)
  );
}

/** Where somebody types, marks would be in the way. */
function isBeingEdited(element: Element): boolean {
  const editable = element.getAttribute(EDITABLE);
  if (editable === null || editable === 'false') return false;
  const root = element.getRootNode();
  const { activeElement } = isShadowRoot(root) ? root : element.ownerDocument;
  return element.contains(activeElement);
}

/** The element around a node that somebody may type into. */
export function editorAround(element: Element): Element | null {
  return element.closest(`[${EDITABLE}]`);
}

function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.localName)) return true;
  return element.getAttribute(OPT_OUT) === 'off' || isBeingEdited(element);
}

export type ReadingRules = (node: Node | null) => boolean;

/** Tells of texts and elements whether they are to be read, for as long as the page does not change. */
export function createReadingRules(): ReadingRules {
  const known = new Map<Node, boolean>();
  return function isRead(node): boolean {
    if (!node) return true;
    const parent = isShadowRoot(node) ? node.host : node.parentNode;
    if (!isElement(node)) return isRead(parent);
    let read = known.get(node);
    if (read === undefined) {
      read = !isSkipped(node) && isRead(parent);
      known.set(node, read);
    }
    return read;
  };
}

/** A page may say that it has no phone numbers worth marking, or be one great field to write in. */
export function forbidsMarking(document: Document): boolean {
  if (document.designMode === 'on') return true;
  for (const { name, content } of document.querySelectorAll('meta')) {
    if (/^format-detection$/i.test(name) && /telephone\s*=\s*no/i.test(content)) return true;
    if (/^skype_toolbar$/i.test(name) && /parser_compatible/i.test(content)) return true;
  }
  return false;
}
