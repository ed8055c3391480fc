import type { FoundNumber } from './found-numbers';

/** The style sheet of the content script draws highlights of this name. */
const NAME = 'agent-widget-number';

/** Marks numbers without touching the page's DOM; a browser without highlights shows them on hover only. */
export function showMarks(numbers: readonly FoundNumber[]): void {
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.set(NAME, new Highlight(...numbers.map(({ range }) => range)));
}

export function removeMarks(): void {
  if (typeof Highlight !== 'undefined') CSS.highlights.delete(NAME);
}
