import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCrm } from '../crm/serve';
import { type View, viewOf } from './driver/view';
import {
  type ContactCentre,
  openContactCentre,
  shareContactCentre,
} from './support/contact-centre';
import { eventually } from './support/eventually';
import { hoverNumber } from './support/page-numbers';

/** Signed in to no outgoing queue, so that the server refuses to call. */
const DANA = { username: 'dana.dotted.name', password: 'dana-heslo', title: 'Dana Horáková' };

const languageOf = (view: View) => view.evaluate(() => document.documentElement.lang);

describe.each(['chromium', 'firefox'] as const)('languages in %s', (name) => {
  let centre: ContactCentre;
  let crm: Awaited<ReturnType<typeof startCrm>>;
  let desk: View;
  let settings: View;
  let page: Page;

  const titleReads = (words: RegExp) =>
    eventually(async () => expect((await centre.browser.badge()).title).toMatch(words));

  async function openSettings(): Promise<void> {
    settings = viewOf(await centre.browser.openExtensionPage('options.html'));
  }

  async function choose(language: string): Promise<void> {
    await settings.click('radio', language);
    await eventually(async () => expect(await settings.isChecked('radio', language)).toBe(true));
  }

  const lastLanguageAsked = () => centre.daktela.requests.at(-1)?.headers['accept-language'];

  beforeAll(async () => {
    crm = await startCrm();
    centre = await shareContactCentre(name);
    desk = (await centre.openDesk()).view;
  });
  afterAll(async () => {
    await centre?.close();
    await crm?.close();
  });

  it('speaks English to a browser in English', async () => {
    await desk.read('Log in to Daktela');
    expect(await languageOf(desk)).toBe('en');
    await titleReads(/: signed out$/);
    await centre.signIn(desk, { person: DANA });
    await centre.goReady(desk);
  });

  it('opens the settings from the menu', async () => {
    await desk.click('button', 'Menu');
    await desk.click('button', 'Settings');
    await eventually(async () => {
      const pages = await desk.evaluate<string[]>(
        '(globalThis.browser ?? chrome).extension.getViews().map(({ location }) => location.pathname)',
      );
      expect(pages).toContain('/options.html');
    });
  });

  it('turns the open desk and the badge Czech the moment Czech is chosen', async () => {
    await openSettings();
    await settings.see('radio', 'Automatic (English)');
    await choose('Čeština');
    await settings.see('heading', 'Nastavení');
    await desk.see('button', 'Ukončit příjem');
    expect(await languageOf(desk)).toBe('cs');
    await titleReads(/: Připraven$/);
  });

  it('brings a refusal of the server in Czech from then on', async () => {
    await desk.fill('textbox', 'Telefonní číslo', '+420 601 234 567');
    await desk.click('button', 'Volat');
    await desk.read('Uživatel není přihlášen do fronty odchozích hovorů');
    expect(lastLanguageAsked()).toMatch(/^cs, en/);
  });

  it('turns desk, badge and the cards on pages German', async () => {
    page = await centre.browser.openPage(`${crm.origin}/contacts/1`);
    await centre.browser.grantOrigins(['http://crm.localhost/*']);
    const [number, dial] = ['+420 777 123 456', '+420777123456'];
    await hoverNumber(centre.browser, page, number, dial, `Zavolat ${dial}`);
    await page.mouse.move(1, 1);
    await choose('Deutsch');
    await desk.see('button', 'Nicht bereit melden');
    await titleReads(/: Bereit$/);
    await hoverNumber(centre.browser, page, number, dial, `${dial} anrufen`);
  });

  // The words of Chromium's own menu cannot be read.
  if (name === 'firefox') {
    it('names its entry in the menu of selected text in German', async () => {
      await centre.browser.clickContextMenuOnSelection(page, 'h1', /^„.+“ anrufen$/);
      await desk.read('In diesem Text ist keine Telefonnummer.');
    });
  }

  it('stays German when the worker is killed and a new desk is opened', async () => {
    await centre.browser.killWorker();
    const { view } = await centre.openDesk();
    await view.click('button', 'Nicht bereit melden');
    await view.see('button', 'Bereit melden');
    await titleReads(/: Nicht bereit/);
    expect(centre.daktela.requests.at(-1)?.headers['accept-language']).toMatch(/^de, en/);
  });

  it('follows the browser again', async () => {
    await settings.click('radio', 'Automatisch (English)');
    await settings.see('heading', 'Settings');
    await desk.see('button', 'Go ready');
    await titleReads(/: Unready/);
  });
});

describe.each(['chromium', 'firefox'] as const)('a browser in Czech, %s', (name) => {
  let centre: ContactCentre;

  beforeAll(async () => {
    centre = await openContactCentre(name, { language: 'cs' });
  });
  afterAll(() => centre?.close());

  it('is spoken to in Czech without being asked', async () => {
    const { view } = await centre.openDesk();
    await view.read('Přihlášení do Daktely');
    expect(await languageOf(view)).toBe('cs');
    await eventually(async () =>
      expect((await centre.browser.badge()).title).toBe('Agent Widget for Daktela: odhlášeno'),
    );
    await view.fill('textbox', 'Adresa Daktely', centre.address);
    await view.fill('textbox', 'Uživatelské jméno', DANA.username);
    await view.fill('password', 'Heslo', 'wrong');
    await view.click('button', 'Přihlásit se');
    await view.read('Špatné uživatelské jméno nebo heslo');
  });
});
