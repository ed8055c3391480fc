// @vitest-environment node
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureVirtualDisplay, type VirtualDisplay } from '../../browsers/virtual-display';
import { launchChromium } from './chromium';
import type { Desk } from './desk';
import { launchFirefox } from './firefox';
import { type Pages, servePages } from './support/pages';
import { type ProbeExtension, writeProbeExtension } from './support/probe-extension';
import { until } from './until';

const LAUNCH = { chromium: launchChromium, firefox: launchFirefox };

describe.each(['chromium', 'firefox'] as const)('a window of %s on a virtual display', (name) => {
  let display: VirtualDisplay;
  let desk: Desk;
  let pages: Pages;
  let probe: ProbeExtension;
  let pictures: string;

  beforeAll(async () => {
    probe = writeProbeExtension(name);
    pages = await servePages();
    pictures = mkdtempSync(join(tmpdir(), 'agent-widget-pictures-'));
    display = await ensureVirtualDisplay();
    desk = await LAUNCH[name]({
      extensionDir: probe.dir,
      headless: false,
      colorScheme: 'dark',
      display: display.display,
      windowSize: { width: 1200, height: 800 },
    });
  });
  afterAll(async () => {
    await desk?.close();
    display?.close();
    await pages?.close();
    probe?.remove();
    rmSync(pictures, { recursive: true });
  });

  async function ask<T>(code: string): Promise<T> {
    const page = await desk.openExtensionPage('popup.html');
    const answer = await page.evaluate(`globalThis.api ??= globalThis.browser ?? chrome; ${code}`);
    await page.close();
    return answer as T;
  }
  const granted = () => ask<boolean>(`api.permissions.contains({ origins: ['http://*/*'] })`);

  it('is dark in pages and in the popup, and is photographed', async () => {
    const page = await desk.openPage(pages.at('crm.localhost'));
    const popup = await desk.openToolbarPopup(page);
    for (const shown of [page, popup.page]) {
      expect(await shown.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(0, 0, 0)',
      );
    }
    await popup.screenshot(join(pictures, 'popup.png'));
    await desk.screenshot(page, join(pictures, 'page.png'));
    expect(statSync(join(pictures, 'popup.png')).size).toBeGreaterThan(500);
    expect(statSync(join(pictures, 'page.png')).size).toBeGreaterThan(500);
    await popup.close();
    await page.close();
  });

  it.each(['deny', 'allow'] as const)('answers the real prompt with %s', async (answer) => {
    const page = await desk.openPage(pages.at('crm.localhost'));
    const popup = await desk.openToolbarPopup(page);
    await popup.click('button', 'Allow sites');
    await desk.answerPermissionPrompt(answer);
    if (await popup.isOpen()) await popup.close();
    await until(
      'the answer to take effect',
      async () => (await granted()) === (answer === 'allow'),
    );
    await page.close();
  });

  it('takes the entry of the extension in the menu of selected text', async () => {
    const page = await desk.openPage(pages.at('crm.localhost'));
    await desk.clickContextMenuOnSelection(page, '#number', /^Call “\+420123456789”$/);
    await until('the number', () =>
      ask(`api.storage.local.get().then(({ dialled }) => dialled === '+420123456789')`),
    );
    await page.close();
  });
});
