import { ALERT_TEST_PORT, decodeTestRing } from '@/lib/messages/alert-test';
import type { Rung } from '@/lib/settings/alerts';
import { browser, type Runtime } from './browser';

/**
 * Must be called while the background starts up.
 * @param start gets how to tell the page that it is over before its time
 * @param end called when the page has ended it or is gone
 */
export function onAlertTest(
  start: (rungs: readonly Rung[], stop: () => void) => void,
  end: () => void,
): void {
  browser.runtime.onConnect.addListener((port: Runtime.Port) => {
    const isOurPage = port.sender?.url?.startsWith(browser.runtime.getURL('')) ?? false;
    if (port.name !== ALERT_TEST_PORT || !isOurPage) return;
    port.onMessage.addListener((message) => {
      const rungs = decodeTestRing(message);
      if (rungs) start(rungs, () => port.disconnect());
    });
    port.onDisconnect.addListener(end);
  });
}
