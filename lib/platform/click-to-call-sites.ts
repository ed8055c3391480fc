import type { PageWords } from '@/lib/i18n/page-words';
import { clickToCallMatches } from '@/lib/session/click-to-call-matches';
import { createTurns } from '@/lib/session/turns';
import { browser } from './browser';
import { grantedOrigins } from './permissions';

const SCRIPT_ID = 'click-to-call';
const FILE = 'content-scripts/click-to-call.js';
const STYLE = 'content-scripts/click-to-call.css';

async function register(matches: string[], excludeMatches: string[]): Promise<void> {
  const script = {
    id: SCRIPT_ID,
    js: [FILE],
    css: [STYLE],
    matches,
    excludeMatches,
    allFrames: true,
    persistAcrossSessions: false,
    runAt: 'document_idle' as const,
  };
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

async function unregister(): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
}

async function injectInto(target: { tabId: number; allFrames: boolean }): Promise<void> {
  await browser.scripting.insertCSS({ target, files: [STYLE] });
  await browser.scripting.executeScript({ target, files: [FILE] });
}

/** Pages opened before the site was turned on. The script itself sees to it that it runs once. */
async function injectIntoOpenTabs(matches: string[], excluded: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  const daktela = new Set(
    excluded.length === 0 ? [] : (await browser.tabs.query({ url: excluded })).map(({ id }) => id),
  );
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined || daktela.has(id) ? [] : [injectInto({ tabId: id, allFrames: true })],
    ),
  );
}

async function tellOpenTabs(matches: string[], message: object): Promise<void> {
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, message)])),
  );
}

/**
 * Makes the registered content script match what is granted and who is signed in; the one
 * function for sign-in, sign-out, and every change of permissions.
 * @param daktelaOrigin the signed-in instance, null while nobody is
 */
async function reconcile(daktelaOrigin: string | null): Promise<void> {
  const granted = await grantedOrigins();
  if (daktelaOrigin === null) {
    await unregister();
    await tellOpenTabs(granted, { type: 'stop' });
    return;
  }
  const { matches, excludeMatches } = clickToCallMatches(granted, daktelaOrigin);
  if (matches.length === 0) {
    await unregister();
    return;
  }
  await register(matches, excludeMatches);
  await injectIntoOpenTabs(matches, excludeMatches);
}

export interface Sites {
  reconcile(daktelaOrigin: string | null): Promise<void>;
  /** Hands new words to the scripts that run in open tabs. */
  speak(words: PageWords): Promise<void>;
  /** Tells the scripts that numbers may be read or dialled otherwise from now on. */
  reread(): Promise<void>;
}

/** Runs one reconciliation at a time: two at once could both try to register. */
export function createSites(): Sites {
  const inTurn = createTurns();
  return {
    reconcile(daktelaOrigin) {
      return inTurn(() => reconcile(daktelaOrigin)).catch(() => {});
    },
    async speak(words) {
      await tellOpenTabs(await grantedOrigins(), { type: 'words', words });
    },
    async reread() {
      await tellOpenTabs(await grantedOrigins(), { type: 'reread' });
    },
  };
}
