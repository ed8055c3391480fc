import type { PageWords } from '@/lib/i18n/page-words';
import type { CallPhase } from '@/lib/messages/reply';
import type { Send } from '@/lib/messages/send';
import type { CardTarget } from './card-target';
import type { FoundNumbers } from './found-numbers';

/** The one element of ours; a scan of the page passes over it. */
export const CARD_ELEMENT = 'agent-widget-card';

/** What the page's script wants of its card. */
export interface PageCard {
  /** Opens the card beside the number; the focus stays where it is. */
  open(target: CardTarget, beside: DOMRect): void;
  /** Opens it and dials at once. */
  call(target: CardTarget): void;
  /** Opens it with the focus inside for the next (1) or the previous (-1) number of the page. */
  step(direction: 1 | -1): void;
  isFor(anchor: Range | Element): boolean;
  /** Closes the card, unless the agent is busy with it or has yet to read what became of a call. */
  leave(): void;
  /** Closes the card; the focus goes back to where it was before it came in. */
  close(): void;
  /** Everything in this part of the page stands elsewhere now. */
  moved(within: Node): void;
  /** The background says how far a call dialled from this page has come. */
  told(number: string, phase: CallPhase): void;
  /** The words are others from now on. */
  speak(words: PageWords): void;
  /** Whether a point of the page is on the open card or on the way from its number to it. */
  covers(x: number, y: number): boolean;
  /** Whether the page takes what happens inside the card for something that happens to this. */
  isHost(target: EventTarget | null): boolean;
}

/** Makes the card that a page's script asks for, in a script of its own. */
export type CreatePageCard = (
  document: Document,
  numbers: FoundNumbers,
  send: Send,
  signal: AbortSignal,
) => Promise<PageCard>;

/** Name of the connection by which a page's script asks the background for the card's script. */
export const CARD_PORT = 'card';

declare global {
  /** Waits for the card's script, in the world that both scripts share and the page does not. */
  var agentWidgetTakeCard: ((create: CreatePageCard) => void) | undefined;
}

interface Wanted {
  act(card: PageCard): void;
  /** Whether it is done even if the pointer has gone on meanwhile. */
  readonly forGood: boolean;
}

/**
 * The card, whose script comes into the page when it is first wanted: most pages are left without
 * a number having been pointed at.
 * @param ask has the background put the card's script into this frame; calls back when it has, or cannot
 * @param create makes the card with what the script brings
 */
export function createPageCard(
  ask: (over: () => void) => void,
  create: (create: CreatePageCard) => Promise<PageCard>,
): PageCard & { warm(): void } {
  let card: PageCard | null = null;
  let wanted: Wanted | null = null;
  let isComing = false;

  async function take(make: CreatePageCard): Promise<void> {
    globalThis.agentWidgetTakeCard = undefined;
    card = await create(make);
    wanted?.act(card);
    wanted = null;
  }

  function warm(): void {
    if (isComing) return;
    isComing = true;
    let hasCome = false;
    globalThis.agentWidgetTakeCard = (make) => {
      hasCome = true;
      void take(make);
    };
    ask(() => {
      isComing = hasCome;
    });
  }

  /** Does it with the card; when the card is there, if nothing else was wanted meanwhile. */
  function want(act: Wanted['act'], forGood: boolean): void {
    if (card) {
      act(card);
      return;
    }
    if (forGood || !wanted?.forGood) wanted = { act, forGood };
    warm();
  }

  function forget(): void {
    if (!wanted?.forGood) wanted = null;
  }

  return {
    warm,
    open: (target, beside) => want((there) => there.open(target, beside), false),
    call: (target) => want((there) => there.call(target), true),
    step: (direction) => want((there) => there.step(direction), true),
    isFor: (anchor) => card?.isFor(anchor) === true,
    leave() {
      forget();
      card?.leave();
    },
    close() {
      forget();
      card?.close();
    },
    moved: (within) => card?.moved(within),
    told: (number, phase) => card?.told(number, phase),
    speak: (words) => card?.speak(words),
    covers: (x, y) => card?.covers(x, y) === true,
    isHost: (target) => card?.isHost(target) === true,
  };
}
