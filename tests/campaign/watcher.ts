import type { Page } from 'puppeteer-core';
import type { ContactCentre } from '../e2e/support/contact-centre';
import type { Look } from './tally';

interface Tab {
  readonly id?: number;
}

interface Api {
  notifications: {
    getAll(): Promise<object>;
    /** Firefox only. */
    onShown?: { addListener(listener: (id: string) => void): void };
  };
  action: { getBadgeText(of: object): Promise<string> };
  runtime: { sendMessage(message: object): Promise<unknown> };
  tabs: {
    remove(id: number): Promise<void>;
    onCreated: { addListener(listener: (tab: Tab) => void): void };
  };
  storage: { local: { set(values: object): Promise<void> } };
}

declare const browser: Api | undefined;
declare const chrome: Api;
/** In the page, what was shown since the last look. */
declare global {
  var shownNotes: string[];
}

/** A page of the extension that asks the browser what it shows. It wakes no worker unless told to. */
export interface Watcher {
  look(): Promise<Look>;
  /** Does what a page of the extension does: sends its worker a message, and wakes it by that. */
  send(message: object): Promise<unknown>;
  choose(settings: object): Promise<void>;
}

const TAB_STAYS_MS = 1_000;

function prepare(page: Page): Promise<void> {
  return page.evaluate((staysMs) => {
    const { tabs, notifications } = typeof browser === 'undefined' ? chrome : browser;
    globalThis.shownNotes = [];
    notifications.onShown?.addListener((id) => globalThis.shownNotes.push(id));
    tabs.onCreated.addListener(({ id }) => {
      if (id !== undefined) setTimeout(() => void tabs.remove(id).catch(() => {}), staysMs);
    });
  }, TAB_STAYS_MS);
}

export async function openWatcher(centre: ContactCentre): Promise<Watcher> {
  const page = await centre.browser.openExtensionPage('options.html', 'window');
  await prepare(page);
  return {
    look: () =>
      page.evaluate(async () => {
        const api = typeof browser === 'undefined' ? chrome : browser;
        const [notes, badge] = await Promise.all([
          api.notifications.getAll(),
          api.action.getBadgeText({}),
        ]);
        const shown = globalThis.shownNotes.splice(0);
        return { atMs: Date.now(), notes: Object.keys(notes), shown, badge };
      }),
    send: (message) =>
      page.evaluate(
        (sent) => (typeof browser === 'undefined' ? chrome : browser).runtime.sendMessage(sent),
        message,
      ),
    choose: (settings) =>
      page.evaluate(
        (chosen) => (typeof browser === 'undefined' ? chrome : browser).storage.local.set(chosen),
        { settings },
      ),
  };
}
