import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureVirtualDisplay, type VirtualDisplay } from '../browsers/virtual-display';
import { viewOf } from './driver/view';
import { ANNA, type ContactCentre, commandsOf, openContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { notificationsOf } from './support/notifications';

const CALLER = '+420601234567';
/** Pressed again sooner, a key counts as held down; there is no clock but the real one here. */
const RELEASED_AFTER_MS = 1_000;

describe.each(['chromium', 'firefox'] as const)('keys in %s', (name) => {
  let display: VirtualDisplay | null = null;
  let centre: ContactCentre;
  let settings: Page;
  let front: Page;

  beforeAll(async () => {
    // Keys reach Chromium on a screen only.
    display = name === 'chromium' ? await ensureVirtualDisplay() : null;
    const screen = display ? { headless: false, display: display.display } : {};
    centre = await openContactCentre(name, screen);
    settings = await centre.browser.openExtensionPage('options.html');
    front = await centre.browser.openPage('about:blank');
  });
  afterAll(async () => {
    await centre?.close();
    display?.close();
  });

  beforeEach(async () => {
    centre.daktela.world.reset();
    const { view: desk } = await centre.openDesk();
    await centre.signIn(desk);
    await centre.goReady(desk);
    await desk.close();
    centre.daktela.requests.length = 0;
  });
  afterEach(async () => {
    const { view: desk } = await centre.openDesk();
    await centre.logOut(desk);
    await desk.close();
  });

  const commands = () => commandsOf(centre.daktela).map(decodeURIComponent);
  const sent = (...wanted: string[]) => eventually(() => expect(commands()).toEqual(wanted));
  const badgeReads = (text: string, withinMs?: number) =>
    eventually(async () => expect((await centre.browser.badge()).text).toBe(text), withinMs);
  const press = (command: string, spareKey?: string) =>
    centre.browser.pressCommand(front, command, spareKey);
  const ring = () =>
    centre.daktela.world.ringAgent({ agent: ANNA.username, number: CALLER, queue: '3001' });

  it('that are suggested are set by the browser, and stand in the settings', async () => {
    const view = viewOf(settings);
    for (const key of ['Alt+Shift+Y', 'Alt+Shift+H', 'Alt+Shift+D', 'Alt+Shift+J']) {
      await view.read(key);
    }
    expect(await view.text()).not.toContain('is taken by the browser');
  });

  it('take a call and end it with no desk open, though the background was killed', async () => {
    await centre.browser.killWorker();
    const call = ring();
    await press('accept');
    await sent(`PUT activities/${call} {"action":"OPEN","_exten":"305"}`);
    await badgeReads('');
    await centre.browser.killWorker();
    await press('hang-up');
    await sent(
      `PUT activities/${call} {"action":"OPEN","_exten":"305"}`,
      `PUT activities/${call} {"hangup":{"channel":null}}`,
    );
  });

  it('that the agent has set reject a call', async () => {
    const call = ring();
    await badgeReads('1');
    await press('reject', 'Alt+Shift+U');
    await sent(`PUT activities/${call} {"reject":true}`);
  });

  it('with nothing to do say so for a while', async () => {
    await press('accept');
    await badgeReads('!');
    await eventually(async () =>
      expect((await centre.browser.badge()).title).toContain('Accepting did not work'),
    );
    await eventually(async () =>
      expect(await notificationsOf(settings)).toEqual([expect.stringMatching(/^notice:accept-/)]),
    );
    expect(commands()).toEqual([]);
    await badgeReads('', 25_000);
  });

  it('go on the pause that was chosen for them, and back', async () => {
    await settings.bringToFront();
    const select = await settings.waitForSelector('[aria-labelledby="keys-title"] select');
    await select?.select('lunch');
    const stored = "(globalThis.browser ?? chrome).storage.local.get('settings')";
    await eventually(async () =>
      expect(await settings.evaluate(stored)).toMatchObject({
        settings: { shortcuts: { pause: 'lunch' } },
      }),
    );
    await press('toggle-ready', 'Alt+Shift+K');
    await sent('POST usersSession {"pause":"lunch"}');
    await badgeReads('II');
    await delay(RELEASED_AFTER_MS);
    await press('toggle-ready', 'Alt+Shift+K');
    await sent('POST usersSession {"pause":"lunch"}', 'POST usersSession {"pause":null}');
  });
});
