import { soundMessage } from '@/lib/messages/sound';
import type { Sound } from '@/lib/ring/sound';
import type { Ringer } from '@/lib/session/ports';
import { browser } from './browser';
import { type OpenPlayer, openPlayer } from './open-player';

const PAGE = '/offscreen.html';

/** Chrome's, which the polyfill does not know. */
interface Offscreen {
  createDocument(page: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

const offscreen = () => (browser as unknown as { readonly offscreen?: Offscreen }).offscreen;

/** True when a page that can be heard has taken it. */
async function tell(sound: Sound): Promise<boolean> {
  try {
    return (await browser.runtime.sendMessage(soundMessage(sound))) === true;
  } catch {
    return false;
  }
}

/** A worker cannot be heard: it opens a page for as long as there is something to hear. */
function ringInPage(api: Offscreen): Ringer {
  return {
    async play(sound) {
      if (await tell(sound)) return;
      await api.createDocument({
        url: PAGE,
        reasons: ['AUDIO_PLAYBACK'],
        justification: 'Rings when a call comes in.',
      });
      await tell(sound);
    },
    stop: () => api.closeDocument(),
  };
}

/** An event page rings itself, and falls silent with its life. */
function ringHere(): Ringer {
  let heard: OpenPlayer | null = null;

  async function stop(): Promise<void> {
    const last = heard;
    heard = null;
    await last?.close();
  }

  return {
    async play(sound) {
      heard ??= openPlayer(() => void stop());
      heard.play(sound);
    },
    stop,
  };
}

export function createRinger(): Ringer {
  const api = offscreen();
  return api ? ringInPage(api) : ringHere();
}
