import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { View } from './driver/view';
import { type ContactCentre, commandsOf, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { type Site, serveSite } from './support/site';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
/** The same number twice within seconds is taken for one call, so each test has its own. */
const OTHERS = ['+420777000011', '+420777000012', '+420777000013', '+420777000014'];
const LINKS = `<style>a, section { display: block; margin: 16px; width: max-content } img { width: 40px; height: 40px }</style>
<a id="plain" href="tel:+420-777-123-456;ext=12">Call us</a>
<a id="image" href="callto:+420777000002"><span><img alt="Call" src="${PIXEL}"></span></a>
<a id="sip" href="sip:777000003@pbx.firma.test">SIP</a>
<a id="handled" href="tel:+420777000004">The page calls by itself</a>
<a id="hidden" href="tel:+420777000005" style="opacity: 0">Read on</a>
<a id="name" href="sip:anna@firma.test">Anna</a>
${OTHERS.map((number) => `<a href="tel:${number}">${number}</a>`).join('')}
<section></section>
<script>
  handled.onclick = (event) => event.preventDefault();
  const shadow = document.querySelector('section').attachShadow({ mode: 'open' });
  shadow.innerHTML = '<a href="tel:+420777000006">In a component</a>';
  window.taken = [];
  addEventListener('click', (event) => setTimeout(() => taken.push(event.defaultPrevented)));
</script>`;

const dialOf = (number: string) => `POST activities {"type":"CALL","number":"${number}"}`;

describe.each(['chromium', 'firefox'] as const)('a telephone link in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    site = await serveSite({ '/links': { html: LINKS } });
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
  beforeEach(async () => {
    page = await centre.browser.openPage(`${site.origin}/links`);
    await eventually(() => centre.browser.evaluateInContentWorld(page, '1'));
    centre.daktela.requests.length = 0;
  });

  const dials = () =>
    commandsOf(centre.daktela).filter((command) => command.startsWith('POST activities'));
  /** Whether the browser was kept from opening its own chooser, for each click so far. */
  const taken = () => page.evaluate(() => (window as unknown as { taken: boolean[] }).taken);
  const card = () => centre.browser.pageCard(page);
  async function endCall(): Promise<void> {
    await desk.click('button', 'Hang up');
    await desk.click('button', 'Close');
    await desk.read('No activity right now');
  }

  it.each([
    ['that is plainly clicked', '#plain', '+420777123456'],
    ['with an image in it', '#image img', '+420777000002'],
    ['of a SIP phone', '#sip', '+420777000003'],
    ['in a shadow root', 'section >>> a', '+420777000006'],
  ])('%s calls at once, and the card says so', async (_what, selector, number) => {
    await page.click(selector);
    await eventually(() => expect(dials()).toEqual([dialOf(number)]));
    await card().read('Your device will ring');
    expect(await taken()).toEqual([true]);
    await endCall();
  });

  it('that is clicked twice calls once', async () => {
    await page.click('#plain', { count: 2 });
    await card().read('Your device will ring');
    expect(dials()).toEqual([dialOf('+420777123456')]);
    await endCall();
  });

  it.each([
    ['that the page handles itself', '#handled', '+420777000011'],
    ['that leads to a name', '#name', '+420777000012'],
    ['that nobody can see', '#hidden', '+420777000013'],
  ])('%s calls nobody', async (_what, selector, number) => {
    await page.click(selector);
    await eventually(async () => expect(await taken()).toHaveLength(1));
    await page.click(`[href="tel:${number}"]`);
    await eventually(() => expect(dials()).toEqual([dialOf(number)]));
    await endCall();
  });

  it('says on the card why the server does not call, and what to do', async () => {
    centre.daktela.faults.add({
      kind: 'status',
      status: 400,
      message: 'The number is on the blacklist',
      match: { method: 'POST', path: 'activities' },
      times: 1,
    });
    await page.click('[href="tel:+420777000014"]');
    await card().read('The number is on the blacklist');
    await card().read('then try again');
    expect(dials()).toHaveLength(1);
  });

  it('does what it did before once the agent has logged out', async () => {
    await centre.logOut(desk);
    await page.bringToFront();
    await page.click('#plain');
    await eventually(async () => expect(await taken()).toEqual([false]));
    expect(dials()).toEqual([]);
  });
});
