import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { View } from './driver/view';
import { type ContactCentre, commandsOf, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { hoverNumber } from './support/page-numbers';
import { type Site, serveSite } from './support/site';

const STRICT = "default-src 'none'; script-src 'unsafe-inline'";
/** Room above the numbers, for the pointer to come from. */
const ROOM = '<style>body { margin-top: 100px }</style>';
const PAGES = {
  '/list': {
    html: `${ROOM}<button id="start">Start</button><p>Anna: +420 777 000 001</p><p style="display: none">+420 777 000 009</p>
<section></section><p>Karl: 0049 30 901820</p><textarea></textarea>
<script>document.querySelector('section').attachShadow({ mode: 'open' }).innerHTML = '<p>Eva: +420 777 000 002</p>';</script>`,
  },
  '/strict': { csp: STRICT, html: '<br><br><br><br><br><br><p>+420 777 000 001</p>' },
  '/dialog': {
    html: '<dialog style="margin-top: 100px"><p>+420 777 000 001</p><button>Page button</button></dialog><script>document.querySelector("dialog").showModal()</script>',
  },
  '/hostile': {
    html: `${ROOM}<style>* { display: none !important } html, body, p { display: block !important }
agent-widget-card { left: 0 !important; opacity: 0 !important; transform: scale(3) !important }</style>
<p>+420 777 000 001</p><p>+420 777 000 002</p>
<script>
  window.inside = [];
  customElements.define('agent-widget-card', class extends HTMLElement {
    constructor() { super(); inside.push(this.attachInternals().shadowRoot); }
  });
</script>`,
  },
};

const dialOf = (number: string) => `POST activities {"type":"CALL","number":"${number}"}`;

describe.each(['chromium', 'firefox'] as const)('the card in a page in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    site = await serveSite(PAGES);
    centre = await shareContactCentre(name);
    desk = (await centre.openDesk()).view;
    await centre.signIn(desk);
    await centre.goReady(desk);
    await centre.browser.grantOrigins(['http://site.localhost/*']);
  });
  afterAll(async () => {
    await centre?.close();
    await site?.close();
  });
  beforeEach(() => {
    centre.daktela.requests.length = 0;
  });

  const dials = () =>
    commandsOf(centre.daktela).filter((command) => command.startsWith('POST activities'));
  const card = () => centre.browser.pageCard(page);
  async function open(path: keyof typeof PAGES): Promise<void> {
    page = await centre.browser.openPage(`${site.origin}${path}`);
    await eventually(async () =>
      expect(await page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0),
    );
  }
  /** As the background does for the agent's keys, which no test can press. */
  const step = (direction: 1 | -1) =>
    desk.evaluate(`(async () => {
      const api = globalThis.browser ?? globalThis.chrome;
      const tabs = await api.tabs.query({ url: ${JSON.stringify(`${site.origin.replace(/:\d+$/, '')}/*`)} });
      const message = { type: 'step', direction: ${direction} };
      await Promise.allSettled(tabs.map(({ id }) => api.tabs.sendMessage(id, message)));
    })()`);
  async function closeCall(): Promise<void> {
    await desk.click('button', 'Close');
    await desk.read('No activity right now');
  }

  it('tells whose number it is, why it is one, and follows the call to its end', async () => {
    await open('/list');
    const button = await hoverNumber(centre.browser, page, '0049 30 901820', '+4930901820');
    await card().read('Germany');
    await card().click('button', 'Why?');
    await card().read('It is a valid number of Germany, written with its country code.');
    await page.mouse.click(button.x, button.y);
    await card().read('Your device will ring');
    expect(dials()).toEqual([dialOf('+4930901820')]);
    const { world } = centre.daktela;
    const call = [...world.activities.values()].at(-1)?.name ?? '';
    await eventually(async () => world.answerOutgoing(call));
    await card().see('button', 'On a call with +4930901820');
    world.callerHangsUp(call);
    await card().read('The call has ended.');
    await card().see('button', 'Call +4930901820');
    await closeCall();
  });

  it('copies what it would dial', async () => {
    await open('/list');
    await hoverNumber(centre.browser, page, '+420 777 000 001', '+420777000001');
    await card().click('button', 'Copy');
    await card().read('Copied.');
    await page.focus('textarea');
    await page.keyboard.down('Control');
    // Chromium leaves out of its own what a key does to a text when the key is not a real one.
    await page.keyboard.press('v', { commands: ['paste'] });
    await page.keyboard.up('Control');
    await eventually(async () =>
      expect(await page.$eval('textarea', ({ value }) => value)).toBe('+420777000001'),
    );
  });

  it('goes from number to number by the keyboard, calls with Enter and gives the focus back', async () => {
    await open('/list');
    await page.click('#start');
    await step(1);
    await card().read('Number 1 of 3');
    await step(1);
    await card().read('Number 2 of 3, +420777000002, Czechia');
    await page.keyboard.press('ArrowDown');
    await card().read('Number 3 of 3, +4930901820, Germany');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await card().read('Number 2 of 3');
    await page.keyboard.press('Enter');
    await card().read('Your device will ring');
    expect(dials()).toEqual([dialOf('+420777000002')]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('start');
    expect(await page.$('agent-widget-card')).toBeNull();
    await desk.click('button', 'Hang up');
    await closeCall();
  });

  it('calls from inside a modal dialog, outside of which everything is dead', async () => {
    await open('/dialog');
    const button = await hoverNumber(centre.browser, page, '+420 777 000 001', '+420777000001');
    await page.mouse.click(button.x, button.y);
    await eventually(() => expect(dials()).toEqual([dialOf('+420777000001')]));
    await desk.click('button', 'Hang up');
    await closeCall();
  });

  it('looks as it should on a page that allows no styles', async () => {
    await open('/strict');
    await hoverNumber(centre.browser, page, '+420 777 000 001', '+420777000001');
    const { position, radius } = await page.$eval('agent-widget-card', (host) => {
      const style = getComputedStyle(host);
      return { position: style.position, radius: style.borderRadius };
    });
    expect({ position, radius }).toEqual({ position: 'fixed', radius: '12px' });
  });

  it('is neither entered, hidden, moved nor blown up by the page, and comes back when removed', async () => {
    await open('/hostile');
    await hoverNumber(centre.browser, page, '+420 777 000 001', '+420777000001');
    const seen = await page.$eval('agent-widget-card', (host) => {
      host.setAttribute('style', 'left: 500px !important; opacity: 0.01 !important');
      const { opacity, transform, display } = getComputedStyle(host);
      const { left } = host.getBoundingClientRect();
      return {
        opacity,
        transform,
        display,
        left,
        inside: (window as unknown as { inside: unknown[] }).inside,
      };
    });
    expect(seen).toEqual({
      opacity: '1',
      transform: 'none',
      display: 'block',
      left: 8,
      inside: [null],
    });
    await page.$eval('agent-widget-card', (host) => host.remove());
    await hoverNumber(centre.browser, page, '+420 777 000 002', '+420777000002');
    await card().see('button', 'Call +420777000002');
  });

  it('takes no click while something of the page has just come to lie over it', async () => {
    const button = await hoverNumber(centre.browser, page, '+420 777 000 001', '+420777000001');
    await page.evaluate(() => {
      const over = document.createElement('p');
      over.popover = 'manual';
      over.textContent = 'Win a prize';
      document.body.append(over);
      over.style.cssText = 'display: block !important; pointer-events: none';
      over.showPopover();
    });
    await page.mouse.click(button.x, button.y);
    await card().see('button', 'Call +420777000001');
    expect(dials()).toEqual([]);
  });
});
