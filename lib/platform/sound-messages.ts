import { decodeSound } from '@/lib/messages/sound';
import type { Sound } from '@/lib/ring/sound';
import { browser, type Runtime } from './browser';

/** Calls back with every sound the background wants played here. Pages of others have no say in it. */
export function onSound(play: (sound: Sound) => void): void {
  const listen = (
    message: unknown,
    { id, tab }: Runtime.MessageSender,
    reply: (answer: true) => void,
  ) => {
    if (id !== browser.runtime.id || tab !== undefined) return;
    const sound = decodeSound(message);
    if (sound === null) return;
    play(sound);
    reply(true);
  };
  // The polyfill's types know no listener that answers at once.
  browser.runtime.onMessage.addListener(listen as never);
}
