import type { Browser, Page } from 'puppeteer-core';
import { openedDisplay, type VirtualDisplay } from '../../browsers/virtual-display';
import type { LaunchOptions } from './desk';
import { selectText } from './selection';
import { until } from './until';

const STILL_MS = 300;

/** Chromium's own prompts and menus can be reached by no protocol: only with a screen and keys. */
function screenOf({ headless, display }: LaunchOptions): VirtualDisplay {
  const screen = openedDisplay(display);
  if (headless || !screen) {
    throw new Error(
      "Chromium's own prompts and menus need headless: false and the display of ensureVirtualDisplay().",
    );
  }
  return screen;
}

/** Waits for animations to end. */
async function untilStill(screen: VirtualDisplay): Promise<void> {
  let last = '';
  let since = 0;
  await until('the screen at rest', () => {
    const picture = screen.picture();
    if (picture !== last) {
      last = picture;
      since = Date.now();
    }
    return Date.now() - since >= STILL_MS;
  });
}

async function pressUntilSeen(screen: VirtualDisplay, key: string): Promise<void> {
  const before = screen.picture();
  screen.xdotool('key', key);
  await until(`the effect of ${key} on the screen`, () => screen.picture() !== before);
}

/** A prompt takes the focus from every page, and gives it back when it is answered. */
async function aPageHasFocus(browser: Browser): Promise<boolean> {
  const pages = await browser.pages();
  const focused = await Promise.all(
    pages.map((page) => page.evaluate(() => document.hasFocus()).catch(() => false)),
  );
  return focused.includes(true);
}

export async function answerChromiumPrompt(
  browser: Browser,
  options: LaunchOptions,
  answer: 'allow' | 'deny',
): Promise<void> {
  const screen = screenOf(options);
  await until('the permission prompt', async () => !(await aPageHasFocus(browser)));
  await untilStill(screen);
  // "Deny" has the focus, "Allow" is next to it.
  if (answer === 'allow') await pressUntilSeen(screen, 'Tab');
  await until('the permission prompt to go', async () => {
    // Chromium ignores an answer that comes sooner than a person could have read the question.
    if (!(await aPageHasFocus(browser))) screen.xdotool('key', 'Return');
    return aPageHasFocus(browser);
  });
}

/**
 * The menu's words cannot be read. The entries of an extension are a menu of their own, the last
 * above "Inspect"; its first entry is taken.
 */
export async function clickChromiumMenu(
  page: Page,
  selector: string,
  options: LaunchOptions,
): Promise<void> {
  const screen = screenOf(options);
  await page.bringToFront();
  const { x, y } = await selectText(page, selector);
  // A pointer resting where the menu opens would choose an entry of its own.
  screen.xdotool('mousemove', '1', '1');
  await untilStill(screen);
  const before = screen.picture();
  await page.mouse.click(x, y, { button: 'right' });
  await until('the context menu', () => screen.picture() !== before);
  await untilStill(screen);
  await pressUntilSeen(screen, 'Up');
  await pressUntilSeen(screen, 'Up');
  await pressUntilSeen(screen, 'Right');
  screen.xdotool('key', 'Return');
}
