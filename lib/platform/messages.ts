import type { Sender } from '@/lib/messages/protocol';
import { createSend } from '@/lib/messages/send';
import { browser, type Runtime } from './browser';

/** Only a page of our own has our origin as its address; anything else of ours is a content script. */
function senderOf(sender: Runtime.MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  return sender.url?.startsWith(browser.runtime.getURL('')) ? 'extension' : 'page';
}

export function onMessage(answer: (message: unknown, sender: Sender) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, from: Runtime.MessageSender) => {
    const sender = senderOf(from);
    return sender === null ? undefined : answer(message, sender);
  });
}

export const send = createSend((message) => browser.runtime.sendMessage(message));
