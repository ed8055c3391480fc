import { CARD_PORT } from '@/lib/page/page-card';
import { browser } from './browser';

const FILE = '/card.js';

/** Must be called while the background starts up. Puts the card's script into each frame that asks for it. */
export function onCardWanted(): void {
  browser.runtime.onConnect.addListener((port) => {
    const { id, tab, frameId = 0 } = port.sender ?? {};
    if (port.name !== CARD_PORT || id !== browser.runtime.id || tab?.id === undefined) return;
    const target = { tabId: tab.id, frameIds: [frameId] };
    // A frame that is gone meanwhile needs no card.
    void browser.scripting
      .executeScript({ target, files: [FILE] })
      .catch(() => {})
      .then(() => port.disconnect());
  });
}
