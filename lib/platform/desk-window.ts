import { type Bounds, DEFAULT_SETTINGS } from '@/lib/settings/settings';
import { browser } from './browser';
import { changeValues, readInForce } from './settings';

const PAGE = '/window.html';
const FIRST_SIZE = { width: 420, height: 760 };
const LOOK_EVERY_MS = 1_000;
const LOADING = { looks: 50, everyMs: 100 };

/** Found by its address, so that it is found after a restart too; one's own pages need no permission. */
async function findTab() {
  const url = browser.runtime.getURL(PAGE);
  const tabs = await browser.tabs.query({});
  return tabs.find((tab) => tab.url === url || tab.pendingUrl === url);
}

async function focus(tabId: number | undefined, windowId: number): Promise<void> {
  const { state } = await browser.windows.get(windowId);
  await browser.tabs.update(tabId, { active: true });
  await browser.windows.update(windowId, {
    focused: true,
    ...(state === 'minimized' ? { state: 'normal' } : {}),
  });
}

async function create(bounds: Bounds | null): Promise<void> {
  const at = (place: Partial<Bounds>) =>
    browser.windows.create({ type: 'popup', url: browser.runtime.getURL(PAGE), ...place });
  const { width, height } = bounds ?? FIRST_SIZE;
  // The screen it stood on may be gone; then the browser chooses the place.
  await at(bounds ?? FIRST_SIZE).catch(() => at({ width, height }));
}

/** Firefox gives a new tab its address only when it loads; until then a second click would not find it. */
async function untilFound(): Promise<void> {
  for (let look = 0; look < LOADING.looks && !(await findTab()); look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOADING.everyMs));
  }
}

/** Brings the desk's own window to the front, or opens it where it stood last. There is only ever one. */
export async function openDeskWindow(): Promise<void> {
  await navigator.locks.request('desk-window', async () => {
    const tab = await findTab();
    if (tab?.windowId !== undefined) return focus(tab.id, tab.windowId);
    const { settings } = await readInForce().catch(() => ({ settings: DEFAULT_SETTINGS }));
    await create(settings.windowBounds);
    await untilFound();
  });
}

/** Keeps where this window stands. Browsers do not tell a page that its window was moved. */
export function rememberBounds(): void {
  let last = '';
  setInterval(async () => {
    const { state, type, left, top, width, height } = await browser.windows.getCurrent();
    if (state !== 'normal' || type !== 'popup') return;
    if (left == null || top == null || width == null || height == null) return;
    const windowBounds = { left, top, width, height };
    if (JSON.stringify(windowBounds) === last) return;
    last = JSON.stringify(windowBounds);
    await changeValues({ windowBounds });
  }, LOOK_EVERY_MS);
}
