import { composedParent } from './composed-tree';

/** Reads like one word with what stands beside it, unlike a paragraph or a cell. */
const INLINE =
  /^(a|abbr|b|bdi|bdo|big|cite|data|del|dfn|em|font|i|ins|label|mark|nobr|q|s|small|span|strong|sub|sup|time|u|var|wbr)$/;
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
  return INLINE.test(element.localName) && !element.shadowRoot && !element.hasAttribute(OPT_OUT);
}

/** Tells of texts and elements whether they are to be read, for as long as the page does not change. */
export function createReadingRules(): (node: Node) => boolean {
  const read = new Set<Node>();
  return (node) => {
    const passed: Node[] = [];
    // A page may nest deeper than a function may call itself.
    for (let at: Node | null = node; at && !read.has(at); at = composedParent(at)) {
      if (isElement(at) && at.matches(SKIPPED)) return false;
      passed.push(at);
    }
    for (const one of passed) read.add(one);
    return true;
  };
}

const REFUSALS =
  'meta[name="format-detection" i][content*="telephone=no" i],meta[name="SKYPE_TOOLBAR" i]';

/** A page may say that it has no phone numbers worth marking, or be one great field to write in. */
export function forbidsMarking(document: Document): boolean {
  return document.designMode === 'on' || document.querySelector(REFUSALS) !== null;
}
