import type { Place } from '@/lib/settings/settings';
import { browser } from './browser';

/** The window whose page the agent works with; null when that cannot be known. */
type FrontWindow = () => Promise<number | null>;

const NORMAL = { populate: false, windowTypes: ['normal' as const] };

/** Firefox does not say which other window was in front before ours: with more than one, none is known. */
async function onlyNormalWindow(): Promise<number | null> {
  const windows = await browser.windows.getAll(NORMAL);
  return windows.length === 1 ? (windows[0]?.id ?? null) : null;
}

function windowInFront(changed: () => void): FrontWindow {
  let lastFocused: number | null = null;
  browser.windows.onFocusChanged.addListener(async (windowId) => {
    if (windowId === browser.windows.WINDOW_ID_NONE) return;
    const { type } = await browser.windows.get(windowId);
    if (type !== 'normal') return;
    lastFocused = windowId;
    changed();
  });
  return async () => {
    if (lastFocused !== null) return lastFocused;
    const { id, type } = await browser.windows.getLastFocused(NORMAL);
    return type === 'normal' && id !== undefined ? id : onlyNormalWindow();
  };
}

export interface FrontTab {
  readonly id: number;
  readonly address: string | null;
}

/**
 * The page in front. Its address is ours to read where the agent has pressed the toolbar button
 * over it (`activeTab`) or has granted the site; else, and for most pages of the browser itself,
 * it is null.
 * @param changed called whenever the answer may be another one
 */
export function createFrontTab(place: Place, changed: () => void): () => Promise<FrontTab | null> {
  const frontWindow: FrontWindow =
    place === 'window' ? windowInFront(changed) : async () => browser.windows.WINDOW_ID_CURRENT;
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onUpdated.addListener((_id, { status, url }) => {
    if (status === 'complete' || url !== undefined) changed();
  });
  // A press on the toolbar button allows an address and tells nobody; on the way back one looks again.
  addEventListener('focus', changed);
  document.documentElement.addEventListener('pointerenter', changed);
  return async () => {
    const windowId = await frontWindow();
    if (windowId === null) return null;
    const [tab] = await browser.tabs.query({ active: true, windowId });
    return tab?.id === undefined ? null : { id: tab.id, address: tab.url ?? null };
  };
}
