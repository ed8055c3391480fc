import type { Page } from 'puppeteer-core';

/** The middle of an element in the viewport. */
export function pointAt(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
}

/** Selects the text of an element; the answer is the middle of it in the viewport. */
export function selectText(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    getSelection()?.selectAllChildren(element);
    const range = getSelection()?.getRangeAt(0);
    const box = (range ?? element).getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
}
