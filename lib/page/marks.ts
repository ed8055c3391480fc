import type { Look } from '@/lib/settings/marks';
import type { FoundNumber } from './found-numbers';

/** The style sheet of the content script has one highlight for each colour. */
const NAME = 'agent-widget-number';
const nameOf = (colour: Look['colour']) => (colour === 'teal' ? NAME : `${NAME}-${colour}`);

export interface PageMarks {
  /** Marks these numbers in place of those before. */
  show(numbers: readonly FoundNumber[]): void;
  /** Marks in another way from now on. */
  look(look: Look): void;
  clear(): void;
}

const NO_MARKS: PageMarks = { show() {}, look() {}, clear() {} };

/** Marks numbers without touching the page's DOM; a browser without highlights shows them on hover only. */
export function createMarks(): PageMarks {
  if (typeof Highlight === 'undefined') return NO_MARKS;
  let highlight = new Highlight();
  let name: string | null = null;

  function draw(): void {
    if (name !== null && highlight.size > 0) CSS.highlights.set(name, highlight);
    else if (name !== null) CSS.highlights.delete(name);
  }

  return {
    show(numbers) {
      highlight = new Highlight(...numbers.map(({ range }) => range));
      draw();
    },
    look({ marks, colour }) {
      if (name !== null) CSS.highlights.delete(name);
      name = marks === 'shown' ? nameOf(colour) : null;
      draw();
    },
    clear() {
      highlight = new Highlight();
      draw();
    },
  };
}
