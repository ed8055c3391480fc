import { isTestNote } from '@/lib/agent/test-ring';
import { ALERT_TEST_PORT } from '@/lib/messages/alert-test';
import type { Rung } from '@/lib/settings/alerts';
import { browser } from './browser';

/** Chrome's; Firefox has no such switch of its own. */
interface WithLevel {
  getPermissionLevel?(): Promise<string>;
}

/** Whether the browser shows notifications of this extension, as far as it tells. */
export async function notificationsAllowed(): Promise<boolean> {
  const level = await (browser.notifications as WithLevel).getPermissionLevel?.();
  return level !== 'denied';
}

async function deskTabs(): Promise<number[]> {
  const url = browser.runtime.getURL('/window.html');
  const tabs = await browser.tabs.query({});
  return tabs.flatMap((tab) => (tab.id !== undefined && tab.url === url ? [tab.id] : []));
}

/** The desk that the test has opened; one that was there before stays. */
async function closeDesk(before: Promise<readonly number[]>): Promise<void> {
  for (const popup of browser.extension.getViews({ type: 'popup' })) popup.close();
  const [there, now] = await Promise.all([before, deskTabs()]);
  await browser.tabs.remove(now.filter((id) => !there.includes(id)));
}

/**
 * Has a call ring that is only a test, until the returned function is called or this page is closed.
 * @param noticed called when the agent has pressed its notification
 * @param stopped called when it was ended by something that really rings, or with the background
 */
export function startTestRing(
  rungs: readonly Rung[],
  noticed: () => void,
  stopped: () => void,
): () => void {
  const before = deskTabs();
  const port = browser.runtime.connect({ name: ALERT_TEST_PORT });
  const { onClicked, onButtonClicked } = browser.notifications;
  const pressed = (id: string) => {
    if (isTestNote(id)) noticed();
  };
  onClicked.addListener(pressed);
  onButtonClicked.addListener(pressed);
  port.onDisconnect.addListener(stopped);
  port.postMessage({ rungs });
  return () => {
    onClicked.removeListener(pressed);
    onButtonClicked.removeListener(pressed);
    port.disconnect();
    void closeDesk(before);
  };
}
