/** Reads like one word with what stands beside it, unlike a paragraph or a cell. */
const INLINE = new Set(
  'a abbr b bdi bdo cite data del dfn em font i ins label mark q s small span strong sub sup time u var'.split(
    ' ',
  ),
);
const OPT_OUT = 'data-agent-widget';
const EDITABLE = '[contenteditable]:not([contenteditable="false"])';
const SKIPPED = `head,script,style,noscript,template,code,pre,kbd,samp,textarea,input,select,option,datalist,svg,math,canvas,object,iframe,agent-widget-card,[${OPT_OUT}="off"],${EDITABLE}`;

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

/** Where somebody types, marks would be in the way. */
function isBeingEdited(editor: Element): boolean {
  const root = editor.getRootNode();
  const { activeElement } = isShadowRoot(root) ? root : editor.ownerDocument;
  return editor.contains(activeElement);
}

/** The element around a node that somebody may type into. */
export function editorAround(element: Element): Element | null {
  return element.closest(EDITABLE);
}

/** Whether a text, or what is in an element, is to be read; the browser tells it faster than a look at each element above. */
export function isRead(node: Node): boolean {
  const element = isElement(node) ? node : node.parentElement;
  const skipped = element?.closest(SKIPPED);
  if (skipped) {
    const parent = skipped.parentElement;
    if (!skipped.matches(EDITABLE) || isBeingEdited(skipped)) return false;
    return !parent || isRead(parent);
  }
  const root = node.getRootNode();
  return !isShadowRoot(root) || isRead(root.host);
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
