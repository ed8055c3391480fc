import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../browsers/find';
import { ANNA, type ContactCentre, openContactCentre } from '../e2e/support/contact-centre';
import { setRungs } from '../e2e/support/notifications';
import { seedPeople } from '../simulator/seed-people';
import { spreadOf } from './spread';

const RINGS = 60;
const WARM_UP_RINGS = 5;
const SETTLE_MS = 400;

interface Api {
  notifications: { getAll(): Promise<object> };
  action: { getBadgeText(of: object): Promise<string> };
}

declare const browser: Api | undefined;
declare const chrome: Api;

/** Epoch milliseconds by the one clock of the page that watches. */
interface Moments {
  readonly polledMs: number;
  readonly badgeMs: number;
  readonly notedMs: number;
}

/**
 * Waits in a page of the extension for the next ring: by a long poll of its own, and by asking the
 * browser for badge and notifications without a pause.
 */
async function watchRing(page: Page, pollUrl: string): Promise<Moments> {
  // The transpiler wraps functions in it, and a page does not have it.
  await page.evaluate('globalThis.__name = (value) => value');
  return page.evaluate(async (url) => {
    const api = typeof browser === 'undefined' ? chrome : browser;
    const now = () => performance.timeOrigin + performance.now();
    const { result } = await (await fetch(`${url}&hash=`)).json();
    async function poll(): Promise<number> {
      await (await fetch(`${url}&hash=${result.hash}`)).json();
      return now();
    }
    /** The moment at which it was asked for the first time with this answer. */
    async function seen(isThere: () => Promise<boolean>): Promise<number> {
      for (;;) {
        if (await isThere()) return now();
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }
    const [polledMs, badgeMs, notedMs] = await Promise.all([
      poll(),
      seen(async () => (await api.action.getBadgeText({})) === '1'),
      seen(async () => Object.keys(await api.notifications.getAll()).length > 0),
    ]);
    return { polledMs, badgeMs, notedMs };
  }, pollUrl);
}

const nowMs = () => performance.timeOrigin + performance.now();

async function measureRing({ daktela }: ContactCentre, page: Page, pollUrl: string) {
  const watched = watchRing(page, pollUrl);
  await pause(SETTLE_MS);
  const rangMs = nowMs();
  const activity = daktela.world.ringAgent({ agent: ANNA.username, number: '+420601234567' });
  const moments = await watched;
  daktela.world.callerHangsUp(activity);
  await pause(SETTLE_MS);
  return { rangMs, ...moments };
}

async function measure(name: BrowserName) {
  const centre = await openContactCentre(name);
  try {
    // A call is told once, as a whole.
    centre.daktela.switches.channels = 'atOnce';
    const { view, page: desk } = await centre.openDesk();
    await centre.signIn(view);
    await setRungs(desk, { CALL: { tone: false } });
    await centre.goReady(view);
    const page = await centre.browser.openExtensionPage('options.html', 'window');
    await view.close();
    const token = seedPeople.find((person) => person.name === ANNA.username)?.token;
    const pollUrl = `${centre.address}/api/v6/appPullData?accessToken=${token}`;
    const rings = [];
    for (let ring = 0; ring < WARM_UP_RINGS + RINGS; ring += 1) {
      rings.push(await measureRing(centre, page, pollUrl));
    }
    const counted = rings.slice(WARM_UP_RINGS);
    return {
      eventToRawPoll: spreadOf(counted.map(({ rangMs, polledMs }) => polledMs - rangMs)),
      eventToBadge: spreadOf(counted.map(({ rangMs, badgeMs }) => badgeMs - rangMs)),
      eventToNotification: spreadOf(counted.map(({ rangMs, notedMs }) => notedMs - rangMs)),
      badgeAboveRawPoll: spreadOf(counted.map(({ polledMs, badgeMs }) => badgeMs - polledMs)),
      notificationAboveRawPoll: spreadOf(
        counted.map(({ polledMs, notedMs }) => notedMs - polledMs),
      ),
    };
  } finally {
    await centre.close();
  }
}

/** From the server's event to the alert, beside a long poll that the same event ends in the same browser. */
export async function measureLatency() {
  return {
    latencyInChromium: await measure('chromium'),
    latencyInFirefox: await measure('firefox'),
  };
}
