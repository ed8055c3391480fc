import type { PageAddress, Sender } from '@/lib/messages/protocol';
import { createSend } from '@/lib/messages/send';
import { browser, type Runtime } from './browser';

/** Only a page of our own has our origin as its address; anything else of ours is a content script. */
function senderOf(sender: Runtime.MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  return sender.url?.startsWith(browser.runtime.getURL('')) ? 'extension' : 'page';
}

/** A frame that its page has written has no address of its own, but the origin of the page. */
function addressOf(from: Runtime.MessageSender & { origin?: string }): PageAddress | null {
  const { tab, origin } = from;
  const url = from.url?.startsWith('about:') ? (origin ?? tab?.url) : from.url;
  if (url === undefined || !URL.canParse(url)) return null;
  return { url, tabUrl: tab?.url ?? url };
}

/** @param answer gets the address of the page when it is somebody's and the browser tells it */
export function onMessage(
  answer: (message: unknown, sender: Sender, page: PageAddress | null) => Promise<unknown>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, from: Runtime.MessageSender) => {
    const sender = senderOf(from);
    if (sender === null) return undefined;
    return answer(message, sender, sender === 'page' ? addressOf(from) : null);
  });
}

export const send = createSend((message) => browser.runtime.sendMessage(message));
