import type { Browser, Page, Target } from 'puppeteer-core';
import { type Backstage, openBackstage } from './chromium-backstage';
import { extensionOf, keepExtension, startChromium, turnOnDeveloperMode } from './chromium-process';
import {
  answerChromiumPrompt,
  clickChromiumMenu,
  clickChromiumNotification,
  pressChromiumKey,
  suggestedKey,
} from './chromium-screen';
import { evaluateInChromiumWorld } from './chromium-world';
import type { Desk, LaunchOptions, PopupHandle } from './desk';
import { endBrowser } from './end-browser';
import { openProfile, type Profile } from './profile';
import { pointAt, selectText } from './selection';
import { sleepBrowser } from './sleep';
import { until, untilLoaded } from './until';
import { cardViewOf, viewOf } from './view';

interface Running {
  browser: Browser;
  backstage: Backstage;
}

/** DevTools' id of a page; puppeteer has it but does not declare it (checked against puppeteer-core 24). */
const idOf = (target: Target) => (target as unknown as { _targetId: string })._targetId;

/** A page that has its address from the beginning; puppeteer would first start a process for an empty one. */
async function openAt({ browser, backstage }: Running, url: string, type: 'tab' | 'window') {
  const id = await backstage.createTarget(url, type);
  const page = await (await browser.waitForTarget((target) => idOf(target) === id)).page();
  if (!page) throw new Error(`Chromium has opened no page at ${url}.`);
  await untilLoaded(page);
  return page;
}

async function openPopup(browser: Browser, id: string, over: Page): Promise<PopupHandle> {
  const extension = await extensionOf(browser, id);
  const before = new Set(browser.targets());
  await over.bringToFront();
  const opened = browser.waitForTarget(
    (target) =>
      !before.has(target) &&
      target.type() === 'page' &&
      target.url().startsWith(`chrome-extension://${id}/`),
    { timeout: 20_000 },
  );
  const [target] = await Promise.all([opened, extension.triggerAction(over)]);
  const page = await target.asPage();
  await untilLoaded(page);
  // It opens at 25 pixels and grows; what is clicked before that moves away.
  await until('the popup at its size', () => page.evaluate(() => innerWidth > 300));
  return { ...viewOf(page), page, isOpen: async () => !page.isClosed() };
}

/** The side panel is a page like others; that it is no tab, only the browser can say. */
async function sidePanel({ browser, backstage }: Running, id: string): Promise<PopupHandle> {
  const isOpen = () => backstage.hasSidePanel();
  await until('the side panel', isOpen);
  const target = await browser.waitForTarget(
    (each) => each.url() === `chrome-extension://${id}/sidepanel.html`,
  );
  const page = await target.asPage();
  await untilLoaded(page);
  return { ...viewOf(page), page, isOpen };
}

async function start(profile: Profile, options: LaunchOptions): Promise<[Running, string]> {
  turnOnDeveloperMode(profile.dir);
  const browser = await startChromium(profile.dir, options);
  try {
    const id = await browser.installExtension(options.extensionDir);
    return [{ browser, backstage: await openBackstage(browser, id) }, id];
  } catch (error) {
    await endBrowser(browser);
    throw error;
  }
}

async function startAgain(profile: Profile, options: LaunchOptions, id: string): Promise<Running> {
  keepExtension(profile.dir, id);
  const browser = await startChromium(profile.dir, options);
  try {
    await extensionOf(browser, id);
    return { browser, backstage: await openBackstage(browser, id) };
  } catch (error) {
    await endBrowser(browser);
    throw error;
  }
}

function deskOf(profile: Profile, options: LaunchOptions, first: Running, id: string): Desk {
  const extensionOrigin = `chrome-extension://${id}`;
  let running = first;

  const open = (url: string, type: 'tab' | 'window'): Promise<Page> =>
    // That an empty page has loaded, nothing tells.
    url === 'about:blank' ? running.browser.newPage({ type }) : openAt(running, url, type);

  const inWorld = (page: Page, expression: string) =>
    evaluateInChromiumWorld(page, extensionOrigin, expression);

  return {
    browserName: 'chromium',
    extensionOrigin,
    openPage: (url) => open(url, 'tab'),
    openExtensionPage: (path, where = 'tab') => open(`${extensionOrigin}/${path}`, where),
    openToolbarPopup: (over) => openPopup(running.browser, id, over),
    async clickToolbarButton(over) {
      await over.bringToFront();
      await (await extensionOf(running.browser, id)).triggerAction(over);
    },
    sidePanel: () => sidePanel(running, id),
    badge: () => running.backstage.badge(),
    grantOrigins: (origins) => running.backstage.grant(origins),
    preapproveOrigins: (origins) => running.backstage.preapprove(origins),
    revokeOrigins: (origins) => running.backstage.revoke(origins),
    answerPermissionPrompt: (answer) => answerChromiumPrompt(running.browser, options, answer),
    clickContextMenuOnSelection: (page, selector) =>
      clickChromiumMenu(page, () => selectText(page, selector), true, options),
    clickContextMenuOnLink: (page, selector) =>
      clickChromiumMenu(page, () => pointAt(page, selector), false, options),
    async pressCommand(page, command, spareKey) {
      const key = suggestedKey(options, command) ?? spareKey;
      if (key === undefined) throw new Error(`The command ${command} has no key.`);
      // As a person does in the settings; Chromium leaves out suggestions that are keys of its own.
      await running.backstage.assignKey(command, key);
      await pressChromiumKey(page, key, options);
    },
    evaluateInContentWorld: <T>(page: Page, expression: string) =>
      inWorld(page, expression) as Promise<T>,
    pageCard: (page) => cardViewOf(page, (expression) => inWorld(page, expression)),
    clickNotification: (part) => clickChromiumNotification(options, part),
    audioStates: () => running.backstage.audioStates(),
    killWorker: () => running.backstage.killWorker(),
    workerIsRunning: () => running.backstage.workerIsRunning(),
    sleepFor: (ms) => sleepBrowser(running.browser, ms),
    async restart() {
      await running.browser.close();
      running = await startAgain(profile, options, id);
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

/** Chromium with the extension loaded as it was built, in a profile of its own. */
export async function launchChromium(options: LaunchOptions): Promise<Desk> {
  const profile = openProfile();
  try {
    const [running, id] = await start(profile, options);
    return deskOf(profile, options, running, id);
  } catch (error) {
    profile.discard();
    throw error;
  }
}
