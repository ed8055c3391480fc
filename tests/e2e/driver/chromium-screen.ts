import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { openedDisplay, type VirtualDisplay } from '../../browsers/virtual-display';
import type { LaunchOptions, NotificationPart } from './desk';
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
 * The menu's words cannot be read. Ours is the last entry above "Inspect".
 * @param hasSeveral whether the extension has more than one entry, which are a menu of their own: its first is taken
 */
export async function clickChromiumMenu(
  page: Page,
  pointAt: () => Promise<{ x: number; y: number }>,
  hasSeveral: boolean,
  options: LaunchOptions,
): Promise<void> {
  const screen = screenOf(options);
  await page.bringToFront();
  const { x, y } = await pointAt();
  // A pointer resting where the menu opens would choose an entry of its own.
  screen.xdotool('mousemove', '1', '1');
  await untilStill(screen);
  const before = screen.picture();
  await page.mouse.click(x, y, { button: 'right' });
  await until('the context menu', () => screen.picture() !== before);
  await untilStill(screen);
  await pressUntilSeen(screen, 'Up');
  await pressUntilSeen(screen, 'Up');
  if (hasSeveral) await pressUntilSeen(screen, 'Right');
  screen.xdotool('key', 'Return');
}

/** The key that the manifest suggests for a command. */
export function suggestedKey({ extensionDir }: LaunchOptions, command: string): string | undefined {
  const manifest = readFileSync(join(extensionDir, 'manifest.json'), 'utf8');
  return JSON.parse(manifest).commands[command].suggested_key?.default;
}

/** Presses a key over the page, for the browser and not for the page. */
export async function pressChromiumKey(
  page: Page,
  key: string,
  options: LaunchOptions,
): Promise<void> {
  const screen = screenOf(options);
  await page.bringToFront();
  await untilStill(screen);
  screen.xdotool('key', key.toLowerCase());
}

/** Types into the address bar and sends it off. */
export async function enterInChromium(
  page: Page,
  words: readonly string[],
  display: string,
): Promise<void> {
  const screen = screenOf({ headless: false, display, extensionDir: '' });
  await page.bringToFront();
  await untilStill(screen);
  screen.xdotool('key', 'ctrl+l');
  // A keyword of an extension counts once a space is typed behind it.
  for (const word of words) screen.xdotool('type', '--delay', '30', word);
  await untilStill(screen);
  screen.xdotool('key', 'Return');
}

/** Pixels from the right and lower edges of the screen, where Chromium's own notifications stand. */
const IN_NOTIFICATION: Readonly<Record<NotificationPart, readonly [number, number]>> = {
  text: [190, 110],
  'first button': [319, 37],
  'second button': [226, 37],
  'close button': [22, 142],
};

/**
 * Without a notification service on the computer Chromium draws them itself, the last one lowest. A
 * page in which something moves must not be in front, and none be brought there since it is shown.
 */
export async function clickChromiumNotification(
  options: LaunchOptions,
  part: NotificationPart,
): Promise<void> {
  const screen = screenOf(options);
  const [width = 0, height = 0] = screen.xdotool('getdisplaygeometry').split(' ').map(Number);
  const [fromRight, fromBottom] = IN_NOTIFICATION[part];
  // It slides in, and its close button is there only under the pointer.
  screen.xdotool('mousemove', String(width - fromRight), String(height - fromBottom));
  await untilStill(screen);
  const before = screen.picture();
  screen.xdotool('click', '1');
  await until('the effect of the click on the screen', () => screen.picture() !== before);
}
