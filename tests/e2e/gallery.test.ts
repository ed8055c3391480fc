import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Place } from '@/lib/settings/settings';
import { findBrowser, isRoot } from '../browsers/find';
import { type GalleryServer, serveGallery } from '../gallery/serve';
import { LOOKS } from '../gallery/states';

/** The small form; the other one takes a page a second to read. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A popup is no page of a site: it has no heading of its own above all others, and need not be one landmark. */
const NOT_FOR_A_POPUP = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } };

/** All that is not the same in the other theme. */
const ONLY_COLOURS: axe.RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

const SHOWN = "(element) => element.checkVisibility() && !element.closest('.unseen')";

/** Everything that sticks out of the page, and every button whose words are cut off. */
const CROWDED = `(() => {
  const width = document.documentElement.clientWidth;
  const shown = ${SHOWN};
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

const SHORT_PLACES: readonly { place: Place; width: number; height: number }[] = [
  { place: 'panel', width: 240, height: 700 },
  { place: 'window', width: 380, height: 500 },
  { place: 'window', width: 700, height: 420 },
];

/** Everything that shows less of itself than its height allows, and every button that breaks a short word. */
const SQUEEZED = `(() => {
  const all = [...document.querySelectorAll('.desk-frame *')].filter(${SHOWN});
  const isSqueezed = (element) => {
    const { overflowY, maxHeight } = getComputedStyle(element);
    const canCutOff = overflowY === 'auto' || element.matches('.panel, .card');
    const cutsOff = canCutOff && element.scrollHeight > element.clientHeight + 1;
    const isScroller = ['MAIN', 'TEXTAREA', 'SELECT'].includes(element.tagName) || element.matches('.desk > *');
    return cutsOff && !isScroller && !(element.offsetHeight > parseFloat(maxHeight) - 2);
  };
  const isTooTall = (element) => element.tagName === 'SELECT' && element.offsetHeight > 60;
  const isBroken = (node, word) => {
    const range = document.createRange();
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
  };
  const breaksWord = (element) => [...element.childNodes].some((node) =>
    node.nodeType === Node.TEXT_NODE &&
    [...node.data.matchAll(/\\S{2,12}(?!\\S)/g)].some((word) => isBroken(node, word)));
  return [
    ...all.filter((each) => isSqueezed(each) || isTooTall(each)),
    ...all.filter((each) => each.matches('.button-text') && breaksWord(each)),
  ].map((each) => each.outerHTML.slice(0, 100));
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
  async function at(width: number, height = 700): Promise<void> {
    await page.setViewport({ width, height });
  }
  const showIn = (place: Place) =>
    page.evaluate((wanted) => {
      document.documentElement.dataset.place = wanted;
    }, place);
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

    // As narrow as Firefox opens its sidebar, and as short as a window may be drawn.
    it.each(SHORT_PLACES)(
      'is not squeezed in a $place of $width by $height px',
      async ({ place, width, height }) => {
        await showIn(place);
        await at(width, height);
        expect(await page.evaluate(SQUEEZED)).toEqual([]);
        await showIn('popup');
      },
    );
  });
});

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
