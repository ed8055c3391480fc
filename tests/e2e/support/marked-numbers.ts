import type { Page } from 'puppeteer-core';

/** What the page itself can learn of one mark. */
export interface Mark {
  readonly text: string;
  /** Middle of the mark in the window; null when nothing of it is drawn. */
  readonly middle: { readonly x: number; readonly y: number } | null;
  /** Whether the text it stands on is on the page, and not gone or empty. */
  readonly alive: boolean;
}

/** The marks of the extension, under whatever names beginning with its own. */
export function marksOn(page: Page): Promise<Mark[]> {
  return page.evaluate(() => {
    const ours = [...CSS.highlights].filter(([name]) => name.startsWith('agent-widget-number'));
    return ours.flatMap(([, highlight]) =>
      [...highlight].map((mark) => {
        // A static range tells no box of its own.
        const range = document.createRange();
        range.setStart(mark.startContainer, mark.startOffset);
        range.setEnd(mark.endContainer, mark.endOffset);
        const box = range.getBoundingClientRect();
        const drawn = box.width > 0 && box.top >= 0 && box.bottom <= innerHeight;
        const alive = !mark.collapsed && range.startContainer.isConnected;
        return {
          text: String(range),
          middle: drawn ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null,
          alive: alive && range.endContainer.isConnected,
        };
      }),
    );
  });
}
