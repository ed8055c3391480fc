/** Between the number and its card, and between the card and the edge of the window. */
const GAP = 6;
const EDGE = 8;
/** With less room the card lies over the number rather than be too small for its button. */
const LOWEST = 56;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, most));

/**
 * Where the card stands: below its number, above where there is more room, beside it in a window
 * too low for both; never over the number and never out of the window, while it can be helped.
 */
export function placeOf(beside: Box, card: Size, view: Box, rightToLeft: boolean): Place {
  const farLeft = view.left + EDGE;
  const farTop = view.top + EDGE;
  const farBottom = view.bottom - EDGE;
  const left = clamp(
    rightToLeft ? beside.right - card.width : beside.left,
    farLeft,
    Math.max(farLeft, view.right - EDGE - card.width),
  );
  const below = farBottom - beside.bottom - GAP;
  const above = beside.top - GAP - farTop;
  const inside = (height: number) => ({
    top: clamp(beside.top, farTop, Math.max(farTop, farBottom - height)),
    maxHeight: farBottom - farTop,
  });
  if (card.height > below && card.height > above) {
    const { width, height } = card;
    if (beside.right + GAP + width <= view.right - EDGE) {
      return { left: beside.right + GAP, ...inside(height) };
    }
    if (beside.left - GAP - width >= farLeft) {
      return { left: beside.left - GAP - width, ...inside(height) };
    }
  }
  const goesBelow = card.height <= below || below >= above;
  const room = Math.max(LOWEST, goesBelow ? below : above);
  const height = Math.min(card.height, room);
  const top = goesBelow ? beside.bottom + GAP : beside.top - GAP - height;
  return { left, top: clamp(top, farTop, Math.max(farTop, farBottom - height)), maxHeight: room };
}

/** Whether a point is on the number, on the card, or on the bridge between the two. */
export function isOnWay(x: number, y: number, beside: Box, card: Box): boolean {
  const within = ({ left, top, right, bottom }: Box) =>
    x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
  const across = {
    left: Math.min(beside.left, card.left),
    right: Math.max(beside.right, card.right),
    top: Math.min(beside.bottom, card.bottom),
    bottom: Math.max(beside.top, card.top),
  };
  const along = {
    left: Math.min(beside.right, card.right),
    right: Math.max(beside.left, card.left),
    top: Math.min(beside.top, card.top),
    bottom: Math.max(beside.bottom, card.bottom),
  };
  return within(beside) || within(card) || within(across) || within(along);
}
