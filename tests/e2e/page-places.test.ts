import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ContactCentre, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { markedTexts } from './support/marked-numbers';
import { hoverNumber } from './support/page-numbers';
import { type Site, serveSite } from './support/site';

const ROOM = '<style>body { margin-top: 100px; font: 16px sans-serif }</style>';
const PAGES = {
  '/fields': {
    html: `${ROOM}<style>input { display: block; margin: 32px 0 }</style>
<p>+420 777 000 001</p>
<input id="plain" value="+420 777 000 011">
<input id="telephone" type="tel" value="777 000 012">
<input id="fixed" readonly value="+420 777 000 013">
<input id="disabled" disabled value="+420 777 000 014">
<input id="secret" type="password" value="+420 777 000 015">`,
  },
  '/zoomed': {
    html: `${ROOM}<style>html { zoom: 1.5 }</style><p>Call +420 777 000 001</p>`,
  },
  '/edge': {
    html: `${ROOM}<p style="position: fixed; margin: 0; right: 4px; bottom: 4px">+420 777 000 001</p>`,
  },
  '/scroller': {
    html: `${ROOM}<div id="scroller" style="height: 160px; overflow: auto"><p>+420 777 000 001</p><p style="height: 900px">More</p></div>`,
  },
};

describe.each(['chromium', 'firefox'] as const)('where a number stands in %s', (name) => {
  let centre: ContactCentre;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    site = await serveSite(PAGES);
    centre = await shareContactCentre(name);
    const { view } = await centre.openDesk();
    await centre.signIn(view);
    await centre.browser.grantOrigins(['http://site.localhost/*']);
  });
  afterEach(async () => {
    await page?.close();
  });
  afterAll(async () => {
    await centre?.close();
    await site?.close();
  });

  async function open(path: keyof typeof PAGES, width = 800): Promise<void> {
    page = await centre.browser.openPage(`${site.origin}${path}`);
    await page.setViewport({ width, height: 600 });
    await page.bringToFront();
    await eventually(async () => expect(await markedTexts(page)).toContain('+420 777 000 001'));
  }
  const boxOf = (selector: string) =>
    page.evaluate((wanted) => {
      const { left, top, right, bottom } =
        document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
      return { left, top, right, bottom };
    }, selector);

  async function point(selector: string): Promise<void> {
    const { left, right, top, bottom } = await boxOf(selector);
    await page.mouse.move(left + 40, top - 12);
    await page.mouse.move((left + right) / 2, (top + bottom) / 2, { steps: 3 });
  }

  it.each([
    ['an ordinary field', '#plain', '+420777000011'],
    ['a telephone field', '#telephone', '+420777000012'],
    ['a field that can only be read', '#fixed', '+420777000013'],
    ['a field that is switched off', '#disabled', '+420777000014'],
  ])('%s has a card when it is pointed at, and no mark', async (_what, selector, dial) => {
    await open('/fields');
    await eventually(async () => {
      await point(selector);
      await centre.browser.pageCard(page).see('button', `Call ${dial}`);
    });
    await eventually(async () => expect(await markedTexts(page)).toEqual(['+420 777 000 001']));
  });

  it('a password has no card', async () => {
    await open('/fields');
    await point('#secret');
    await delay(600);
    expect(await page.$('agent-widget-card')).toBeNull();
  });

  it.each([
    ['zoomed by its own style', '/zoomed', 800],
    ['so narrow that the number stands in its last corner', '/edge', 320],
  ] as const)('the card is whole and beside it on a page %s', async (_what, path, width) => {
    await open(path, width);
    await hoverNumber(centre.browser, page, '+420 777 000 001', '+420777000001');
    const card = await boxOf('agent-widget-card');
    const number = await boxOf('p');
    expect(card.left).toBeGreaterThanOrEqual(0);
    expect(card.top).toBeGreaterThanOrEqual(0);
    expect(card.right).toBeLessThanOrEqual(width);
    expect(card.bottom).toBeLessThanOrEqual(600);
    const gap = card.top > number.top ? card.top - number.bottom : number.top - card.bottom;
    expect(Math.abs(gap)).toBeLessThan(24);
    expect(card.left).toBeLessThan(number.right);
  });

  it('the card goes when the number is scrolled away in a box of the page', async () => {
    await open('/scroller');
    await hoverNumber(centre.browser, page, '+420 777 000 001', '+420777000001');
    await page.evaluate(() => document.querySelector('#scroller')?.scrollTo(0, 400));
    await eventually(async () => expect(await page.$('agent-widget-card')).toBeNull());
  });
});
