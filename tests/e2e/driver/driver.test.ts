// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium';
import type { Desk } from './desk';
import { launchFirefox } from './firefox';
import { type Pages, servePages } from './support/pages';
import { type ProbeExtension, writeProbeExtension } from './support/probe-extension';
import { until } from './until';
import { viewOf } from './view';

const LAUNCH = { chromium: launchChromium, firefox: launchFirefox };
const EVERY_SITE = ['https://*/*', 'http://*/*'];

describe.each(['chromium', 'firefox'] as const)('the driver of %s', (name) => {
  let desk: Desk;
  let pages: Pages;
  let probe: ProbeExtension;

  beforeAll(async () => {
    probe = writeProbeExtension(name);
    pages = await servePages();
    desk = await LAUNCH[name]({ extensionDir: probe.dir, headless: true });
  });
  afterAll(async () => {
    await desk?.close();
    await pages?.close();
    probe?.remove();
  });

  /** A page of the extension that asks it something in its own words. */
  async function ask<T>(code: string): Promise<T> {
    const page = await desk.openExtensionPage('popup.html');
    const answer = await page.evaluate(`globalThis.api ??= globalThis.browser ?? chrome; ${code}`);
    await page.close();
    return answer as T;
  }
  const granted = () => ask<boolean>(`api.permissions.contains({ origins: ['http://*/*'] })`);

  it('reads what the toolbar button shows and wakes nobody for it', async () => {
    await until('the badge', async () => (await desk.badge()).title === 'Three calls', {
      explain: async () => JSON.stringify([await desk.badge(), await desk.workerIsRunning()]),
    });
    expect(await desk.badge()).toEqual({ text: '3', title: 'Three calls', color: '#c81e1eff' });
    await desk.killWorker();
    expect((await desk.badge()).text).toBe('3');
    expect(await desk.workerIsRunning()).toBe(false);
  });

  it('clicks and fills controls by role and name, as a person does', async () => {
    const page = await desk.openExtensionPage('popup.html');
    const view = viewOf(page);
    await view.see('heading', 'Probe');
    expect(await view.isEnabled('button', 'Later')).toBe(false);
    await view.click('button', 'Count');
    await view.read('count 1, trusted: true');
    await view.missing('button', 'Icon only');
    await view.click('button', /^lat/i);
    expect(await view.text('status')).toBe('later was clicked');
    await view.fill('textbox', 'Phone number', '+420 777');
    await view.fill('password', 'Password', 'secret');
    await view.click('checkbox', 'Stay signed in');
    expect(await view.value('field', 'Phone number')).toBe('+420 777');
    expect(await view.isChecked('checkbox', 'Stay signed in')).toBe(true);
    await view.within('article', /^Eva/).click('button', 'Accept');
    await view.read('accepted Eva, queue 2');
    await page.close();
  });

  it('says what is on the page when it does not find what it wants', async () => {
    const page = await desk.openExtensionPage('popup.html');
    const missing = until('x', () => false, { timeoutMs: 0 });
    await expect(missing).rejects.toThrow('x: not within 0 ms.');
    const view = viewOf(page, { timeoutMs: 100 });
    await expect(view.click('button', 'Hang up')).rejects.toThrow(
      /button "Hang up".*button "Count".*nothing yet/s,
    );
    await expect(view.click('button', 'Accept')).rejects.toThrow('2 of them there');
    await page.close();
  });

  it('opens the real popup over a page and lets it know the address of that page', async () => {
    const page = await desk.openPage(pages.at('crm.localhost'));
    const popup = await desk.openToolbarPopup(page);
    await popup.read(pages.at('crm.localhost'));
    await popup.click('button', 'Count');
    await popup.read('count 1, trusted: true');
    await popup.fill('textbox', 'Phone number', '112');
    expect(await popup.evaluate('document.title')).toBe('Driver Probe');
    expect(await popup.isOpen()).toBe(true);
    await popup.close();
    expect(await popup.isOpen()).toBe(false);
    const again = await desk.openToolbarPopup(page);
    await again.click('button', 'Done');
    await until('the popup to close itself', async () => !(await again.isOpen()));
    await page.close();
  });

  it('answers the question for permissions ahead of time', async () => {
    expect(await granted()).toBe(false);
    await desk.preapproveOrigins(EVERY_SITE);
    expect(await granted()).toBe(false);
    const page = await desk.openExtensionPage('popup.html');
    await viewOf(page).click('button', 'Allow sites');
    await viewOf(page).read('granted: true');
    await page.close();
    await desk.revokeOrigins(EVERY_SITE);
    expect(await granted()).toBe(false);
  });

  it('grants one site or all of them', async () => {
    await desk.grantOrigins(['http://127.0.0.1/*']);
    const one = `api.permissions.contains({ origins: ['http://127.0.0.1/*'] })`;
    expect([await ask(one), await granted()]).toEqual([true, false]);
    await desk.grantOrigins(EVERY_SITE);
    expect(await granted()).toBe(true);
  });

  it('clicks into a closed shadow root and reads in the content script world', async () => {
    const page = await until('a page with the card', async () => {
      const opened = await desk.openPage(pages.at('crm.localhost'));
      if (await opened.$('probe-card')) return opened;
      await opened.close();
      return null;
    });
    const card = desk.pageCard(page);
    await card.click('button', 'Call 123');
    await card.read('Called, trusted: true');
    expect(await page.evaluate(() => document.documentElement.dataset.hovered)).toBe('yes');
    expect(
      await desk.evaluateInContentWorld(page, 'typeof (globalThis.browser ?? chrome).runtime.id'),
    ).toBe('string');
    await expect(
      desk.evaluateInContentWorld(page, 'Promise.reject(new Error("no entry"))'),
    ).rejects.toThrow('no entry');
    await page.close();
  });

  it('opens a page in the content script world, which has not what the extension keeps', async () => {
    await ask('api.storage.session.set({ secret: 1 })');
    const page = await desk.openPage(pages.at('crm.localhost'));
    const read = `(async () => (await (globalThis.browser ?? chrome).storage.session.get()).secret)()`;
    await expect(desk.evaluateInContentWorld(page, read)).rejects.toThrow();
    expect(await desk.evaluateInContentWorld(page, 'location.origin')).toBe(
      new URL(page.url()).origin,
    );
    await page.close();
  });

  it('clicks with a trusted mouse in the page itself', async () => {
    const page = await desk.openPage(pages.at('127.0.0.1'));
    await viewOf(page).click('button', 'Page button');
    await viewOf(page).see('button', 'trusted: true');
    await page.close();
  });

  it('keeps two pages of the extension alive in two windows', async () => {
    const left = await desk.openExtensionPage('popup.html');
    const right = await desk.openExtensionPage('popup.html', 'window');
    const windowOf = (page: typeof left) =>
      page.evaluate('(globalThis.browser ?? chrome).windows.getCurrent().then(({ id }) => id)');
    expect(await windowOf(left)).not.toBe(await windowOf(right));
    await viewOf(left).click('button', 'Count');
    await viewOf(right).click('button', 'Count');
    await viewOf(left).read('count 1');
    await viewOf(right).read('count 1');
    await right.close();
    await left.close();
  });

  it('kills the worker in the middle of a poll and finds a new one after', async () => {
    const poll = { type: 'poll', url: `${pages.at('127.0.0.1')}poll` };
    const first = await ask<{ boot: string }>(`api.runtime.sendMessage(${JSON.stringify(poll)})`);
    await until('the poll', () => pages.polls.open === 1);
    expect(await desk.workerIsRunning()).toBe(true);
    await desk.killWorker();
    await until('the end of the poll', () => pages.polls.aborted === 1);
    expect(await desk.workerIsRunning()).toBe(false);
    const second = await ask<{ boot: string }>(`api.runtime.sendMessage({ type: 'boot' })`);
    expect(second.boot).not.toBe(first.boot);
  });

  it('sleeps as a whole and goes on where it was', async () => {
    const page = await desk.openExtensionPage('popup.html');
    await page.evaluate(`globalThis.longest = 0;
      let last = Date.now();
      setInterval(() => {
        globalThis.longest = Math.max(globalThis.longest, Date.now() - last);
        last = Date.now();
      }, 20);`);
    await desk.sleepFor(1_500);
    await until('the pause', async () => Number(await page.evaluate('longest')) > 1_400);
    await page.close();
  });

  it('restarts with everything that a person would still have, and nothing else', async () => {
    await ask(`Promise.all([
      api.storage.local.set({ kept: 1 }), api.storage.session.set({ lost: 1 }),
      new Promise((resolve) => {
        const request = indexedDB.open('probe');
        request.onupgradeneeded = () => request.result.createObjectStore('store').put('kept', 'key');
        request.onsuccess = () => { request.result.close(); resolve(); };
      }),
    ])`);
    const { extensionOrigin } = desk;
    await desk.restart();
    expect(desk.extensionOrigin).toBe(extensionOrigin);
    await until('the start event', async () =>
      ask(`api.storage.local.get().then(({ startedBy }) => startedBy === 'onStartup')`),
    );
    expect(await ask('api.storage.local.get("kept")')).toEqual({ kept: 1 });
    expect(await ask('api.storage.session.get()')).toEqual({});
    expect(await granted()).toBe(true);
    const inDatabase = await ask(`new Promise((resolve) => {
      const request = indexedDB.open('probe');
      request.onsuccess = () => {
        const get = request.result.transaction('store').objectStore('store').get('key');
        get.onsuccess = () => resolve(get.result);
      };
    })`);
    expect(inDatabase).toBe('kept');
    const page = await desk.openPage(pages.at('crm.localhost'));
    expect(await page.$('probe-card')).not.toBeNull();
    await page.close();
  });
});
