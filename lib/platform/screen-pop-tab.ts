import { browser, type Tabs } from './browser';
import { mayReach } from './permissions';

/** What a page answers of itself; it runs in the page and may use nothing from here. */
function lookAtFocus() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const isField =
    element instanceof HTMLElement &&
    (element.isContentEditable ||
      element.matches('textarea, select') ||
      (element instanceof HTMLInputElement &&
        !/^(button|checkbox|color|file|image|radio|range|reset|submit)$/.test(element.type)));
  return { isField, hasFocus: document.hasFocus() };
}

type Focus = ReturnType<typeof lookAtFocus>;

/** Where the cursor stands in the frames of a tab; null when the browser lets us look into none or not into all. */
async function focusIn({ id, url }: Tabs.Tab): Promise<Focus[] | null> {
  if (id === undefined || !url) return null;
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId: id, allFrames: true },
      func: lookAtFocus,
    });
    return results.map(({ result }) => result as Focus);
  } catch {
    return null;
  }
}

/**
 * Whether a tab may come to the front without taking the keyboard from anybody: the window is not in
 * use, or the page in front has the focus and the cursor is in none of its fields. A page we may
 * not look into may be typed in, and so may the browser's own address bar.
 */
async function mayComeToFront(windowId: number): Promise<boolean> {
  const { focused } = await browser.windows.get(windowId);
  if (!focused) return true;
  const [front] = await browser.tabs.query({ active: true, windowId });
  const frames = (front && (await focusIn(front))) ?? [];
  return frames.some(({ hasFocus }) => hasFocus) && frames.every(({ isField }) => !isField);
}

/**
 * The tab of the site that was used last and in whose fields no cursor stands: what is being
 * written there must not be lost. Browsers let us find it only where the site is granted.
 */
async function findTab(origin: string): Promise<Tabs.Tab | null> {
  if (!(await mayReach(origin))) return null;
  const tabs = (await browser.tabs.query({ windowType: 'normal' }))
    .filter(({ url }) => url !== undefined && new URL(url).origin === origin)
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  for (const tab of tabs) {
    if (tab.discarded) return tab;
    const frames = await focusIn(tab);
    if (frames?.every(({ isField }) => !isField)) return tab;
  }
  return null;
}

/** The window the agent works in or has worked in last, as far as the browser tells. */
async function lastWindow(): Promise<number | null> {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const last = await browser.windows.getLastFocused().catch(() => null);
  return (windows.find(({ id }) => id === last?.id) ?? windows[0])?.id ?? null;
}

/**
 * Shows a page of the CRM. It comes to the front of its window only when nobody can be typing
 * there; else it waits in the background. The window itself is never raised.
 */
export async function openScreenPop(url: string, reuseTab: boolean): Promise<void> {
  const found = reuseTab ? await findTab(new URL(url).origin) : null;
  const windowId = found?.windowId ?? (await lastWindow());
  if (windowId === null) {
    await browser.windows.create({ url, focused: false });
    return;
  }
  const active = await mayComeToFront(windowId);
  if (found?.id === undefined) {
    await browser.tabs.create({ url, active, windowId });
    return;
  }
  await browser.tabs.update(found.id, {
    ...(found.url === url ? {} : { url }),
    ...(active ? { active } : {}),
  });
}
