import type { RecognisedNumber } from '@/lib/messages/reply';
import { type CardTarget, targetOfField, targetOfFound } from './card-target';
import type { FoundNumber, FoundNumbers } from './found-numbers';
import { linkOn } from './links';
import type { PageCard } from './page-card';

/** A pointer on its way to something else opens nothing. */
const OPEN_AFTER_MS = 120;
/** One that slips off the way to the card has time to come back. */
const CLOSE_AFTER_MS = 250;
/** A number is read with the focus of a small thing; the focus of a whole list is not about its first number. */
const LONGEST_FOCUSED_TEXT = 80;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Finds the number that a field holds; null when it holds none, or something else as well. */
export type NumberInField = (field: Field) => Promise<RecognisedNumber | null>;

interface Caret {
  readonly node: Node;
  readonly offset: number;
}

/** Something below the pointer that a card may be opened for. */
interface Hit {
  readonly anchor: Range | Element;
  open(): void;
}

/** Browsers look into those shadow roots only that they are told of. */
function caretAt(
  document: Document,
  x: number,
  y: number,
  shadowRoots: ShadowRoot[],
): Caret | null {
  // Chromium before 128 knows only the older of the two.
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y, { shadowRoots });
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

function rectAt(range: Range, x: number, y: number): DOMRect | null {
  return (
    [...range.getClientRects()].find(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    ) ?? null
  );
}

const isField = (target: EventTarget | undefined): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** The card, and how to make it come a moment before it is wanted. */
type PointedCard = PageCard & { warm(): void };

/** Opens the card a moment after the pointer has come to a number, and closes it a moment after it has left both. */
function createHoverIntent(card: PointedCard) {
  let opening: { anchor: Range | Element; timer: ReturnType<typeof setTimeout> } | null = null;
  let closing: ReturnType<typeof setTimeout> | undefined;

  function stay(): void {
    clearTimeout(closing);
    closing = undefined;
  }
  function stopOpening(): void {
    clearTimeout(opening?.timer);
    opening = null;
  }

  return {
    over({ anchor, open }: Hit): void {
      stay();
      if (card.isFor(anchor)) stopOpening();
      else if (opening?.anchor !== anchor) {
        stopOpening();
        card.warm();
        const timer = setTimeout(() => {
          opening = null;
          open();
        }, OPEN_AFTER_MS);
        opening = { anchor, timer };
      }
    },
    overCard(): void {
      stay();
      stopOpening();
    },
    away(): void {
      stopOpening();
      closing ??= setTimeout(() => {
        closing = undefined;
        card.leave();
      }, CLOSE_AFTER_MS);
    },
    stop(): void {
      stay();
      stopOpening();
    },
  };
}

/** Opens the card for the number below the pointer or the focus, and closes it when both have left. */
export function followPointer(
  document: Document,
  numbers: FoundNumbers,
  card: PointedCard,
  numberInField: NumberInField,
  signal: AbortSignal,
): void {
  const intent = createHoverIntent(card);
  let lastField: Field | null = null;

  const hitOf = (target: CardTarget, beside: DOMRect): Hit => ({
    anchor: target.anchor,
    open: () => card.open(target, beside),
  });

  function found(x: number, y: number): { found: FoundNumber; rect: DOMRect } | null {
    const caret = caretAt(document, x, y, numbers.shadowRoots());
    const number = caret && numbers.at(caret.node, caret.offset);
    const rect = number && rectAt(number.range, x, y);
    return number && rect ? { found: number, rect } : null;
  }

  async function openField(field: Field): Promise<void> {
    lastField = field;
    const number = await numberInField(field);
    // Meanwhile the agent may have gone on, or stopped everything.
    if (!number || lastField !== field || signal.aborted) return;
    card.open(targetOfField(field, number), field.getBoundingClientRect());
  }

  function hitAt({ clientX, clientY }: MouseEvent, path: readonly EventTarget[]): Hit | null {
    const number = found(clientX, clientY);
    if (number) return hitOf(targetOfFound(number.found), number.rect);
    const link = linkOn(path);
    if (link) return hitOf(link, link.anchor.getBoundingClientRect());
    const [field] = path;
    return isField(field) ? { anchor: field, open: () => void openField(field) } : null;
  }

  function look(event: MouseEvent, path: readonly EventTarget[]): void {
    lastField = null;
    if (path.some(card.isHost) || card.covers(event.clientX, event.clientY)) {
      intent.overCard();
      return;
    }
    const hit = hitAt(event, path);
    if (hit) intent.over(hit);
    else intent.away();
  }

  let frame = 0;
  const options = { signal, passive: true, capture: true };
  document.addEventListener(
    'pointermove',
    (event) => {
      // With a button pressed the agent selects or drags; a finger touches and does not hover.
      if (!event.isTrusted || event.buttons !== 0 || event.pointerType === 'touch') return;
      const path = event.composedPath();
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (!signal.aborted) look(event, path);
      });
    },
    options,
  );
  document.addEventListener(
    'pointerout',
    ({ relatedTarget, isTrusted }) => {
      if (!isTrusted || relatedTarget) return;
      cancelAnimationFrame(frame);
      intent.away();
    },
    options,
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted || event.composedPath().some(card.isHost)) return;
      cancelAnimationFrame(frame);
      intent.stop();
      if (!card.covers(event.clientX, event.clientY)) card.close();
    },
    options,
  );
  document.addEventListener(
    'click',
    (event) => {
      const { pointerType, isTrusted } = event as PointerEvent;
      if (!isTrusted || (pointerType !== 'touch' && pointerType !== 'pen')) return;
      const path = event.composedPath();
      if (!path.some(card.isHost)) hitAt(event, path)?.open();
    },
    options,
  );
  document.addEventListener(
    'focusin',
    (event) => {
      const path = event.composedPath();
      const [target] = path;
      if (!(target instanceof Element) || target === document.body || path.some(card.isHost))
        return;
      if (!target.matches(':focus-visible')) return;
      if (isField(target)) {
        void openField(target);
        return;
      }
      const link = linkOn([target]);
      const number =
        (target.textContent?.length ?? 0) > LONGEST_FOCUSED_TEXT ? null : numbers.within(target);
      const shown = link ?? (number && targetOfFound(number));
      if (shown) card.open(shown, target.getBoundingClientRect());
    },
    options,
  );
  document.addEventListener(
    'focusout',
    (event) => {
      lastField = null;
      if (!event.composedPath().some(card.isHost)) intent.away();
    },
    options,
  );
  document.addEventListener(
    'input',
    ({ target }) => {
      lastField = null;
      if (target instanceof Element && card.isFor(target)) card.close();
    },
    options,
  );
  document.addEventListener('scroll', ({ target }) => card.moved(target as Node), options);
  document.defaultView?.addEventListener('resize', () => card.moved(document), options);
  document.addEventListener(
    'keydown',
    ({ key, target }) => {
      if (key === 'Escape' && !card.isHost(target)) card.close();
    },
    options,
  );
  signal.addEventListener('abort', intent.stop);
}
