import { CARD_ELEMENT } from './page-card';
import { isElement, isInline, isText } from './reading-rules';
import { textBeside, textFrom } from './text-runs';

/** What of the page has to be read, each part once however often it has changed. */
export interface Unread {
  /** With all that is in them. */
  readonly trees: Set<Node>;
  /** Texts that changed or have new neighbours. */
  readonly texts: Set<Text>;
  /** Whether anything has changed at all; what has left the page need not be read. */
  isChanged: boolean;
}

export function nothingUnread(): Unread {
  return { trees: new Set(), texts: new Set(), isChanged: false };
}

const isOurs = (node: Node) => isElement(node) && node.localName === CARD_ELEMENT;

/** A line of text has changed where this was put in or taken out. */
function addNeighbours(unread: Unread, record: MutationRecord): void {
  const { target, previousSibling: before, nextSibling: after } = record;
  const goesOn = isInline(target);
  const left = before ? textFrom(before, false) : goesOn ? textBeside(target, false) : null;
  const right = after ? textFrom(after, true) : goesOn ? textBeside(target, true) : null;
  if (left) unread.texts.add(left);
  if (right) unread.texts.add(right);
}

/** Notes what a change leaves to be read. */
export function noteChange(unread: Unread, record: MutationRecord): void {
  const { type, target, addedNodes, removedNodes } = record;
  if (type === 'characterData') {
    if (isText(target)) unread.texts.add(target);
    unread.isChanged = true;
    return;
  }
  if ([...addedNodes, ...removedNodes].every(isOurs)) return;
  unread.isChanged = true;
  for (const node of addedNodes) {
    unread.trees.add(node);
    const text = textFrom(node, true);
    if (text) unread.texts.add(text);
  }
  addNeighbours(unread, record);
}
