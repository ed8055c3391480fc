import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Extension, type Page } from 'puppeteer-core';
import { findBrowser, isRoot } from '../../browsers/find';
import { createBadgeProbe } from './badge-probe';
import { buildDir } from './builds';
import type { LaunchOptions, TestBrowser } from './test-browser';
import { popupViewOf } from './view';

/** The network is none of a test's business, and a sandbox cannot be had as root. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--lang=en-US',
];

interface DeveloperPrivate {
  addHostPermission(id: string, pattern: string): Promise<void>;
}

async function launch(profile: string, options: LaunchOptions): Promise<Browser> {
  const { headless = true, display, width = 1280, height = 900 } = options;
  return puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless,
    pipe: true,
    enableExtensions: [buildDir('chromium')],
    userDataDir: profile,
    defaultViewport: null,
    args: [...ARGS, `--window-size=${width},${height}`, ...(isRoot() ? ['--no-sandbox'] : [])],
    env: {
      ...process.env,
      LANG: 'en_US.UTF-8',
      ...(display === undefined ? {} : { DISPLAY: display }),
    },
  });
}

async function installedExtension(browser: Browser): Promise<Extension> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const [extension] = [...(await browser.extensions()).values()];
    if (extension) return extension;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Chromium did not load the extension within 5 s.');
}

/** Chromium with the extension loaded from the command line, in a profile of its own. */
export async function launchChromium(options: LaunchOptions = {}): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'agent-widget-chromium-'));
  const allowed = new Set<string>();
  let browser = await launch(profile, options);
  let extension = await installedExtension(browser);
  const extensionOrigin = `chrome-extension://${extension.id}`;

  async function openPage(url: string): Promise<Page> {
    const page = await browser.newPage();
    if (options.colorScheme) {
      const value = options.colorScheme;
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    }
    await page.goto(url);
    return page;
  }

  const probe = createBadgeProbe(() => openPage(`${extensionOrigin}/popup.html`));

  /** The page of the browser's own extension settings may grant what a person could grant there. */
  async function addHostPermissions(patterns: readonly string[]): Promise<void> {
    const settings = await browser.newPage();
    await settings.goto('chrome://extensions');
    await settings.evaluate(
      async (id, wanted) => {
        const { developerPrivate } = (
          globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }
        ).chrome;
        for (const pattern of wanted) await developerPrivate.addHostPermission(id, pattern);
      },
      extension.id,
      patterns,
    );
    await settings.close();
  }

  /** An extension from the command line is new at each start; an installed one keeps what it was granted. */
  async function giveBackPermissions(): Promise<void> {
    const origins = [...allowed];
    if (origins.length === 0) return;
    await addHostPermissions(origins);
    const page = await openPage(`${extensionOrigin}/popup.html`);
    await page.evaluate(`chrome.permissions.request({ origins: ${JSON.stringify(origins)} })`);
    await page.close();
  }

  return {
    name: 'chromium',
    extensionOrigin,
    openPage,
    async openExtensionPage(path, where = 'tab') {
      if (where === 'tab') return openPage(`${extensionOrigin}/${path}`);
      const page = await browser.newPage({ type: 'window' });
      await page.goto(`${extensionOrigin}/${path}`);
      return page;
    },
    async openToolbarPopup(over) {
      await over.bringToFront();
      const opened = browser.waitForTarget(
        (target) => target.url() === `${extensionOrigin}/popup.html` && target.type() === 'page',
        { timeout: 10_000 },
      );
      await over.triggerExtensionAction(extension);
      const page = await (await opened).asPage();
      await page.waitForSelector('main');
      return popupViewOf(page);
    },
    badge: () => probe.badge(),
    async allowOrigins(patterns) {
      for (const pattern of patterns) allowed.add(pattern);
      await addHostPermissions(patterns);
    },
    async killWorker() {
      const page = await browser.newPage();
      const session = await page.createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await page.close();
    },
    async restart() {
      probe.forget();
      await browser.close();
      browser = await launch(profile, options);
      extension = await installedExtension(browser);
      await giveBackPermissions();
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
