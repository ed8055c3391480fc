import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureVirtualDisplay, type VirtualDisplay } from '../browsers/virtual-display';
import { viewOf } from './driver/view';
import { ANNA, type ContactCentre, commandsOf, openContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { notificationsOf } from './support/notifications';

const LEAVE = 'Leave when nobody is at the computer';
const UNREADY = 'POST usersSession {"setReady":false}';
const READY = 'POST usersSession {"setReady":true}';

/** The browser is asked by a real click, and the computer is idle when nobody has moved its mouse for a minute. */
describe.each(['chromium', 'firefox'] as const)('an agent at a computer with %s', (name) => {
  let display: VirtualDisplay;
  let centre: ContactCentre;
  let settings: Page;

  beforeEach(async () => {
    display = await ensureVirtualDisplay();
    centre = await openContactCentre(name, { headless: false, display: display.display });
    const { view: desk } = await centre.openDesk();
    await centre.signIn(desk);
    await centre.goReady(desk);
    touch();
    settings = await centre.browser.openExtensionPage('options.html');
    const view = viewOf(settings);
    await view.click('switch', LEAVE);
    const minutes = await settings.waitForSelector('[aria-labelledby="idle-title"] select');
    await minutes?.select('1');
    await desk.close();
    centre.daktela.requests.length = 0;
  });
  afterEach(async () => {
    await centre?.close();
    display?.close();
  });

  let moves = 0;
  /** What a protocol clicks is not seen by the system; this is. */
  function touch(): void {
    moves += 1;
    display.xdotool('mousemove', String(100 + (moves % 2) * 50), '400');
  }
  const sent = (wanted: readonly string[], withinMs: number) =>
    eventually(() => expect(commandsOf(centre.daktela)).toEqual(wanted), withinMs);
  const badgeReads = (text: string) =>
    eventually(async () => expect((await centre.browser.badge()).text).toBe(text));

  it('goes unready when it is left, is told why, and is ready again when back', async () => {
    expect(await viewOf(settings).text()).not.toContain('does not tell yet');
    await sent([UNREADY], 100_000);
    await badgeReads('off');
    expect(await notificationsOf(settings)).toEqual([expect.stringMatching(/^left:/)]);
    // The next life knows what it has to undo.
    await centre.browser.killWorker();
    touch();
    await sent([UNREADY, READY], 45_000);
    await badgeReads('');
    await eventually(async () => expect(await notificationsOf(settings)).toEqual([]));
  }, 180_000);

  // Firefox tells nobody that the computer is locked.
  if (name === 'chromium') {
    it('goes unready at once when it is locked, but not in a call', async () => {
      const call = centre.daktela.world.ringAgent({
        agent: ANNA.username,
        number: '+420601234567',
        queue: '3001',
      });
      await badgeReads('1');
      display.setLocked(true);
      touch();
      await badgeReads('1');
      centre.daktela.world.callerHangsUp(call);
      expect(commandsOf(centre.daktela)).toEqual([]);
      await sent([UNREADY], 100_000);
      display.setLocked(false);
      touch();
      await sent([UNREADY, READY], 30_000);
    }, 180_000);
  }
});
