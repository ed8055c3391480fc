import { strict as assert } from 'node:assert';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { TestBrowser } from '../driver/test-browser';
import { eventually } from './eventually';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a number stands, told by its text; the page must not be touched for that. */
async function numberPosition(page: Page, number: string): Promise<Point> {
  const position = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.nodeValue?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      if (width > 0) return { x: left + width / 2, y: top + height / 2 };
    }
    return null;
  }, number);
  assert.ok(position, `${number} is not on the page`);
  return position;
}

/** Middle of the open card's button, whose inside is closed to everybody. */
async function cardButton(page: Page): Promise<Point> {
  const point = await page.evaluate(() => {
    const box = document.querySelector('agent-widget-card')?.getBoundingClientRect();
    return box && box.width > 20 ? { x: box.left + box.width / 2, y: box.top + 24 } : null;
  });
  assert.ok(point, 'The card is not open');
  return point;
}

/** A card takes no click in its first moment, which was aimed at what stood there before. */
export const untilItTakesClicks = () => delay(350);

/**
 * Points at a number until the card offers to call it, and at the card's button; returns where that is.
 * @param dial the number as the card says it
 * @param offer the words of the card's button
 */
export async function hoverNumber(
  browser: TestBrowser,
  page: Page,
  number: string,
  dial: string,
  offer = `Call ${dial}`,
): Promise<Point> {
  await page.bringToFront();
  const at = await numberPosition(page, number);
  const card = browser.pageCard(page);
  const button = await eventually(async () => {
    await page.mouse.move(at.x - 30, at.y - 60);
    await page.mouse.move(at.x, at.y, { steps: 3 });
    // The page follows the pointer once a frame, so the card may be a moment away.
    return eventually(async () => {
      assert.ok((await card.text()).includes(offer), `The card does not say ${offer}`);
      return cardButton(page);
    }, 500);
  });
  await page.mouse.move(button.x, button.y, { steps: 4 });
  await untilItTakesClicks();
  return button;
}
