import type { Card } from './card';
import type { FoundNumber, FoundNumbers } from './found-numbers';

interface Caret {
  readonly node: Node;
  readonly offset: number;
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

/** A page may write `tel:+420%20777…`; what is wrongly encoded is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function dialOfLink(target: EventTarget | null): { link: Element; dial: string } | null {
  const link = target instanceof Element ? target.closest('a[href^="tel:" i]') : null;
  const dial = decoded(link?.getAttribute('href')?.slice('tel:'.length) ?? '').trim();
  return link && dial ? { link, dial } : null;
}

/** Opens the card for the number below the pointer or the focus, and closes it when both have left. */
export function followPointer(
  document: Document,
  numbers: FoundNumbers,
  card: Card,
  signal: AbortSignal,
): void {
  function hovered(x: number, y: number): { found: FoundNumber; rect: DOMRect } | null {
    const caret = caretAt(document, x, y, numbers.shadowRoots());
    const found = caret && numbers.at(caret.node, caret.offset);
    const rect = found && rectAt(found.range, x, y);
    return found && rect ? { found, rect } : null;
  }

  function onMove({ clientX: x, clientY: y, target }: PointerEvent): void {
    const hit = hovered(x, y);
    const link = hit ? null : dialOfLink(target);
    if (hit) card.open(hit.found.dial, hit.rect);
    else if (link) card.open(link.dial, link.link.getBoundingClientRect());
    else if (!card.covers(x, y)) card.close();
  }

  let frame = 0;
  const options = { signal, passive: true, capture: true };
  document.addEventListener(
    'pointermove',
    (event) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (!signal.aborted) onMove(event);
      });
    },
    options,
  );
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof Element) || target === document.body) return;
      const link = dialOfLink(target);
      const found = numbers.within(target);
      const dial = link?.dial ?? found?.dial;
      if (dial !== undefined) card.open(dial, target.getBoundingClientRect());
    },
    options,
  );
  document.addEventListener('scroll', () => card.close(), options);
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape') card.close();
    },
    options,
  );
}
