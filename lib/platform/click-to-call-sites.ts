import type { PageAddress } from '@/lib/messages/protocol';
import { ALIVE } from '@/lib/page/one-instance';
import {
  clickToCallMatches,
  type SiteRules,
  siteStateOf,
} from '@/lib/session/click-to-call-matches';
import { createTurns } from '@/lib/session/turns';
import { isLocked } from '@/lib/settings/policy';
import { browser, type Tabs } from './browser';
import { grantedOrigins } from './permissions';
import { type InForce, readInForce } from './settings';

const SCRIPT_ID = 'click-to-call';
const FILE = 'content-scripts/click-to-call.js';
const STYLE = 'content-scripts/click-to-call.css';

async function isRegistered(): Promise<boolean> {
  const scripts = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  return scripts.length > 0;
}

async function register(matches: string[], excludeMatches: string[]): Promise<void> {
  const script = {
    id: SCRIPT_ID,
    js: [FILE],
    css: [STYLE],
    matches,
    excludeMatches,
    allFrames: true,
    // Frames without an address of their own have that of the page that wrote them.
    matchOriginAsFallback: matches.every((match) => /^[^/]+:\/\/[^/]+\/\*$/.test(match)),
    persistAcrossSessions: false,
    runAt: 'document_idle' as const,
    // Firefox lets no style sheet of a page's author into shadow roots; Chromium knows no other.
    ...(import.meta.env.FIREFOX ? { cssOrigin: 'user' as const } : {}),
  };
  if (await isRegistered()) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

async function unregister(): Promise<void> {
  if (await isRegistered()) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
}

/** The frames of a tab that may be read and in which the script is not at work. */
async function framesWithout(tabId: number, rules: SiteRules): Promise<number[]> {
  const looks = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    injectImmediately: true,
    args: [ALIVE],
    // Travels as text, so it can use nothing from here. A page's own element of that name is not `true`.
    func: (alive: string) => ({
      url: /^about:/.test(location.href) ? `${origin}/` : location.href,
      isAlive: (globalThis as Record<string, unknown>)[alive] === true,
    }),
  });
  return looks.flatMap(({ frameId, result }) => {
    const frame = result as { url: string; isAlive: boolean } | undefined;
    const isMissing = frame && !frame.isAlive && siteStateOf(frame.url, rules) === 'on';
    return isMissing ? [frameId] : [];
  });
}

/** Pages opened before the site was turned on, and those of the version before this one. */
async function bringInto(tabId: number, rules: SiteRules): Promise<void> {
  const frameIds = await framesWithout(tabId, rules);
  if (frameIds.length === 0) return;
  const target = { tabId, frameIds };
  const cssOrigin = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';
  await browser.scripting.insertCSS({ target, files: [STYLE], origin: cssOrigin });
  await browser.scripting.executeScript({ target, files: [FILE] });
}

async function send(tabId: number, message: object): Promise<void> {
  // Most tabs have nobody who listens.
  await browser.tabs.sendMessage(tabId, message).catch(() => {});
}

async function settle({ id, url, discarded }: Tabs.Tab, rules: SiteRules): Promise<void> {
  if (id === undefined || discarded) return;
  // A page that is paused is left alone with everything in it, whatever the sites of its frames.
  const state = url === undefined ? null : siteStateOf(url, rules);
  const leaves = state === 'blocked' || state === 'signedOut' || rules.sites.mode === 'off';
  await send(id, { type: leaves || rules.daktelaOrigin === null ? 'stop' : 'check' });
  // The address of a page that may not be read is not told.
  if (state !== null && !leaves) await bringInto(id, rules);
}

/** A page that stands still, as one that shows a message of its own, answers when it goes on. */
const PATIENCE_MS = 3_000;

function atMost(work: Promise<void>): Promise<void> {
  return Promise.race([
    work.catch(() => {}),
    new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ]);
}

function rulesOf(
  granted: readonly string[],
  { settings: { sites }, policy }: InForce,
  daktelaOrigin: string | null,
): SiteRules {
  return { granted, sites, daktelaOrigin, isListLocked: isLocked(policy, 'sites.listed') };
}

async function reconcile(daktelaOrigin: string | null): Promise<void> {
  const [granted, inForce] = await Promise.all([grantedOrigins(), readInForce()]);
  const rules = rulesOf(granted, inForce, daktelaOrigin);
  const { matches, excludeMatches } = clickToCallMatches(rules);
  if (matches.length === 0) await unregister();
  else await register(matches, excludeMatches);
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map((tab) => atMost(settle(tab, rules))));
}

export interface Sites {
  /**
   * Makes the registered content script, and those in open pages, match what is granted, what the
   * agent wants and who is signed in; the one function for sign-in, sign-out, every change of
   * permissions or settings, and every start. Changes that come together are worked off as one.
   * @param daktelaOrigin the signed-in instance, null while nobody is
   */
  reconcile(daktelaOrigin: string | null): Promise<void>;
  /** Whether the script should be at work in this page. */
  isOn(page: PageAddress, inForce: InForce, daktelaOrigin: string | null): Promise<boolean>;
  /** Tells the scripts in all open pages. */
  tell(message: object): Promise<void>;
}

/** Runs one reconciliation at a time: two at once could both try to register. */
export function createSites(): Sites {
  const inTurn = createTurns();
  let wanted: string | null = null;
  let waiting: Promise<void> | null = null;
  return {
    reconcile(daktelaOrigin) {
      wanted = daktelaOrigin;
      waiting ??= inTurn(() => {
        waiting = null;
        return reconcile(wanted);
      }).catch(() => {});
      return waiting;
    },
    async isOn({ url, tabUrl }, inForce, daktelaOrigin) {
      const rules = rulesOf(await grantedOrigins(), inForce, daktelaOrigin);
      return siteStateOf(url, rules) === 'on' && siteStateOf(tabUrl, rules) !== 'blocked';
    },
    async tell(message) {
      const tabs = await browser.tabs.query({});
      await Promise.all(tabs.map(async ({ id }) => id !== undefined && send(id, message)));
    },
  };
}
