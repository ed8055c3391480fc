import type { Place } from '@/lib/settings/settings';
import { browser } from './browser';
import { openDeskWindow } from './desk-window';
import { hasSidePanel, openPanelByToolbarButton, toggleSidebar } from './side-panel';

/** Both browsers have it; the type is older. */
interface WithUserSettings {
  /** Where there are no toolbars, it tells nothing. */
  getUserSettings(): Promise<{ isOnToolbar?: boolean }>;
}

const KEY = 'toolbarPlace';

/**
 * Firefox opens its sidebar only in the very click, and the click may be what has started this
 * background: what it needs to know then must be there without waiting. Chrome's workers have no
 * such store, and do not need it.
 */
const atOnce = () => globalThis.localStorage as Storage | undefined;

/** Whether the button, and with it the badge, stands in the toolbar; else it is in a menu of it. */
export async function isButtonPinned(): Promise<boolean> {
  const { isOnToolbar } = await (browser.action as unknown as WithUserSettings).getUserSettings();
  return isOnToolbar !== false;
}

/** Makes the toolbar button open the desk there; where the browser has no such place, the popup. */
export async function setToolbarPlace(wanted: Place): Promise<void> {
  const place = wanted === 'panel' && !hasSidePanel() ? 'popup' : wanted;
  atOnce()?.setItem(KEY, place);
  await browser.action.setPopup({ popup: place === 'popup' ? '/popup.html' : '' });
  await openPanelByToolbarButton(place === 'panel');
}

/** Must be called while the background starts up. While there is a popup, the browser opens it itself. */
export function onToolbarButton(): void {
  browser.action.onClicked.addListener(() => {
    void (atOnce()?.getItem(KEY) === 'panel' ? toggleSidebar() : openDeskWindow());
  });
}
