const CONTROLS = 'button, input, select, textarea, a[href], [tabindex="0"]';

const isUsable = (element: Element) => element.checkVisibility() && !element.matches(':disabled');

/** The first control that can be used in the nearest of the places, which are given from the inside out. */
function nearestControl(places: readonly Element[]): HTMLElement | null {
  for (const place of places) {
    if (!place.isConnected) continue;
    const control = [...place.querySelectorAll<HTMLElement>(CONTROLS)].find(isUsable);
    if (control) return control;
  }
  return null;
}

function placesAround(element: Element, desk: Element): Element[] {
  const places: Element[] = [];
  for (let at = element.parentElement; at && at !== desk; at = at.parentElement) places.push(at);
  return [...places, desk];
}

/**
 * Keeps the keyboard's place when the control that has it goes away (a call is taken, a menu shuts):
 * it goes to the nearest control left, never to the top of the page. Returns how to stop.
 */
export function keepFocus(desk: HTMLElement): () => void {
  let last: {
    readonly control: Element;
    readonly places: readonly Element[];
    /** The keyboard has brought it there; a mouse leaves no ring behind. */
    readonly visible: boolean;
  } | null = null;

  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    const visible = target.matches(':focus-visible');
    last = { control: target, places: placesAround(target, desk), visible };
  };
  /** Who clicks beside all controls wants none of them. */
  const forget = ({ target }: PointerEvent) => {
    if (target instanceof Element && !target.closest(CONTROLS)) last = null;
  };
  const mend = () => {
    const { activeElement, body } = document;
    if (!last || (activeElement !== null && activeElement !== body)) return;
    if (last.control.isConnected && isUsable(last.control)) return;
    const control = nearestControl(last.places);
    // Firefox shows a focus that a script has moved only when told to.
    const options = { focusVisible: last.visible, preventScroll: !last.visible };
    last = null;
    control?.focus(options);
  };
  const watcher = new MutationObserver(mend);

  desk.addEventListener('focusin', remember);
  desk.addEventListener('pointerdown', forget);
  watcher.observe(desk, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  return () => {
    desk.removeEventListener('focusin', remember);
    desk.removeEventListener('pointerdown', forget);
    watcher.disconnect();
  };
}
