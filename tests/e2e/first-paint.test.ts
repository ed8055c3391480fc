import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anActivity, aState, ME } from '../support/builders';
import { buildDir } from './driver/builds';
import { launchBrowser } from './driver/launch';
import type { TestBrowser } from './driver/test-browser';
import { viewOf } from './driver/view';

// Firefox answers for a listener whose way to answer has been collected as garbage.
const MUTE = `const unanswered = [];
  (globalThis.browser ?? chrome).runtime.onMessage.addListener((_message, _sender, answer) => {
    unanswered.push(answer);
    return true;
  });`;

const API = '(globalThis.browser ?? globalThis.chrome)';
const NO_ANSWER = `Promise.race([
  ${API}.runtime.sendMessage({ type: 'session.hurry' }).then(() => 'an answer'),
  new Promise((resolve) => setTimeout(resolve, 500, 'no answer')),
])`;

describe.each(['chromium', 'firefox'] as const)('the popup in %s', (name) => {
  let browser: TestBrowser;
  // The build that is shipped, but for a background that hears everything and answers nothing.
  const extensionDir = mkdtempSync(join(tmpdir(), 'agent-widget-mute-'));

  beforeAll(async () => {
    cpSync(buildDir(name), extensionDir, { recursive: true });
    writeFileSync(join(extensionDir, 'background.js'), MUTE);
    browser = await launchBrowser(name, { extensionDir });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(extensionDir, { recursive: true, force: true });
  });

  it('paints the desk from what is stored and waits for no answer of the background', async () => {
    const nowMs = Date.now();
    const state = aState({ activities: [anActivity()], pulledAtMs: nowMs, changedAtMs: nowMs });
    const first = await browser.openExtensionPage('popup.html');
    const snapshot = JSON.stringify({ state, hash: 'h1' });
    await first.evaluate(`${API}.storage.session.set({ snapshot: ${snapshot} })`);

    const page = await browser.openExtensionPage('popup.html');
    const desk = viewOf(page);
    await desk.see('heading', ME.title ?? '');
    await desk.see('button', 'Accept');
    expect(await page.evaluate(NO_ANSWER)).toBe('no answer');
  });
});
