import type { Page } from 'puppeteer-core';
import type { ActivityType } from '@/lib/daktela/activity';
import type { Rung } from '@/lib/settings/alerts';

interface Api {
  extension: { getViews(of: object): Window[] };
  runtime: { getContexts(of: object): Promise<{ documentUrl: string }[]> };
  notifications: { getAll(): Promise<object> };
  storage: {
    local: {
      get(key: string): Promise<{ settings?: object }>;
      set(values: object): Promise<void>;
    };
  };
}

declare const browser: Api | undefined;
declare const chrome: Api;

/** Ids of the notifications of the extension that the browser shows; asked from one of its pages. */
export function notificationsOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const api = typeof browser === 'undefined' ? chrome : browser;
    return Object.keys(await api.notifications.getAll()).sort();
  });
}

/** Chooses the device calls are accepted with, as the desk does. */
export function chooseDevice(page: Page, acceptDevice: string): Promise<void> {
  return page.evaluate(async (device) => {
    const { local } = (typeof browser === 'undefined' ? chrome : browser).storage;
    const { settings } = await local.get('settings');
    await local.set({ settings: { ...settings, acceptDevice: device } });
  }, acceptDevice);
}

type Chosen = Partial<Record<ActivityType, Partial<Record<Rung, boolean>>>>;

/** Chooses how the agent's own activities are alerted, as the settings do. */
export function setRungs(page: Page, own: Chosen): Promise<void> {
  return page.evaluate(async (chosen) => {
    const api = typeof browser === 'undefined' ? chrome : browser;
    const { settings } = await api.storage.local.get('settings');
    const alerts = { rungs: { own: chosen, pool: {} } };
    await api.storage.local.set({ settings: { ...settings, alerts } });
  }, own);
}

/** Paths of the desks that are open, as popup or window; asked from another page of the extension. */
export function deskPlaces(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const api = typeof browser === 'undefined' ? chrome : browser;
    const contexts = await api.runtime.getContexts({});
    const paths = contexts.map(({ documentUrl }) => new URL(documentUrl || 'about:blank').pathname);
    return paths.filter((path) => /^\/(popup|window)\.html$/.test(path));
  });
}

/**
 * Closes the popup under the toolbar button, as a click beside it does. Nobody closes what they have
 * not seen: a browser says that a popup could not be opened when it goes before it has come.
 */
export function closePopup(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const api = typeof browser === 'undefined' ? chrome : browser;
    for (const popup of api.extension.getViews({ type: 'popup' })) {
      while (popup.document.readyState !== 'complete' || !popup.document.querySelector('button')) {
        await new Promise((later) => setTimeout(later, 20));
      }
      await new Promise((later) => setTimeout(later, 300));
      popup.close();
    }
  });
}
