import { LIFELINE_PORT } from '@/lib/messages/lifeline';
import { browser, type Runtime } from './browser';

/**
 * Lets the scripts in pages hold on to the background, so that they learn when it goes.
 * @param held called with what tells the page something, once for each script that takes hold
 */
export function onLifeline(held: (tell: (message: object) => void) => void): void {
  browser.runtime.onConnect.addListener((port: Runtime.Port) => {
    if (port.name !== LIFELINE_PORT || port.sender?.id !== browser.runtime.id) return;
    held((message) => port.postMessage(message));
  });
}
