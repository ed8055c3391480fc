import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../browsers/find';
import { createBadgeProbe } from './badge-probe';
import { archiveOf, buildDir, FIREFOX_ID } from './builds';
import { type ChromeScope, chromeScopeOf } from './firefox-chrome-scope';
import { openFirefoxPopup } from './firefox-popup';
import type { LaunchOptions, TestBrowser } from './test-browser';

const DARK = 0;
const LIGHT = 1;

function launch(profile: string, uuid: string, options: LaunchOptions): Promise<Browser> {
  const { headless = true, display, width = 1280, height = 900, colorScheme = 'light' } = options;
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless,
    userDataDir: profile,
    defaultViewport: null,
    // Without system access WebDriver may open no page of an extension.
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
    env: { ...process.env, ...(display === undefined ? {} : { DISPLAY: display }) },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: uuid }),
      'xpinstall.signatures.required': false,
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? DARK : LIGHT,
      'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
      'intl.accept_languages': 'en-US, en',
      // A test has no use for calls home.
      'browser.safebrowsing.downloads.remote.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
}

/** Firefox events of extension pages never come (bug 1755014), so navigation is all that is waited for. */
async function openExtensionUrl(page: Page, url: string): Promise<Page> {
  await page.goto(url, { waitUntil: [] });
  await page.waitForSelector('body');
  return page;
}

/** Firefox with the extension installed for good, in a profile of its own. */
export async function launchFirefox(options: LaunchOptions = {}): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'agent-widget-firefox-'));
  const archive = join(profile, 'agent-widget.xpi');
  writeFileSync(archive, archiveOf(buildDir('firefox')));
  const uuid = randomUUID();
  const extensionOrigin = `moz-extension://${uuid}`;
  let browser = await launch(profile, uuid, options);
  let scope: ChromeScope = chromeScopeOf(browser);
  await scope.send('webExtension.install', {
    extensionData: { type: 'archivePath', path: archive },
    'moz:permanent': true,
  });

  const extensionExpression = `WebExtensionPolicy.getByID(${JSON.stringify(FIREFOX_ID)}).extension`;
  const probe = createBadgeProbe(async () =>
    openExtensionUrl(await browser.newPage(), `${extensionOrigin}/popup.html`),
  );

  return {
    name: 'firefox',
    extensionOrigin,
    async openPage(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    async openExtensionPage(path, where = 'tab') {
      const page = await browser.newPage({ type: where });
      return openExtensionUrl(page, `${extensionOrigin}/${path}`);
    },
    async openToolbarPopup(over) {
      await over.bringToFront();
      return openFirefoxPopup(scope);
    },
    badge: () => probe.badge(),
    async allowOrigins() {
      await scope.run(
        `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)`,
      );
    },
    async killWorker() {
      await scope.run(
        `${extensionExpression}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }).then(() => true)`,
      );
    },
    async restart() {
      probe.forget();
      await browser.close();
      browser = await launch(profile, uuid, options);
      scope = chromeScopeOf(browser);
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
