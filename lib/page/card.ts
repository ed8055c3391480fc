import type { TranslateFor } from '@/lib/i18n/translate';
import { CARD_STYLE } from './card-style';

export type CardKey = 'card.call' | 'card.calling' | 'card.created';
type Translate = TranslateFor<CardKey>;

/** What became of a click, in words. */
export type CallOutcome = { readonly ok: true } | { readonly ok: false; readonly text: string };

export interface Card {
  /** Opens the card beside the number; nothing happens when it is open for that number already. */
  open(number: string, beside: DOMRect): void;
  close(): void;
  remove(): void;
  /** Whether a point of the page is on the open card or on the bridge to its number. */
  covers(x: number, y: number): boolean;
}

/** The one element of ours; a scan of the page passes over it. */
export const CARD_ELEMENT = 'agent-widget-card';
const GAP = 6;
const EDGE = 8;
/** Long enough to read that the device will ring. */
const CREATED_SHOWN_MS = 4_000;

interface Parts {
  readonly host: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly words: HTMLParagraphElement;
}

function createParts(document: Document): Parts {
  const host = document.createElement(CARD_ELEMENT);
  host.popover = 'manual';
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = CARD_STYLE;
  const button = document.createElement('button');
  button.type = 'button';
  const words = document.createElement('p');
  shadow.append(style, button, words);
  return { host, button, words };
}

function place(host: HTMLElement, beside: DOMRect): void {
  const { width, height } = host.getBoundingClientRect();
  const { clientWidth, clientHeight } = host.ownerDocument.documentElement;
  const left = Math.min(Math.max(EDGE, beside.left), Math.max(EDGE, clientWidth - width - EDGE));
  const below = beside.bottom + GAP;
  const top = below + height > clientHeight - EDGE ? beside.top - GAP - height : below;
  host.style.setProperty('--agent-widget-left', `${Math.round(left)}px`);
  host.style.setProperty('--agent-widget-top', `${Math.round(Math.max(EDGE, top))}px`);
}

/**
 * The one element of ours in a page: a card in a closed shadow root outside the body, in the top layer.
 * @param call dials the number; called for a person's own click only, and for one click at a time
 */
export function createCard(
  document: Document,
  t: Translate,
  call: (number: string) => Promise<CallOutcome>,
): Card {
  const { host, button, words } = createParts(document);
  let shown: { number: string; beside: DOMRect } | null = null;
  /** The numbers whose call has not been answered yet, on the card or not. */
  const calling = new Set<string>();
  let leaving: ReturnType<typeof setTimeout> | undefined;

  function say(text: string, kind: 'status' | 'alert'): void {
    words.setAttribute('role', kind);
    words.textContent = text;
    if (shown) place(host, shown.beside);
  }

  function reset(number: string): void {
    clearTimeout(leaving);
    button.disabled = calling.has(number);
    button.textContent = t(button.disabled ? 'card.calling' : 'card.call', { number });
    words.removeAttribute('role');
    words.textContent = '';
  }

  async function dial(): Promise<void> {
    if (!shown || button.disabled) return;
    const { number } = shown;
    button.disabled = true;
    button.textContent = t('card.calling', { number });
    calling.add(number);
    const outcome = await call(number);
    calling.delete(number);
    if (shown?.number !== number) return;
    if (outcome.ok) {
      say(t('card.created'), 'status');
      leaving = setTimeout(close, CREATED_SHOWN_MS);
      return;
    }
    button.disabled = false;
    button.textContent = t('card.call', { number });
    say(outcome.text, 'alert');
  }

  // A page can click our button by script, but it cannot make the browser trust that click.
  button.addEventListener('click', (event) => {
    if (event.isTrusted) void dial();
  });

  function close(): void {
    if (!shown) return;
    shown = null;
    host.hidePopover();
    host.remove();
  }

  return {
    open(number, beside) {
      if (shown?.number === number && shown.beside.top === beside.top) return;
      if (shown?.number !== number) reset(number);
      if (!host.isConnected) document.documentElement.append(host);
      if (!shown) host.showPopover();
      shown = { number, beside };
      place(host, beside);
    },
    close,
    remove() {
      close();
      host.remove();
    },
    covers(x, y) {
      if (!shown) return false;
      const card = host.getBoundingClientRect();
      const { beside } = shown;
      const inside =
        x >= Math.min(card.left, beside.left) - GAP &&
        x <= Math.max(card.right, beside.right) + GAP &&
        y >= Math.min(card.top, beside.top) - GAP &&
        y <= Math.max(card.bottom, beside.bottom) + GAP;
      return inside;
    },
  };
}
