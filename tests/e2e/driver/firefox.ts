import { rmSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../browsers/find';
import { addonIdOf, archiveOf } from './builds';
import type { Desk, LaunchOptions } from './desk';
import { endBrowser } from './end-browser';
import { clickFirefoxMenu, firefoxBackstage, pressFirefoxCommand } from './firefox-backstage';
import { clickFirefoxToolbarButton, firefoxSidebar, openFirefoxPopup } from './firefox-places';
import { type FirefoxScope, firefoxScopeOf } from './firefox-scope';
import { evaluateInFirefoxWorld } from './firefox-world';
import { openProfile, type Profile, SEED_PROFILE } from './profile';
import { pointAt, selectText } from './selection';
import { sleepBrowser } from './sleep';
import { untilLoaded } from './until';
import { cardViewOf } from './view';

/** Firefox would choose another one in each profile; addresses are easier to read this way. */
const UUID = '5f0f7a4e-0c1d-4b4e-9a53-3d1f1c2b7a10';

interface Running {
  browser: Browser;
  scope: FirefoxScope;
}

function preferences({ colorScheme, language }: LaunchOptions, addonId: string) {
  const dark = colorScheme === 'dark';
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [addonId]: UUID }),
    'xpinstall.signatures.required': false,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
    'intl.accept_languages': language === undefined ? 'en-US, en' : `${language}, en`,
    // A prompt takes an answer at once, not only after a person had time to read it.
    'security.notification_enable_delay': 0,
    // A test's computer may have neither a sound card nor a place for notifications.
    'media.cubeb.force_mock_context': true,
    'media.cubeb.sandbox': false,
    'alerts.useSystemBackend': false,
    // The network is none of a test's business.
    'browser.safebrowsing.downloads.remote.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
  };
}

async function start(profile: Profile, options: LaunchOptions, addonId: string): Promise<Running> {
  const { headless, display, windowSize, executablePath = findBrowser('firefox') } = options;
  const { width, height } = windowSize ?? { width: 1280, height: 900 };
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    userDataDir: profile.dir,
    defaultViewport: null,
    // Without system access WebDriver may open no page of an extension.
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
    env: { ...process.env, ...(display === undefined ? {} : { DISPLAY: display }) },
    extraPrefsFirefox: preferences(options, addonId),
  });
  // At its end puppeteer would put back the preferences of before; a person's browser keeps them.
  rmSync(join(profile.dir, 'prefs.js.puppeteer'), { force: true });
  rmSync(join(profile.dir, 'user.js.puppeteer'), { force: true });
  return { browser, scope: firefoxScopeOf(browser) };
}

/** For good, as from the shop: a temporary add-on would be gone after a restart. */
async function install({ scope }: Running, extensionDir: string): Promise<void> {
  await scope.send('webExtension.install', {
    extensionData: {
      type: 'base64',
      value: Buffer.from(archiveOf(extensionDir)).toString('base64'),
    },
    'moz:permanent': true,
  });
}

function deskOf(profile: Profile, options: LaunchOptions, first: Running, addonId: string): Desk {
  const extensionOrigin = `moz-extension://${UUID}`;
  let running = first;
  const inWorld = (page: Page, expression: string) =>
    evaluateInFirefoxWorld(running.scope, page, addonId, expression);
  return {
    ...firefoxBackstage(() => running.scope, addonId),
    browserName: 'firefox',
    extensionOrigin,
    async openPage(url) {
      const page = await running.browser.newPage();
      await page.goto(url);
      return page;
    },
    async openExtensionPage(path, where = 'tab') {
      const page = await running.browser.newPage({ type: where });
      // Firefox sends no load events for pages of an extension (bug 1755014).
      await page.goto(`${extensionOrigin}/${path}`, { waitUntil: [] });
      await untilLoaded(page);
      return page;
    },
    openToolbarPopup: (over) => openFirefoxPopup(running.browser, running.scope, addonId, over),
    clickToolbarButton: (over) => clickFirefoxToolbarButton(running.scope, addonId, over),
    sidePanel: () => firefoxSidebar(running.browser, running.scope),
    clickContextMenuOnSelection: (page, selector, label) =>
      clickFirefoxMenu(running.scope, page, () => selectText(page, selector), label),
    clickContextMenuOnLink: (page, selector, label) =>
      clickFirefoxMenu(running.scope, page, () => pointAt(page, selector), label),
    pressCommand: (page, command, spareKey) =>
      pressFirefoxCommand(running.scope, page, addonId, command, spareKey),
    evaluateInContentWorld: <T>(page: Page, expression: string) =>
      inWorld(page, expression) as Promise<T>,
    pageCard: (page) => cardViewOf(page, (expression) => inWorld(page, expression)),
    sleepFor: (ms) => sleepBrowser(running.browser, ms),
    async restart() {
      await running.browser.close();
      running = await start(profile, options, addonId);
    },
    async screenshot(page, file) {
      await page.screenshot({ path: file as `${string}.png` });
    },
    async close() {
      try {
        await endBrowser(running.browser);
      } finally {
        profile.discard();
      }
    },
  };
}

/** Firefox with the extension installed as it was built, in a profile of its own. */
export async function launchFirefox(options: LaunchOptions): Promise<Desk> {
  const addonId = addonIdOf(options.extensionDir);
  const profile = openProfile(
    // A browser refuses the profile of a newer one.
    options.executablePath === undefined ? process.env[SEED_PROFILE] : undefined,
  );
  let running: Running | undefined;
  try {
    running = await start(profile, options, addonId);
    await install(running, options.extensionDir);
    return deskOf(profile, options, running, addonId);
  } catch (error) {
    if (running) await endBrowser(running.browser);
    profile.discard();
    throw error;
  }
}

/**
 * A profile that Firefox has been used with once. To make all that is in one costs it seconds, which
 * tests that each start with a new one would spend again and again.
 */
export async function seedFirefoxProfile(): Promise<Profile> {
  const profile = openProfile();
  try {
    const { browser } = await start(profile, { headless: true, extensionDir: '' }, '');
    await browser.close();
  } catch (error) {
    profile.discard();
    throw error;
  }
  return profile;
}
