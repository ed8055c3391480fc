import STYLE from './card.css?inline';
import { placeOf } from './card-place';
import { composedParent } from './composed-tree';
import { CARD_ELEMENT } from './page-card';

/** A click sooner than this was aimed at what stood there before the card. */
const TAKES_CLICKS_AFTER_MS = 300;
/** A page that wants to be above the card more often than this does so on purpose. */
const MOST_RAISES = 5;

export interface CardHost {
  readonly element: HTMLElement;
  readonly shadow: ShadowRoot;
  /**
   * Shows the card above everything. It stays hidden where the page will not have it.
   * @param anchor the node that it belongs to
   * @param atOnce whether it may be clicked at once, as it was opened by a key of the agent
   */
  show(anchor: Node, atOnce: boolean): void;
  hide(): void;
  /** Whether it is where it was put; a page can take it away. */
  isThere(): boolean;
  place(beside: DOMRect, rightToLeft: boolean): void;
  /** Whether this is a click of a person who has had the time to see what they click. */
  isMeant(event: Event): boolean;
}

/** An open modal dialog makes everything outside of it dead; its numbers need a card inside of it. */
function parentFor(anchor: Node, document: Document): Element {
  for (let at: Node | null = anchor; at; at = composedParent(at)) {
    if (at instanceof HTMLDialogElement && at.matches(':modal')) return at;
  }
  return document.documentElement;
}

function viewOf(document: Document) {
  const { clientWidth, clientHeight } = document.documentElement;
  const seen = document.defaultView?.visualViewport;
  const { offsetLeft: left = 0, offsetTop: top = 0 } = seen ?? {};
  const { width = clientWidth, height = clientHeight } = seen ?? {};
  return { left, top, right: left + width, bottom: top + height };
}

/**
 * The host of the card: in the top layer, in reach of the page and yet not to be used by it.
 * @param lost called when the page keeps laying something over it
 */
export function createCardHost(
  document: Document,
  lost: () => void,
  signal: AbortSignal,
): CardHost {
  // Made where a page's scripts are not: one that has defined our element's name gets no hold of its inside.
  const element = document.implementation.createHTMLDocument('').createElement(CARD_ELEMENT);
  const shadow = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  // Rules in the closed root, unlike properties of the host, are out of the page's reach.
  const placeStyle = document.createElement('style');
  shadow.append(style, placeStyle);
  let isShown = false;
  let raises = 0;
  let takesClicksFrom = 0;

  const wait = () => {
    takesClicksFrom = performance.now() + TAKES_CLICKS_AFTER_MS;
  };

  function enterTopLayer(): void {
    try {
      element.popover = 'manual';
      element.showPopover();
    } catch {
      // Shown already, or the page has done something to it.
    }
  }

  function leaveTopLayer(): void {
    try {
      element.hidePopover();
    } catch {
      // As above.
    }
  }

  /** What enters the top layer later lies above; so the card enters it anew. */
  function raise(): void {
    raises += 1;
    if (raises > MOST_RAISES) {
      lost();
      return;
    }
    const focused = shadow.activeElement;
    leaveTopLayer();
    enterTopLayer();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    wait();
  }

  const options = { signal, capture: true };
  document.addEventListener(
    'beforetoggle',
    ({ target }) => {
      // What comes to lie above the card is told of only after a click on it could have come.
      if (isShown && target !== element) wait();
    },
    options,
  );
  document.addEventListener(
    'toggle',
    (event) => {
      const opened = (event as ToggleEvent).newState === 'open';
      if (isShown && opened && event.target !== element) raise();
    },
    options,
  );
  document.addEventListener('fullscreenchange', () => isShown && raise(), options);

  return {
    element,
    shadow,
    show(anchor, atOnce) {
      const parent = parentFor(anchor, document);
      if (element.parentNode !== parent) parent.append(element);
      enterTopLayer();
      if (!isShown) raises = 0;
      isShown = true;
      if (atOnce) takesClicksFrom = 0;
      else wait();
    },
    hide() {
      isShown = false;
      leaveTopLayer();
      element.remove();
    },
    isThere: () => isShown && element.matches(':popover-open'),
    place(beside, rightToLeft) {
      placeStyle.textContent = '';
      const { width, height } = element.getBoundingClientRect();
      const { left, top, maxHeight } = placeOf(
        beside,
        { width, height },
        viewOf(document),
        rightToLeft,
      );
      // A page may be zoomed by its own style.
      const zoom = element.currentCSSZoom || 1;
      const px = (length: number) => `${Math.round(length) / zoom}px !important`;
      placeStyle.textContent = `:host{left:${px(left)};top:${px(top)};max-height:${px(maxHeight)}}`;
    },
    isMeant: (event) => event.isTrusted && performance.now() >= takesClicksFrom,
  };
}
