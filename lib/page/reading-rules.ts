/** Reads like one word with what stands beside it, unlike a paragraph or a cell. */
const INLINE = new Set(
  'a abbr b bdi bdo cite data del dfn em font i ins label mark q s small span strong sub sup time u var'.split(
    ' ',
  ),
);
const OPT_OUT = 'data-agent-widget';
/** Marks would be in the way where somebody writes. */
const SKIPPED = `title,script,style,noscript,code,pre,kbd,samp,textarea,option,svg,math,iframe,agent-widget-card,[${OPT_OUT}=off],[contenteditable]:not([contenteditable=false])`;

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

/** Whether the text of an element goes on in the text around it. */
export function isInline(node: Node): boolean {
  const element = node as Element;
  return INLINE.has(element.localName) && !element.shadowRoot && !element.hasAttribute(OPT_OUT);
}

/** Whether a text or an element is to be read. */
export function isRead(node: Node): boolean {
  for (let at = node; ; ) {
    const element = isElement(at) ? at : at.parentElement;
    if (element?.closest(SKIPPED)) return false;
    const root = at.getRootNode();
    if (!(root instanceof ShadowRoot)) return true;
    at = root.host;
  }
}

const REFUSALS =
  'meta[name="format-detection" i][content*="telephone=no" i],meta[name="SKYPE_TOOLBAR" i]';

/** A page may say that it has no phone numbers worth marking, or be one great field to write in. */
export function forbidsMarking(document: Document): boolean {
  return document.designMode === 'on' || document.querySelector(REFUSALS) !== null;
}
