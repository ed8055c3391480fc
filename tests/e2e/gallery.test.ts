import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, isRoot } from '../browsers/find';
import { type GalleryServer, serveGallery } from '../gallery/serve';
import { LOOKS } from '../gallery/states';

/** The small form; the other one takes a page a second to read. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A popup is no page of a site: it has no heading of its own above all others, and need not be one landmark. */
const NOT_FOR_A_POPUP = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } };

/** All that is not the same in the other theme. */
const ONLY_COLOURS: axe.RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** Everything that sticks out of the page, and every button whose words are cut off. */
const CROWDED = `(() => {
  const width = document.documentElement.clientWidth;
  const shown = (element) => element.checkVisibility() && !element.closest('.unseen');
  const name = (element) => element.tagName + ' ' + (element.textContent || element.ariaLabel || '').slice(0, 40);
  const faults = [];
  if (document.documentElement.scrollWidth > width) {
    faults.push('page is ' + document.documentElement.scrollWidth + ' wide');
  }
  for (const element of document.querySelectorAll('button, input, select, a, h1, h2, p, label')) {
    if (!shown(element)) continue;
    const { left, right } = element.getBoundingClientRect();
    if (left < -1 || right > width + 1) faults.push('sticks out: ' + name(element));
    const isCut = element.scrollWidth > element.clientWidth + 1 && element.tagName === 'BUTTON';
    if (isCut) faults.push('is cut off: ' + name(element));
  }
  return faults;
})()`;

describe('every look of the desk', () => {
  let gallery: GalleryServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    gallery = await serveGallery();
    browser = await puppeteer.launch({
      executablePath: findBrowser('chromium'),
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        ...(isRoot() ? ['--no-sandbox'] : []),
      ],
    });
    page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  });
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  async function open(look: string): Promise<void> {
    await page.goto(`${gallery.address}look.html?${new URLSearchParams({ look })}`);
    await page.waitForSelector('[data-shown]');
    await page.evaluate(AXE);
  }
  async function at(width: number): Promise<void> {
    await page.setViewport({ width, height: 700 });
  }
  const crowded = () => page.evaluate(CROWDED) as Promise<string[]>;

  const names = Object.keys(LOOKS);

  describe.each(names)('%s', (look) => {
    beforeAll(() => open(look));

    it('stands still for people who want no motion', async () => {
      // The one that keeps a double click off a button that has just come moves nothing.
      const moving =
        "document.getAnimations().filter((each) => each.animationName !== 'arrive').length";
      expect(await page.evaluate(moving)).toBe(0);
    });

    it.each([
      ['light', {}],
      ['dark', ONLY_COLOURS],
    ])('has nothing that axe finds fault with in the %s', async (theme, only) => {
      await at(380);
      await page.evaluate((scheme) => {
        document.documentElement.style.colorScheme = scheme;
      }, theme);
      const { violations } = await page.evaluate((rules) => window.axe.run(document, rules), {
        rules: NOT_FOR_A_POPUP,
        ...only,
      });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual(
        [],
      );
    });

    it.each(['ltr', 'rtl'])('fits from 320 to 800 px, written %s', async (direction) => {
      await page.evaluate((dir) => {
        document.documentElement.dir = dir;
      }, direction);
      for (const width of [320, 380, 640, 800]) {
        await at(width);
        expect(await crowded(), `${width} px`).toEqual([]);
      }
    });
  });
});

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
