import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startCrm } from '../crm/serve';
import { type View, viewOf } from './driver/view';
import { type ContactCentre, commandsOf, openContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { hoverNumber } from './support/page-numbers';

const CRM = 'http://crm.localhost/*';
const EVERYWHERE = ['https://*/*', 'http://*/*'];
/** As they are written, and as they are dialled. */
const NUMBERS: readonly [string, string][] = [
  ['+420 777 123 456', '+420777123456'],
  ['545 123 789', '+420545123789'],
];
const API = '(globalThis.browser ?? chrome)';

/** How many numbers of the page are marked. */
const marksOn = (page: Page) =>
  page.evaluate(() => CSS.highlights.get('agent-widget-number')?.size ?? 0);

describe.each(['chromium', 'firefox'] as const)('sites for click-to-call in %s', (name) => {
  let centre: ContactCentre;
  let crm: Awaited<ReturnType<typeof startCrm>>;
  let desk: View;
  let settings: View;
  let page: Page;

  const isMarked = (of = page) =>
    eventually(async () => expect(await marksOn(of)).toBeGreaterThan(0));
  const isPlain = (of = page) => eventually(async () => expect(await marksOn(of)).toBe(0));
  const choose = (mode: string) => settings.click('radio', mode);
  const dials = () =>
    commandsOf(centre.daktela).filter((command) => command.startsWith('POST activities'));

  async function openSettings(): Promise<View> {
    return viewOf(await centre.browser.openExtensionPage('options.html'));
  }

  let turn = 0;
  /** Another number each time: the same one at once is taken for a double click. */
  function nextNumber(): [string, string] {
    const [next = ['', '']] = NUMBERS.slice(turn % NUMBERS.length);
    turn += 1;
    return next;
  }

  /** One card, and one call for one click: there is one script at work. */
  async function answersOnce(): Promise<void> {
    await isMarked();
    const before = dials().length;
    const card = await hoverNumber(centre.browser, page, ...nextNumber());
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(1);
    const hosts = await page.evaluate(() => document.querySelectorAll('agent-widget-card').length);
    expect(hosts).toBe(1);
    await page.mouse.click(card.x, card.y);
    await eventually(() => expect(dials()).toHaveLength(before + 1)).catch(async (error) => {
      throw new Error(`${error}; the card says: ${await centre.browser.pageCard(page).text()}`);
    });
    await desk.click('button', 'Hang up');
    await desk.click('button', 'Close');
    await desk.read('No activity right now');
    expect(dials().length - before).toBe(1);
    // A page that nobody sees takes seconds to hear of the mouse.
    await page.bringToFront();
    await page.mouse.move(1, 1);
  }

  beforeAll(async () => {
    crm = await startCrm();
    centre = await openContactCentre(name);
    desk = (await centre.openDesk()).view;
    await centre.signIn(desk, { stay: true });
    await centre.goReady(desk);
    settings = await openSettings();
    page = await centre.browser.openPage(`${crm.origin}/contacts/1`);
  });
  afterAll(async () => {
    await centre?.close();
    await crm?.close();
  });
  beforeEach(() => {
    centre.daktela.requests.length = 0;
  });

  it('asks the browser for a site the moment it is listed, and marks its open pages', async () => {
    await centre.browser.allowOrigins([CRM, 'https://crm.localhost/*']);
    await settings.fill('textbox', 'Sites to list', 'crm.localhost');
    await settings.within('group', 'Listed sites').click('button', 'Add');
    await settings.within('list', 'Listed sites').read('Allowed');
    await answersOnce();
  });

  it('says which entries are none, and keeps them in the field', async () => {
    await settings.fill('textbox', 'Sites to block', 'crm*.example');
    await settings.within('group', 'Blocked sites').click('button', 'Add');
    await settings.read('crm*.example: a star can stand only at the very front');
    expect(await settings.value('textbox', 'Sites to block')).toBe('crm*.example');
    await settings.fill('textbox', 'Sites to block', '');
  });

  it('pauses a site from the popup, and turns it on again without a reload', async () => {
    const popup = await centre.browser.openToolbarPopup(page);
    await popup.read('On for crm.localhost');
    await popup.read(/\d numbers on this page/);
    await popup.click('button', 'Pause on this site');
    await popup.read(/Paused on crm\.localhost:\d+ by you/);
    await isPlain();
    await popup.click('button', 'Turn on again');
    await popup.read('On for crm.localhost');
    await popup.close();
    await answersOnce();
  });

  it('lists the numbers of the page in the popup', async () => {
    const popup = await centre.browser.openToolbarPopup(page);
    await popup.click('button', /\d numbers on this page/);
    await popup.see('button', 'Call +420777123456');
    await popup.close();
  });

  it('marks pages that are open in the colour that is chosen, and not at all when that is wanted', async () => {
    const highlights = () => page.evaluate(() => [...CSS.highlights.keys()]);
    await settings.click('radio', 'Amber');
    await eventually(async () => expect(await highlights()).toEqual(['agent-widget-number-amber']));
    await settings.click('switch', 'Mark numbers on pages');
    await eventually(async () => expect(await highlights()).toEqual([]));
    await settings.click('switch', 'Mark numbers on pages');
    await settings.click('radio', 'Teal');
    await eventually(async () => expect(await highlights()).toEqual(['agent-widget-number']));
  });

  it('keeps a paused site plain when it is loaded anew', async () => {
    const popup = await centre.browser.openToolbarPopup(page);
    await popup.click('button', 'Pause on this site');
    await isPlain();
    await popup.close();
    await page.reload();
    await settings
      .within('list', 'Blocked sites')
      .read(`crm.localhost:${new URL(crm.origin).port}`);
    expect(await marksOn(page)).toBe(0);
    await settings.click('button', /^Remove http:\/\/crm\.localhost:/);
    await isMarked();
  });

  it('takes the marks away at once when the permission is taken away in the browser', async () => {
    await centre.browser.revokeOrigins([CRM, 'https://crm.localhost/*']);
    await isPlain();
    await settings.within('list', 'Listed sites').read('Not allowed by the browser');
    await centre.browser.grantOrigins([CRM]);
    await answersOnce();
    await centre.browser.revokeOrigins([CRM]);
    await isPlain();
    await centre.browser.grantOrigins([CRM]);
    await answersOnce();
  });

  it('marks nothing in the mode off, and everything allowed in the others', async () => {
    await choose('Nowhere');
    await isPlain();
    await centre.browser.allowOrigins(EVERYWHERE);
    await choose('On all sites but blocked ones');
    await isMarked();
    const other = await centre.browser.openPage(
      `${crm.origin.replace('crm.', 'elsewhere.')}/contacts/1`,
    );
    await isMarked(other);
    await choose('Only on listed sites');
    await isPlain(other);
    await isMarked();
    await other.close();
  });

  it('ends as it was chosen last, with one script, after twenty changes in a row', async () => {
    await settings.evaluate(`(async () => {
      const { storage } = ${API};
      const modes = ['off', 'listed', 'allButBlocked', 'all'];
      for (let change = 0; change <= 21; change += 1) {
        const { settings } = await storage.local.get('settings');
        const sites = { ...settings.sites, mode: modes[change % 4] };
        await storage.local.set({ settings: { ...settings, sites } });
      }
    })()`);
    await answersOnce();
  });

  it('has one script at work however often and fast it is brought in', async () => {
    await settings.evaluate(`(async () => {
      const { scripting, tabs } = ${API};
      const [{ id }] = await tabs.query({ url: 'http://crm.localhost/*' });
      const target = { tabId: id, allFrames: true };
      const files = ['content-scripts/click-to-call.js'];
      await Promise.all(Array.from({ length: 10 }, () => scripting.executeScript({ target, files })));
    })()`);
    await answersOnce();
  });

  it('has one script at work in a page that is loaded while sites change', async () => {
    const flips = settings.evaluate(`(async () => {
      const { storage } = ${API};
      for (let change = 0; change < 100; change += 1) {
        const { settings } = await storage.local.get('settings');
        const sites = { ...settings.sites, mode: change % 2 ? 'listed' : 'off' };
        await storage.local.set({ settings: { ...settings, sites } });
      }
    })()`);
    let isChanging = true;
    const changed = flips.finally(() => {
      isChanging = false;
    });
    while (isChanging) await page.reload();
    await changed;
    await answersOnce();
  });

  it('brings the new script into old pages when the extension is replaced, without a reload', async () => {
    await settings.evaluate(`${API}.runtime.reload()`).catch(() => {});
    await eventually(async () => {
      desk = (await centre.openDesk()).view;
      await desk.see('button', 'Go unready');
    }, 30_000);
    await answersOnce();
  });
});
