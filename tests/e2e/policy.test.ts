import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type View, viewOf } from './driver/view';
import { ANNA, type ContactCentre, commandsOf, openContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { type ManagedBrowser, manageBrowser } from './support/managed-browser';

const OUTSIDE = 'Digits for an outside line';
const REASON = 'Set by your administrator';
/** Chromium looks at its files once in a while. */
const PATIENCE_MS = 30_000;

describe.each(['chromium', 'firefox'] as const)('a real policy file in %s', (name) => {
  let managed: ManagedBrowser;
  let centre: ContactCentre;
  let desk: View;
  let settings: View;

  async function openPages(): Promise<void> {
    desk = (await centre.openDesk()).view;
    settings = viewOf(await centre.browser.openExtensionPage('options.html'));
    await settings.see('heading', 'Settings');
  }

  /** Chromium follows it by itself, in the pages that are open; Firefox reads it when it starts. */
  async function give(policy: Readonly<Record<string, unknown>>): Promise<void> {
    managed.give(policy);
    if (name === 'chromium') return;
    await centre.browser.restart();
    await openPages();
  }

  const outsideLine = (wanted: { value: string; enabled: boolean }) =>
    eventually(async () => {
      const value = await settings.value('textbox', OUTSIDE);
      const enabled = await settings.isEnabled('textbox', OUTSIDE);
      expect({ value, enabled }).toEqual(wanted);
    }, PATIENCE_MS);

  beforeAll(async () => {
    managed = manageBrowser(name);
    managed.give({});
    centre = await openContactCentre(name, managed.launch);
    await openPages();
  });
  afterAll(async () => {
    await centre?.close();
    managed?.discard();
  });

  it('that gives nothing leaves everything to the agent', async () => {
    await settings.fill('textbox', OUTSIDE, '0');
    await settings.click('heading', 'Settings');
    await outsideLine({ value: '0', enabled: true });
    expect(await settings.text()).not.toContain(REASON);
  });

  it('locks settings, and says which of its values make no sense', async () => {
    await give({
      daktelaAddress: { value: centre.address, locked: true },
      'dialling.outsideLine': { value: '9', locked: true },
      'dialling.form': { value: 'zeros', locked: true },
      'dialling.country': { value: 'Czechia', locked: true },
      'sites.mode': { value: 'off' },
    });
    await outsideLine({ value: '9', enabled: false });
    await settings.read(REASON);
    await settings.read('dialling.country: "Czechia" makes no sense');
    expect(await settings.isEnabled('combobox', 'Dial numbers')).toBe(false);
    expect(await settings.isEnabled('combobox', 'Numbers without a prefix are from')).toBe(true);
  });

  it('gives what the agent may still choose otherwise', async () => {
    expect(await settings.isChecked('radio', 'Nowhere')).toBe(true);
    await settings.click('radio', 'Only on listed sites');
    await eventually(async () =>
      expect(await settings.isChecked('radio', 'Only on listed sites')).toBe(true),
    );
  });

  it('fills in the address to log in to, and lets nobody change it', async () => {
    await desk.read(REASON);
    const field = await desk.evaluate(() => {
      const address = document.querySelector<HTMLInputElement>('#address');
      return { value: address?.value, readOnly: address?.readOnly };
    });
    expect(field).toEqual({ value: centre.address, readOnly: true });
    await desk.fill('textbox', 'Username', ANNA.username);
    await desk.fill('password', 'Password', ANNA.password);
    await desk.click('checkbox', 'Stay signed in');
    await desk.click('button', 'Log in');
    await desk.see('heading', ANNA.title);
  });

  it('makes numbers dialled as it says', async () => {
    await centre.goReady(desk);
    await desk.fill('textbox', 'Phone number', '+420 777 123 456');
    await desk.click('button', 'Call');
    await eventually(() =>
      expect(commandsOf(centre.daktela)).toContain(
        'POST activities {"type":"CALL","number":"00420777123456"}',
      ),
    );
  });

  it('that locks another address logs out whoever stays signed in, and says why', async () => {
    await give({ daktelaAddress: { value: 'https://other.daktela.com', locked: true } });
    await eventually(() => desk.read('has set another Daktela address'), PATIENCE_MS);
    // The field fills as soon as this page, too, has read what the administrator has given.
    await eventually(async () =>
      expect(await desk.value('textbox', 'Daktela address')).toBe('https://other.daktela.com'),
    );
  });

  it('that is taken away brings back what the agent had chosen', async () => {
    await give({});
    await eventually(async () => expect(await settings.text()).not.toContain(REASON), PATIENCE_MS);
    await outsideLine({ value: '0', enabled: true });
    expect(await settings.isChecked('radio', 'Only on listed sites')).toBe(true);
  });
});
