import type { Marks } from './found-numbers';

/** How numbers are shown: always, or only below the pointer; in a colour of the style sheet. */
export interface Look {
  readonly marks: 'shown' | 'hover';
  readonly colour: string;
}

export interface PageMarks extends Marks {
  look(look: Look): void;
  clear(): void;
}

export const DEFAULT_LOOK: Look = { marks: 'shown', colour: 'teal' };

/** The style sheet of the content script has one rule for each colour. */
const NAME = 'agent-widget-number';
const nameOf = (colour: string) => (colour === DEFAULT_LOOK.colour ? NAME : `${NAME}-${colour}`);

const NO_MARKS: PageMarks = { add: () => null, remove() {}, look() {}, clear() {} };

/** Marks numbers without touching the page's DOM; a browser without highlights shows them on hover only. */
export function createMarks(): PageMarks {
  if (typeof Highlight === 'undefined') return NO_MARKS;
  const highlight = new Highlight();
  let name: string | null = null;

  function show(next: string | null): void {
    // The name may belong to the script of a newer version by now.
    if (name !== null && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    if (next !== null) CSS.highlights.set(next, highlight);
    name = next;
  }

  show(nameOf(DEFAULT_LOOK.colour));
  return {
    add(place) {
      // One that stays where it is put: a range that follows would slow down each change of the page.
      const range = new StaticRange(place);
      highlight.add(range);
      return range;
    },
    remove(range) {
      if (range) highlight.delete(range);
    },
    look: ({ marks, colour }) => show(marks === 'shown' ? nameOf(colour) : null),
    clear() {
      highlight.clear();
      show(null);
    },
  };
}
