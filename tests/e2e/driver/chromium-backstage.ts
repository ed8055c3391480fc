import type { Browser, CDPSession, Page, Target } from 'puppeteer-core';
import type { Badge } from './desk';
import { until } from './until';

interface Api {
  action: {
    getBadgeText(of: object): Promise<string>;
    getTitle(of: object): Promise<string>;
    getBadgeBackgroundColor(of: object): Promise<number[]>;
  };
  runtime: { getContexts(of: { contextTypes: string[] }): Promise<object[]> };
  permissions: { request(wanted: { origins: readonly string[] }): Promise<boolean> };
  developerPrivate: {
    addHostPermission(id: string, pattern: string): Promise<void>;
    removeHostPermission(id: string, pattern: string): Promise<void>;
    updateExtensionCommand(command: {
      extensionId: string;
      commandName: string;
      keybinding: string;
    }): Promise<void>;
  };
}

declare const chrome: Api;

/** What a test does behind the scenes, in hidden pages that no tab strip and no extension sees. */
export interface Backstage {
  /** Opens a page in front. @returns DevTools' id of it */
  createTarget(url: string, type: 'tab' | 'window'): Promise<string>;
  badge(): Promise<Badge>;
  /** Whether a side panel shows a page of the extension. */
  hasSidePanel(): Promise<boolean>;
  preapprove(origins: readonly string[]): Promise<void>;
  grant(origins: readonly string[]): Promise<void>;
  revoke(origins: readonly string[]): Promise<void>;
  /** Gives a command its key, as a person does in the settings. */
  assignKey(command: string, key: string): Promise<void>;
  audioStates(): Promise<string[]>;
  killWorker(): Promise<void>;
  workerIsRunning(): Promise<boolean>;
}

/** Opens a page once and keeps it; asks `usable` so that nothing is asked of it too early. */
function hiddenPage(browser: Browser, session: CDPSession, url: string, usable: string) {
  let opened: Promise<Page> | undefined;
  async function open(): Promise<Page> {
    const made = browser.waitForTarget((target) => target.url() === url);
    await session.send('Target.createTarget', { url, hidden: true, background: true });
    const page = await (await made).asPage();
    await until(url, () => page.evaluate(usable) as Promise<boolean>);
    return page;
  }
  return async () => {
    opened ??= open();
    const page = await opened;
    if (!page.isClosed()) return page;
    opened = open();
    return opened;
  };
}

function hex(color: readonly number[]): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

async function readBadge(page: Page): Promise<Badge> {
  const { color, ...words } = await page.evaluate(async () => ({
    text: await chrome.action.getBadgeText({}),
    title: await chrome.action.getTitle({}),
    color: await chrome.action.getBadgeBackgroundColor({}),
  }));
  return { ...words, color: hex(color) };
}

/** Asks the engine for all its contexts; the page has no part in it. */
async function audioStatesIn(target: Target): Promise<string[]> {
  const session = await target.createCDPSession();
  try {
    const { result: prototype } = await session.send('Runtime.evaluate', {
      expression: 'AudioContext.prototype',
    });
    const { objects } = await session.send('Runtime.queryObjects', {
      prototypeObjectId: String(prototype.objectId),
    });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: String(objects.objectId),
      functionDeclaration: 'function () { return this.map(({ state }) => state); }',
      returnByValue: true,
    });
    return result.value as string[];
  } finally {
    await session.detach().catch(() => {});
  }
}

export async function openBackstage(browser: Browser, id: string): Promise<Backstage> {
  const session = await browser.target().createCDPSession();
  // Neither address runs any of the extension's or the settings' own code.
  const panel = hiddenPage(
    browser,
    session,
    `chrome-extension://${id}/manifest.json`,
    'typeof chrome?.action === "object"',
  );
  const settings = hiddenPage(
    browser,
    session,
    'chrome://extensions/strings.m.js',
    'typeof chrome?.developerPrivate === "object"',
  );

  async function preapprove(origins: readonly string[]): Promise<void> {
    await (await settings()).evaluate(
      async (extension, patterns) => {
        for (const pattern of patterns) {
          await chrome.developerPrivate.addHostPermission(extension, pattern);
        }
      },
      id,
      origins,
    );
  }

  async function workerIsRunning(): Promise<boolean> {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.some(
      ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${id}/`),
    );
  }

  return {
    async createTarget(url, type) {
      const newWindow = type === 'window';
      return (await session.send('Target.createTarget', { url, newWindow })).targetId;
    },
    hasSidePanel: async () =>
      (await panel()).evaluate(
        async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length > 0,
      ),
    badge: async () => readBadge(await panel()),
    preapprove,
    async grant(origins) {
      await preapprove(origins);
      const granted = await (await panel()).evaluate(
        (wanted) => chrome.permissions.request({ origins: wanted }),
        origins,
      );
      if (!granted) throw new Error(`Chromium did not grant ${origins.join(', ')}.`);
    },
    async revoke(origins) {
      await (await settings()).evaluate(
        async (extension, patterns) => {
          for (const pattern of patterns) {
            await chrome.developerPrivate.removeHostPermission(extension, pattern);
          }
        },
        id,
        origins,
      );
    },
    async assignKey(commandName, keybinding) {
      await (await settings()).evaluate(
        (command) => chrome.developerPrivate.updateExtensionCommand(command),
        {
          extensionId: id,
          commandName,
          keybinding,
        },
      );
    },
    async audioStates() {
      const pages = browser.targets().filter((target) => target.url().endsWith('/offscreen.html'));
      // One that closes while it is looked at has nothing to say any more.
      const states = pages.map((target) => audioStatesIn(target).catch(() => []));
      return (await Promise.all(states)).flat();
    },
    async killWorker() {
      const page = await (await panel()).createCDPSession();
      await page.send('ServiceWorker.enable');
      await page.send('ServiceWorker.stopAllWorkers');
      await page.detach();
    },
    workerIsRunning,
  };
}
