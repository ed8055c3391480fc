import type { Page } from 'puppeteer-core';

/** What the page itself can learn of one mark. */
interface Mark {
  readonly text: string;
  /** Whether the text it stands on is on the page, and not gone or empty. */
  readonly alive: boolean;
}

/** The marks of the extension, under whatever names beginning with its own. */
export function marksOn(page: Page): Promise<Mark[]> {
  return page.evaluate(() => {
    const ours = [...CSS.highlights].filter(([name]) => name.startsWith('agent-widget-number'));
    // One for all: each range that lives makes every change of the page dearer.
    const range = document.createRange();
    return ours.flatMap(([, highlight]) =>
      [...highlight].map((mark) => {
        const { startContainer, endContainer, collapsed } = mark;
        range.setStart(startContainer, mark.startOffset);
        range.setEnd(endContainer, mark.endOffset);
        const alive = !collapsed && startContainer.isConnected && endContainer.isConnected;
        return { text: String(range), alive };
      }),
    );
  });
}

/** Middles of the marks that are in sight. */
export function placesOfMarks(page: Page): Promise<{ x: number; y: number }[]> {
  return page.evaluate(() => {
    const ours = [...CSS.highlights].filter(([name]) => name.startsWith('agent-widget-number'));
    const range = document.createRange();
    return ours.flatMap(([, highlight]) =>
      [...highlight].flatMap(({ startContainer, startOffset, endContainer, endOffset }) => {
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const { left, top, bottom, width, height } = range.getBoundingClientRect();
        const inSight = width > 0 && top >= 0 && bottom <= innerHeight;
        return inSight ? [{ x: left + width / 2, y: top + height / 2 }] : [];
      }),
    );
  });
}
