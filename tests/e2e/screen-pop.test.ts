import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ScreenPopSettings } from '@/lib/settings/screen-pop';
import { startCrm } from '../crm/serve';
import type { View } from './driver/view';
import { ANNA, type ContactCentre, shareContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';

const CALLER = '+420601234567';
const FOUND = '/?q=%2B420601234567';
const NEW = '/?new=3003';
/** Time enough for a second page, should there be one. */
const A_WHILE_MS = 1_500;

/** Without a screen, those that Firefox draws itself take the focus from the window in use. */
const NO_NOTIFICATIONS = { rungs: { own: { CALL: { notification: false } } } };

declare const browser: { storage: { local: { set(values: object): Promise<void> } } } | undefined;
declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };

describe.each(['chromium', 'firefox'] as const)('the CRM for the caller in %s', (name) => {
  let centre: ContactCentre;
  let crm: Awaited<ReturnType<typeof startCrm>>;
  let desk: View;
  let deskPage: Page;

  beforeAll(async () => {
    crm = await startCrm();
    centre = await shareContactCentre(name);
    ({ view: desk, page: deskPage } = await centre.openDesk());
    await centre.signIn(desk);
    await centre.goReady(desk);
  });
  afterAll(async () => {
    await centre?.close();
    await crm?.close();
  });

  const pagesOfCrm = async () =>
    (await deskPage.browser().pages()).filter((page) => page.url().startsWith(crm.origin));
  const paths = async () =>
    (await pagesOfCrm()).map((page) => page.url().slice(crm.origin.length)).sort();
  const seePaths = (wanted: string[]) =>
    eventually(async () => expect(await paths()).toEqual([...wanted].sort()));
  const staysAt = async (wanted: string[]) => {
    await seePaths(wanted);
    await new Promise((resolve) => setTimeout(resolve, A_WHILE_MS));
    expect(await paths()).toEqual([...wanted].sort());
  };
  const isInFront = (page: Page) => page.evaluate(() => document.visibilityState === 'visible');
  async function choose(settings: Partial<ScreenPopSettings>): Promise<void> {
    const screenPop = {
      in: 'ring',
      search: `${crm.origin}/?q={number}`,
      unknown: `${crm.origin}/?new={queue}`,
      ...settings,
    };
    await deskPage.evaluate(
      async (chosen) => {
        const api = typeof browser === 'undefined' ? chrome : browser;
        await api.storage.local.set({ settings: chosen });
      },
      { screenPop, alerts: NO_NOTIFICATIONS },
    );
  }

  let ringing: string | null = null;
  const ring = (number = CALLER) => {
    ringing = centre.daktela.world.ringAgent({ agent: ANNA.username, number, queue: '3003' });
  };

  beforeEach(async () => {
    await deskPage.bringToFront();
    await choose({});
  });
  afterEach(async () => {
    if (ringing !== null) centre.daktela.world.callerHangsUp(ringing);
    ringing = null;
    for (const page of await pagesOfCrm()) await page.close();
    await desk.read('No activity right now');
  });

  it('is opened at the first ring, and the page in front stays there', async () => {
    ring();
    await staysAt([FOUND]);
    expect(await isInFront(deskPage)).toBe(true);
  });

  it('is opened once although the worker is killed while the call rings', async () => {
    ring();
    await seePaths([FOUND]);
    await centre.browser.killWorker();
    await (await centre.openDesk()).view.close();
    await staysAt([FOUND]);
  });

  it('is opened for a call that began to ring while the worker was dead', async () => {
    await centre.browser.killWorker();
    ring();
    await (await centre.openDesk()).view.close();
    await staysAt([FOUND]);
  });

  it('is opened on the answer, when the agent wants it then', async () => {
    await choose({ in: 'answer' });
    ring();
    await desk.see('button', 'Accept');
    await staysAt([]);
    await desk.click('button', 'Accept');
    await staysAt([FOUND]);
    await desk.click('button', 'Hang up');
    await desk.click('button', 'Close');
    ringing = null;
  });

  it('is the page for the unknown when the caller hides the number', async () => {
    ring('anonymous');
    await staysAt([NEW]);
  });

  it('is nothing when there is no page for the unknown', async () => {
    await choose({ unknown: '' });
    ring('anonymous');
    await desk.see('button', 'Accept');
    await staysAt([]);
  });

  describe('whose site is granted', () => {
    beforeAll(() =>
      centre.browser.grantOrigins(['http://crm.localhost/*', 'http://elsewhere.localhost/*']),
    );
    const openElsewhere = () =>
      centre.browser.openPage(`${crm.origin.replace('crm.', 'elsewhere.')}/`);

    it('is shown in the tab of the site that is open, which comes to the front', async () => {
      const page = await centre.browser.openPage(`${crm.origin}/`);
      const front = await openElsewhere();
      ring();
      await staysAt([FOUND]);
      await eventually(async () => expect(await isInFront(page)).toBe(true));
      await front.close();
    });

    it('is shown in that tab in the background while the agent types in another page', async () => {
      const page = await centre.browser.openPage(`${crm.origin}/`);
      const front = await openElsewhere();
      await front.click('input');
      ring();
      await staysAt([FOUND]);
      await front.keyboard.type('half a sentence');
      expect(await front.$eval('input', ({ value }) => value)).toBe('half a sentence');
      expect(await isInFront(page)).toBe(false);
      await front.close();
    });

    it('is shown in the background when the page in front may not be looked into', async () => {
      const page = await centre.browser.openPage(`${crm.origin}/`);
      await deskPage.bringToFront();
      ring();
      await staysAt([FOUND]);
      expect(await isInFront(page)).toBe(false);
    });

    it('leaves a page alone in whose field the cursor stands, and opens another behind it', async () => {
      const page = await centre.browser.openPage(`${crm.origin}/`);
      await page.click('input');
      await page.keyboard.type('half a sen');
      ring();
      await staysAt(['/', FOUND]);
      await page.keyboard.type('tence');
      expect(await page.$eval('input', ({ value }) => value)).toBe('half a sentence');
      expect(await isInFront(page)).toBe(true);
    });

    it('is opened in a tab of its own when the agent does not want the old one used', async () => {
      await choose({ reuseTab: false });
      await centre.browser.openPage(`${crm.origin}/`);
      ring();
      await staysAt(['/', FOUND]);
    });
  });
});
