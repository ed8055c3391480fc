import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { describe, it, type TestContext } from 'vitest';
import type { BrowserName } from '../browsers/find';
import { ensureVirtualDisplay } from '../browsers/virtual-display';
import { viewOf } from './driver/view';
import { ANNA, type ContactCentre, commandsOf, openContactCentre } from './support/contact-centre';
import { eventually } from './support/eventually';
import { notificationsOf } from './support/notifications';

const LEAVE = 'Leave when nobody is at the computer';
const UNREADY = 'POST usersSession {"setReady":false}';
const READY = 'POST usersSession {"setReady":true}';

interface Place {
  readonly centre: ContactCentre;
  readonly settings: Page;
  /** What a protocol clicks is not seen by the system; this is. */
  touch(): void;
  /** A person who is back moves more than once. */
  touchUntilSent(wanted: readonly string[], withinMs: number): Promise<void>;
  lock(isLocked: boolean): void;
  sent(wanted: readonly string[], withinMs: number): Promise<void>;
  badgeReads(text: string): Promise<void>;
}

/** An agent who is ready, at a computer of their own, and has asked for unready after a minute. */
async function sitDownAt(
  name: BrowserName,
  { expect, onTestFinished }: TestContext,
): Promise<Place> {
  const display = await ensureVirtualDisplay();
  onTestFinished(() => display.close());
  const centre = await openContactCentre(name, { headless: false, display: display.display });
  onTestFinished(() => centre.close());
  const { view: desk } = await centre.openDesk();
  await centre.signIn(desk);
  await centre.goReady(desk);
  let moves = 0;
  const touch = () => {
    moves += 1;
    display.xdotool('mousemove', String(100 + (moves % 2) * 50), '400');
  };
  touch();
  const sent = (wanted: readonly string[], withinMs: number) =>
    eventually(() => expect(commandsOf(centre.daktela)).toEqual(wanted), withinMs);
  const settings = await centre.browser.openExtensionPage('options.html');
  await viewOf(settings).click('switch', LEAVE);
  const minutes = await settings.waitForSelector('[aria-labelledby="idle-title"] select');
  await minutes?.select('1');
  await desk.close();
  centre.daktela.requests.length = 0;
  return {
    centre,
    settings,
    touch,
    lock: (isLocked) => display.setLocked(isLocked),
    sent,
    async touchUntilSent(wanted, withinMs) {
      const moving = setInterval(touch, 1_000);
      await sent(wanted, withinMs).finally(() => clearInterval(moving));
    },
    badgeReads: (text) =>
      eventually(async () => expect((await centre.browser.badge()).text).toBe(text)),
  };
}

/** The browser is asked by a real click, and the computer is idle when nobody has moved its mouse for a minute. */
describe.concurrent.each(['chromium', 'firefox'] as const)(
  'an agent at a computer with %s',
  (name) => {
    it('goes unready when it is left, is told why, and is ready again when back', async (test) => {
      const { expect } = test;
      const { centre, settings, touchUntilSent, sent, badgeReads } = await sitDownAt(name, test);
      expect(await viewOf(settings).text()).not.toContain('does not tell yet');
      await sent([UNREADY], 100_000);
      await badgeReads('off');
      await eventually(async () =>
        expect(await notificationsOf(settings)).toEqual([expect.stringMatching(/^left:/)]),
      );
      // Firefox takes the new badge for a person, who would be found by the next replies.
      await pause(35_000);
      expect(commandsOf(centre.daktela)).toEqual([UNREADY]);
      // The next life knows what it has to undo.
      await centre.browser.killWorker();
      // Woken by its alarm, it has to see first what is its own doing.
      await touchUntilSent([UNREADY, READY], 100_000);
      await badgeReads('');
      await eventually(async () => expect(await notificationsOf(settings)).toEqual([]));
    }, 240_000);
  },
);

// Firefox tells nobody that the computer is locked.
it.concurrent('with Chromium goes unready at once when the computer is locked, but not in a call', async (test) => {
  const { expect } = test;
  const { centre, touch, lock, sent, badgeReads } = await sitDownAt('chromium', test);
  const call = centre.daktela.world.ringAgent({
    agent: ANNA.username,
    number: '+420601234567',
    queue: '3001',
  });
  await badgeReads('1');
  lock(true);
  touch();
  await badgeReads('1');
  centre.daktela.world.callerHangsUp(call);
  expect(commandsOf(centre.daktela)).toEqual([]);
  await sent([UNREADY], 100_000);
  lock(false);
  touch();
  await sent([UNREADY, READY], 30_000);
}, 240_000);
