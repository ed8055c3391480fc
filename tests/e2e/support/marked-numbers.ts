import type { Page } from 'puppeteer-core';

/** What the page itself can learn of one mark. */
interface Mark {
  readonly text: string;
  /** Whether the text it stands on is on the page, and not gone or empty. */
  readonly alive: boolean;
  /** Its middle, if it is in sight. */
  readonly place: { readonly x: number; readonly y: number } | null;
}

/** The marks of the extension, under whatever names beginning with its own. */
export function marksOn(page: Page): Promise<Mark[]> {
  return page.evaluate(() => {
    const ours = [...CSS.highlights].filter(([name]) => name.startsWith('agent-widget-number'));
    // One for all: each range that lives makes every change of the page dearer.
    const range = document.createRange();
    const placeOf = ({ left, top, bottom, width, height }: DOMRect) => {
      const inSight = width > 0 && top >= 0 && bottom <= innerHeight;
      return inSight ? { x: left + width / 2, y: top + height / 2 } : null;
    };
    return ours.flatMap(([, highlight]) =>
      [...highlight].map((mark) => {
        const { startContainer, startOffset, endContainer, endOffset, collapsed } = mark;
        // A mark stays where it was put; what it stood on may be shorter by now, or gone.
        const fits =
          startOffset <= (startContainer.nodeValue?.length ?? 0) &&
          endOffset <= (endContainer.nodeValue?.length ?? 0);
        if (!fits) return { text: '', alive: false, place: null };
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const alive = !collapsed && startContainer.isConnected && endContainer.isConnected;
        return { text: String(range), alive, place: placeOf(range.getBoundingClientRect()) };
      }),
    );
  });
}

/** What is marked on the page, in its own writing. */
export const markedTexts = async (page: Page) =>
  (await marksOn(page)).flatMap(({ text, alive }) => (alive ? text : []));

/** Middles of the marks that are in sight. */
export const placesOfMarks = async (page: Page) =>
  (await marksOn(page)).flatMap(({ place }) => place ?? []);
