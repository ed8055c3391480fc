/** Reads like one word with what stands beside it, unlike a paragraph or a cell. */
const INLINE = new Set(
  'a abbr b bdi bdo cite data del dfn em font i ins label mark q s small span strong sub sup time u var'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'title script style noscript code pre kbd samp textarea option svg math iframe agent-widget-card'.split(
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

function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === 11 && 'host' in node;
}

/** Whether the text of an element goes on in the text around it. */
export function isInline(node: Node): boolean {
  return (
    isElement(node) && INLINE.has(node.localName) && !node.shadowRoot && !node.hasAttribute(OPT_OUT)
  );
}

/** Marks would be in the way where somebody writes. */
function isSkipped(element: Element): boolean {
  return (
    SKIPPED.has(element.localName) ||
    element.getAttribute(OPT_OUT) === 'off' ||
    (element.getAttribute(EDITABLE) ?? 'false') !== 'false'
  );
}

export type ReadingRules = (node: Node | null) => boolean;

/** Tells of texts and elements whether they are to be read, for as long as the page does not change. */
export function createReadingRules(): ReadingRules {
  const known = new Map<Node, boolean>();
  return (node) => {
    const asked: Element[] = [];
    let read: boolean | undefined;
    // A page may nest deeper than a function may call itself.
    for (let at = node; at && read === undefined; at = isShadowRoot(at) ? at.host : at.parentNode) {
      if (!isElement(at)) continue;
      read = isSkipped(at) ? false : known.get(at);
      asked.push(at);
    }
    for (const element of asked) known.set(element, read ?? true);
    return read ?? true;
  };
}

const REFUSALS =
  'meta[name="format-detection" i][content*="telephone=no" i],meta[name="SKYPE_TOOLBAR" i]';

/** A page may say that it has no phone numbers worth marking, or be one great field to write in. */
export function forbidsMarking(document: Document): boolean {
  return document.designMode === 'on' || document.querySelector(REFUSALS) !== null;
}
