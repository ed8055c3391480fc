import type { Card } from './card';
import { targetOfFound } from './card-target';
import { inDocumentOrder } from './composed-tree';
import type { FoundNumber, FoundNumbers } from './found-numbers';

/** Words that say which of how many numbers it is. */
type PositionWords = (at: number, count: number) => string;

function isShown({ range }: FoundNumber): boolean {
  const element = range.startContainer.parentElement;
  return (
    range.getClientRects().length > 0 &&
    element?.checkVisibility({ visibilityProperty: true }) === true
  );
}

function isInView(document: Document, { left, top, right, bottom }: DOMRect): boolean {
  const { clientWidth, clientHeight } = document.documentElement;
  return top >= 0 && left >= 0 && bottom <= clientHeight && right <= clientWidth;
}

/** Goes from number to number with the keyboard, in the order they stand on the page, round and round. */
export function createStepping(
  document: Document,
  numbers: FoundNumbers,
  card: Pick<Card, 'openByKey'>,
  positionWords: PositionWords,
) {
  let last: Range | null = null;

  /** Where to begin: with what the agent sees. */
  function firstIn(all: readonly FoundNumber[], direction: 1 | -1): number {
    const { clientHeight } = document.documentElement;
    const sees = ({ range }: FoundNumber) => {
      const { top, bottom } = range.getBoundingClientRect();
      return bottom > 0 && top < clientHeight;
    };
    const at = direction === 1 ? all.findIndex(sees) : all.findLastIndex(sees);
    return at >= 0 ? at : direction === 1 ? 0 : all.length - 1;
  }

  function nextIn(all: readonly FoundNumber[], direction: 1 | -1): number {
    const at = all.findIndex(({ range }) => range === last);
    return at < 0 ? firstIn(all, direction) : (at + direction + all.length) % all.length;
  }

  return (direction: 1 | -1): void => {
    const all = numbers
      .all()
      .filter(isShown)
      .sort((a, b) => inDocumentOrder(a.range, b.range));
    const at = nextIn(all, direction);
    const next = all[at];
    if (!next) return;
    last = next.range;
    const block = isInView(document, next.range.getBoundingClientRect()) ? 'nearest' : 'center';
    next.range.startContainer.parentElement?.scrollIntoView({
      block,
      inline: 'nearest',
      behavior: 'instant',
    });
    card.openByKey(
      targetOfFound(next),
      next.range.getBoundingClientRect(),
      positionWords(at + 1, all.length),
    );
  };
}
