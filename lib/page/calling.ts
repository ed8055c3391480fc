import type { Send } from '@/lib/messages/send';
import type { FoundNumbers } from './found-numbers';
import { followLinks } from './links';
import { createPageCard, type PageCard } from './page-card';
import { followPointer, type NumberInField } from './pointer';

interface CallingPorts {
  readonly numbers: FoundNumbers;
  readonly send: Send;
  readonly numberInField: NumberInField;
  /** Has the background put the card's script into this frame; calls back when it has, or cannot. */
  askForCard(over: () => void): void;
}

/** Lets the agent call the numbers and telephone links of a page until the signal is aborted. */
export function startCalling(
  document: Document,
  { numbers, send, numberInField, askForCard }: CallingPorts,
  signal: AbortSignal,
): PageCard {
  const card = createPageCard(askForCard, (create) => create(document, numbers, send, signal));
  followPointer(document, numbers, card, numberInField, signal);
  followLinks(document, card.call, signal);
  return card;
}

/** Whether the agent's keys go to this frame of a page, all of whose frames hear of a step. */
export function hasKeys(document: Document): boolean {
  const isTop = document.defaultView === document.defaultView?.top;
  const isElsewhere = /^i?frame$/i.test(document.activeElement?.localName ?? '');
  return document.hasFocus() ? !isElsewhere : isTop;
}
