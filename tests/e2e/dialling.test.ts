import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureVirtualDisplay, type VirtualDisplay } from '../browsers/virtual-display';
import { startCrm } from '../crm/serve';
import { closeActivity, leaveCall } from '../simulator/activity-moves';
import { joinSecondQueue } from '../support/second-queue';
import { enterInChromium } from './driver/chromium-screen';
import type { View } from './driver/view';
import { clickAtOnce } from './support/click-at-once';
import { ANNA, type ContactCentre, commandsOf, openContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { hoverNumber } from './support/page-numbers';

/** Each test calls a number of its own: one called a moment ago is taken for a double click. */
const dialOf = (number: string) => `POST activities {"type":"CALL","number":"${number}"}`;
const DIAL = dialOf('+420777123456');
const DIALS = { method: 'POST', path: 'activities' } as const;

describe.each(['chromium', 'firefox'] as const)('dialling in %s', (name) => {
  // What belongs to Chromium's own window can be reached on a display only.
  let display: VirtualDisplay | null = null;
  let centre: ContactCentre;
  let crm: Awaited<ReturnType<typeof startCrm>>;
  let left: View;
  let right: View;
  let page: Page;

  beforeAll(async () => {
    display = name === 'chromium' ? await ensureVirtualDisplay() : null;
    crm = await startCrm();
    centre = await openContactCentre(
      name,
      display ? { headless: false, display: display.display } : {},
    );
    left = (await centre.openDesk()).view;
    right = (await centre.openDesk('window')).view;
    await centre.signIn(left);
    await left.click('button', 'Go ready');
    await right.see('button', 'Go unready');
    page = await centre.browser.openPage(`${crm.origin}/contacts/1`);
  });
  afterAll(async () => {
    await centre?.close();
    await crm?.close();
    display?.close();
  });
  afterEach(async () => {
    endCalls();
    await left.read('No activity right now');
  });
  beforeEach(() => {
    centre.daktela.faults.clear();
    centre.daktela.requests.length = 0;
  });

  const dials = () =>
    commandsOf(centre.daktela).filter((command) => command.startsWith('POST activities'));

  /** Ends them where they are, for not all of them may be shown yet. */
  function endCalls(): void {
    const { world } = centre.daktela;
    for (const activity of [...world.activities.values()]) {
      leaveCall(world, activity, 'agent');
      closeActivity(world, activity, { statuses: [] });
    }
  }

  it('shows beforehand what will be dialled', async () => {
    await left.fill('textbox', 'Phone number', 'Tel. 777 123 456');
    await left.read('Will dial +420 777 123 456 · Czechia');
    expect(dials()).toEqual([]);
  });

  it('sends one request for clicks in two windows and on a page at one moment', async () => {
    await centre.browser.grantOrigins(['http://crm.localhost/*']);
    await left.fill('textbox', 'Phone number', 'Tel. 777 123 456');
    await right.fill('textbox', 'Phone number', '+420 777 123 456');
    const card = await hoverNumber(centre.browser, page, '+420 777 123 456', '+420777123456');
    centre.daktela.faults.add({ kind: 'delay', ms: 2_000, match: DIALS });
    await Promise.all([clickAtOnce('Call', [left, right]), page.mouse.click(card.x, card.y)]);
    await left.read('Outgoing call');
    expect(dials()).toEqual([DIAL]);
  });

  it('tells the agent of a second call that the browser has made by sending the request again', async () => {
    await left.click('button', /^History/);
    await left.click('button', 'Refresh');
    await left.fill('textbox', 'Phone number', '605 111 222');
    await left.read('Will dial +420 605 111 222 · Czechia');
    centre.daktela.faults.add({ kind: 'cut', handled: true, match: DIALS, times: 1 });
    // Used a moment ago, the connection is used once more.
    await left.click('button', 'Refresh');
    // Not by the mouse: the list that comes anew may move the button away below it.
    await clickAtOnce('Call', [left]);
    await left.read('Daktela shows two calls to this number for one click.');
    expect(dials()).toEqual([dialOf('+420605111222'), dialOf('+420605111222')]);
    await left.click('button', 'Dismiss');
    await left.click('button', /^History/);
  });

  it('tells of a call during which the worker was killed, and does not repeat it', async () => {
    await left.fill('textbox', 'Phone number', '606 111 222');
    // The preview moves the button; a person clicks where it has come to rest.
    await left.read('Will dial +420 606 111 222 · Czechia');
    centre.daktela.faults.add({ kind: 'delay', ms: 20_000, match: DIALS });
    await left.click('button', 'Call');
    await eventually(() => expect(dials()).toEqual([dialOf('+420606111222')]));
    await centre.browser.killWorker();
    await left.evaluate(
      "(globalThis.browser ?? chrome).runtime.sendMessage({type:'session.hurry'})",
    );
    await left.read('Daktela did not confirm the call.');
    await left.click('button', 'Dismiss');
    expect(dials()).toEqual([dialOf('+420606111222')]);
  });

  it('calls a link of a telephone from its context menu', async () => {
    await page.goto(`${crm.origin}/contacts/1`);
    await centre.browser.clickContextMenuOnLink(page, 'a[href^="tel:"]', /^Call this number/);
    await eventually(() => expect(dials()).toEqual([dialOf('+420222333444')]));
  });

  it('calls the selection by a key, and says when nothing is selected', async () => {
    await page.evaluate(() => {
      const number = document.querySelectorAll('dd.number')[1];
      if (number) getSelection()?.selectAllChildren(number);
    });
    await centre.browser.pressCommand(page, 'call-selection');
    await eventually(() => expect(dials()).toEqual([dialOf('+420777987654')]));
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await centre.browser.pressCommand(page, 'call-selection');
    await left.read('No text is selected.');
    await left.click('button', 'Dismiss');
  });

  // Firefox's address bar can be reached by no key without a screen.
  if (name === 'chromium') {
    it('calls what is typed behind its keyword', async () => {
      await enterInChromium(page, ['dk', ' ', '607 111 222'], display?.display ?? '');
      await eventually(() => expect(dials()).toEqual([dialOf('+420607111222')]));
    });
  }

  it('calls through the queue that is chosen, from a page too', async () => {
    const { name: queue, title } = joinSecondQueue(centre.daktela.world, ANNA.username);
    await left.see('combobox', 'Call through');
    await left.evaluate(`(() => {
      const select = document.querySelector('#dial-queue');
      select.value = ${JSON.stringify(queue)};
      select.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    const card = await hoverNumber(centre.browser, page, '545 123 789', '+420545123789');
    await page.mouse.click(card.x, card.y);
    await eventually(() =>
      expect(dials()).toEqual([dialOf('+420545123789').replace('}', `,"queue":"${queue}"}`)]),
    );
    await left.read(title);
  });
});
