import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startCrm } from '../crm/serve';
import type { View } from './driver/view';
import { type ContactCentre, commandsOf, openContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { markedTexts } from './support/marked-numbers';
import { hoverNumber } from './support/page-numbers';

const DIAL = 'POST activities {"type":"CALL","number":"+420777123456"}';

describe.each(['chromium', 'firefox'] as const)('calling from a page in %s', (name) => {
  let centre: ContactCentre;
  let desk: View;
  let crm: Awaited<ReturnType<typeof startCrm>>;
  let page: Page;

  beforeAll(async () => {
    crm = await startCrm();
    centre = await openContactCentre(name);
    desk = (await centre.openDesk()).view;
    await centre.signIn(desk);
    await centre.goReady(desk);
    page = await centre.browser.openPage(`${crm.origin}/contacts/1`);
  });
  afterAll(async () => {
    await centre?.close();
    await crm?.close();
  });
  beforeEach(() => {
    centre.daktela.requests.length = 0;
  });

  const dials = () =>
    commandsOf(centre.daktela).filter((command) => command.startsWith('POST activities'));
  async function endCall(): Promise<void> {
    await desk.click('button', 'Hang up');
    await desk.click('button', 'Close');
    await desk.read('No activity right now');
  }

  it('leaves a page alone that the agent has not turned it on for', async () => {
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  });

  it('marks numbers on a page that is already open, without a reload and without touching its DOM', async () => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await centre.browser.grantOrigins(['http://crm.localhost/*']);
    await eventually(async () =>
      expect(await markedTexts(page)).toEqual([
        '+420 777 123 456',
        '+420 777 987 654',
        '+420 777 123 456',
        '545 123 789',
      ]),
    );
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('marks what a page draws later', async () => {
    await page.evaluate(() => {
      const line = document.createElement('p');
      line.textContent = 'New: +420 608 333 444';
      document.querySelector('main')?.append(line);
    });
    await eventually(async () => {
      expect(await markedTexts(page)).toContain('+420 608 333 444');
    });
  });

  it('calls a number with one click on its card, and once for a double click', async () => {
    const card = await hoverNumber(centre.browser, page, '+420 777 123 456', '+420777123456');
    await page.mouse.click(card.x, card.y, { count: 2 });
    await eventually(() => expect(dials()).toEqual([DIAL]));
    await desk.read('Calling');
    expect(dials()).toEqual([DIAL]);
    await endCall();
  });

  it('does not dial for a click that the page makes by script', async () => {
    await hoverNumber(centre.browser, page, '+420 777 123 456', '+420777123456');
    await page.evaluate(() => {
      const host = document.querySelector('agent-widget-card');
      host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      const { left = 0, top = 0 } = host?.getBoundingClientRect() ?? {};
      document
        .elementFromPoint(left + 20, top + 20)
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    });
    expect(dials()).toEqual([]);
  });

  it('shows the words of the server on the card when it refuses', async () => {
    centre.daktela.faults.add({
      kind: 'status',
      status: 400,
      message: 'The number is on the blacklist',
      match: { method: 'POST', path: 'activities' },
      times: 1,
    });
    const card = await hoverNumber(centre.browser, page, '545 123 789', '+420545123789');
    await page.mouse.click(card.x, card.y);
    await centre.browser.pageCard(page).read('The number is on the blacklist');
  });

  it('marks the numbers of every site once the agent wants that', async () => {
    await centre.browser.allowOrigins(['https://*/*', 'http://*/*']);
    await desk.click('button', 'Turn on click-to-call on all sites');
    await desk.read('On for all sites');
    const other = await centre.browser.openPage(
      `${crm.origin.replace('crm.', 'elsewhere.')}/contacts/1`,
    );
    await eventually(async () => expect(await other.evaluate(() => CSS.highlights.size)).toBe(1));
  });

  it('takes the marks away when the agent logs out', async () => {
    await centre.logOut(desk);
    await eventually(async () => expect(await page.evaluate(() => CSS.highlights.size)).toBe(0));
  });
});
