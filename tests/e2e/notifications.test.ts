import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserName } from '../browsers/find';
import { ensureVirtualDisplay, type VirtualDisplay } from '../browsers/virtual-display';
import type { NotificationPart } from './driver/desk';
import type { View } from './driver/view';
import { ANNA, type ContactCentre, commandsOf, openContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { chooseDevice, deskPlaces, notificationsOf, setRungs } from './support/notifications';

const CALLER = '+420601234567';

/** A ready agent who is looking at something else. */
function useAgent(name: BrowserName) {
  let display: VirtualDisplay | null = null;
  let centre: ContactCentre;
  let page: Page;
  let desk: View;

  beforeAll(async () => {
    // Chromium draws its notifications on a screen only; Firefox's can be reached without.
    display = name === 'chromium' ? await ensureVirtualDisplay() : null;
    const screen = display ? { headless: false, display: display.display } : {};
    centre = await openContactCentre(name, screen);
  });
  afterAll(async () => {
    await centre?.close();
    display?.close();
  });

  beforeEach(async () => {
    centre.daktela.world.reset();
    ({ page, view: desk } = await centre.openDesk());
    await setRungs(page, { CALL: { tone: true, repeat: true } });
    await centre.signIn(desk);
    await centre.goReady(desk);
    centre.daktela.requests.length = 0;
    // A page in which nothing moves.
    await centre.browser.openPage('about:blank');
  });
  afterEach(async () => {
    await page.bringToFront();
    await centre.logOut(desk);
    await desk.close();
  });

  const notified = (ids: readonly unknown[]) =>
    eventually(async () => expect(await notificationsOf(page)).toEqual(ids));

  return {
    get centre() {
      return centre;
    },
    get page() {
      return page;
    },
    notified,
    async ring(): Promise<string> {
      const call = centre.daktela.world.ringAgent({
        agent: ANNA.username,
        number: CALLER,
        queue: '3001',
      });
      await notified([`ring:${call}`]);
      return call;
    },
    silent: () => eventually(async () => expect(await centre.browser.audioStates()).toEqual([])),
    click: (part: NotificationPart) => centre.browser.clickNotification(part),
    /** The agent turns to the desk. */
    async look(): Promise<View> {
      await page.bringToFront();
      return desk;
    },
    /** Has another page of the extension and no desk open while it works. */
    async withoutDesk(work: (settings: Page) => Promise<void>): Promise<void> {
      const settings = await centre.browser.openExtensionPage('options.html');
      await desk.close();
      page = settings;
      await work(settings);
      ({ page, view: desk } = await centre.openDesk());
      await settings.close();
    },
    commands: () => commandsOf(centre.daktela).map(decodeURIComponent),
  };
}

describe.each(['chromium', 'firefox'] as const)('a click on a notification in %s', (name) => {
  const agent = useAgent(name);

  it('opens the desk, silences the ring and does not come back', async () => {
    await agent.withoutDesk(async (settings) => {
      const call = await agent.ring();
      await agent.click('text');
      await eventually(async () => expect(await deskPlaces(settings)).toHaveLength(1));
      await agent.notified([]);
      await agent.silent();
      expect(agent.commands()).toEqual([]);
      agent.centre.daktela.world.callerHangsUp(call);
    });
  });
});

describe('a button of a notification in chromium', () => {
  const agent = useAgent('chromium');

  it('takes the call, on the device chosen last', async () => {
    await chooseDevice(agent.page, '306');
    const call = await agent.ring();
    await agent.click('first button');
    await (await agent.look()).see('button', 'Hang up');
    await agent.notified([]);
    await agent.silent();
    expect(agent.commands()).toEqual([`PUT activities/${call} {"action":"OPEN","_exten":"306"}`]);
  });

  it('rejects it', async () => {
    const call = await agent.ring();
    await agent.click('second button');
    await agent.notified([]);
    await agent.silent();
    expect(agent.commands()).toEqual([`PUT activities/${call} {"reject":true}`]);
  });

  it('that fails tells so in words', async () => {
    await agent.ring();
    agent.centre.daktela.faults.add({
      kind: 'status',
      status: 400,
      message: 'The activity was taken by somebody else',
      match: { method: 'PUT', path: 'activities' },
      times: 1,
    });
    await agent.click('first button');
    await (await agent.look()).read('The activity was taken by somebody else');
    await agent.notified([expect.stringMatching(/^notice:accept-/)]);
    await agent.silent();
  });

  it('puts it away and silences the ring, and the button of the toolbar goes on to tell the truth', async () => {
    await agent.ring();
    await agent.click('close button');
    await agent.notified([]);
    await agent.silent();
    expect(agent.commands()).toEqual([]);
    expect((await agent.centre.browser.badge()).text).toBe('1');
  });

  it('ends an automatic pause', async () => {
    agent.centre.daktela.world.startPause(ANNA.username, 'inactive');
    await agent.notified(['pause:inactive']);
    await agent.click('first button');
    await agent.notified([]);
    await (await agent.look()).see('button', 'Pause');
    expect(agent.commands()).toEqual(['POST usersSession {"pause":null}']);
  });
});
