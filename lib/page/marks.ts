import type { Look } from '@/lib/settings/marks';
import type { Marks } from './found-numbers';

export interface PageMarks extends Marks {
  look(look: Look): void;
  clear(): void;
}

/** The style sheet of the content script has one rule for each colour. */
const NAME = 'agent-widget-number';

/**
 * Marks numbers without touching the page's DOM, as soon as it has been told how.
 * @returns undefined in a browser without highlights, where numbers show on hover only
 */
export function createMarks(): PageMarks | undefined {
  if (typeof Highlight === 'undefined') return undefined;
  const highlight = new Highlight();
  let name = '';

  function hide(): void {
    // The name may belong to the script of a newer version by now.
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }

  return {
    add([startContainer, startOffset, endContainer, endOffset]) {
      // One that stays where it is put: a range that follows would slow down each change of the page.
      const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
      highlight.add(range);
      return range;
    },
    remove: (range) => void highlight.delete(range),
    look({ marks, colour }) {
      hide();
      name = colour === 'teal' ? NAME : `${NAME}-${colour}`;
      if (marks === 'shown') CSS.highlights.set(name, highlight);
    },
    clear: hide,
  };
}
