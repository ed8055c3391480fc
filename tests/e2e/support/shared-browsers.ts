import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../browsers/find';
import { launchBrowser } from '../driver/launch';
import type { TestBrowser } from '../driver/test-browser';

interface Api {
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: Record<'local' | 'session', { clear(): Promise<void> }>;
  permissions: { getAll(): Promise<{ origins: string[] }> };
}

declare const browser: Api | undefined;
declare const chrome: Api;

/** Those that the driver works behind the scenes with are left out. */
const OPENED = /^(about:|data:|https?:|[a-z]+-extension:.*\.html)/;

const idle = new Map<BrowserName, TestBrowser>();

/** Ends the session and forgets all that is stored, as if the extension had just been installed. */
function forget(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const api = typeof browser === 'undefined' ? chrome : browser;
    await api.runtime.sendMessage({ type: 'session.signOut' });
    await api.storage.local.clear();
    await api.storage.session.clear();
    return (await api.permissions.getAll()).origins;
  });
}

async function leaveNothing(shared: TestBrowser): Promise<void> {
  const page = await shared.openExtensionPage('popup.html');
  await shared.revokeOrigins(await forget(page));
  const opened = (await page.browser().pages()).filter((each) => OPENED.test(each.url()));
  // A browser without a page would end.
  for (const each of opened.slice(1)) await each.close();
  await opened[0]?.goto('about:blank');
  await shared.killWorker();
}

async function giveBack(shared: TestBrowser): Promise<void> {
  try {
    await leaveNothing(shared);
    idle.set(shared.name, shared);
  } catch (error) {
    await shared.close();
    throw error;
  }
}

/** When this process is to end. It is given half a second, which is not enough to take a profile away too. */
async function endAll(): Promise<void> {
  await Promise.all([...idle.values()].map((each) => each.close()));
  process.exit();
}

/**
 * A browser that the test files of this process use one after the other, for its start takes the
 * computer longer than most of what is tested in it.
 */
export async function borrowBrowser(name: BrowserName): Promise<TestBrowser> {
  if (!process.listeners('SIGTERM').includes(endAll)) process.once('SIGTERM', endAll);
  const shared = idle.get(name) ?? (await launchBrowser(name));
  idle.delete(name);
  return { ...shared, close: () => giveBack(shared) };
}
