import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { soundMessage } from '@/lib/messages/sound';
import { createRinger } from '@/lib/platform/ringer';
import { onSound } from '@/lib/platform/sound-messages';
import type { Sound } from '@/lib/ring/sound';
import { createFakeAudio } from '../../support/fake-audio';

const ring: Sound = {
  key: 'ring',
  tone: 'glass',
  volume: 0.5,
  output: null,
  repeat: true,
  spoken: null,
};

const ofFakeBrowser: unknown = Reflect.get(fakeBrowser, 'offscreen');

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  Object.assign(fakeBrowser, { offscreen: ofFakeBrowser });
});

describe('a background that cannot be heard', () => {
  /** Chrome, whose offscreen page hears messages while it is open. */
  function chrome() {
    const heard: unknown[] = [];
    const page = { open: false, made: [] as object[] };
    Object.assign(fakeBrowser, {
      offscreen: {
        async createDocument(options: object) {
          if (page.open) throw new Error('Only a single offscreen document may be created.');
          page.open = true;
          page.made.push(options);
        },
        async closeDocument() {
          if (!page.open) throw new Error('No current offscreen document.');
          page.open = false;
        },
      },
    });
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
      if (!page.open) throw new Error('Receiving end does not exist.');
      heard.push(message);
      return true;
    });
    return { heard, page };
  }

  it('opens a page to ring in', async () => {
    const { heard, page } = chrome();
    await createRinger().play(ring);
    expect(page.made).toMatchObject([{ url: '/offscreen.html', reasons: ['AUDIO_PLAYBACK'] }]);
    expect(heard).toEqual([soundMessage(ring)]);
  });

  it('goes on in the page that an earlier life has opened', async () => {
    const { heard, page } = chrome();
    await createRinger().play(ring);
    await createRinger().play(ring);
    expect(page.made).toHaveLength(1);
    expect(heard).toHaveLength(2);
  });

  it('closes the page to be silent', async () => {
    const { page } = chrome();
    await createRinger().play(ring);
    await createRinger().stop();
    expect(page.open).toBe(false);
  });
});

describe('a background that can be heard', () => {
  it('rings itself, and lets go of the sound card when it is silent', async () => {
    Object.assign(fakeBrowser, { offscreen: undefined });
    const audio = createFakeAudio();
    const close = vi.fn(async () => {});
    vi.stubGlobal('AudioContext', function AudioContext() {
      return Object.assign(audio.context, { close });
    });
    const ringer = createRinger();
    await ringer.play(ring);
    await ringer.play(ring);
    expect(audio.running()).toHaveLength(1);
    await ringer.stop();
    expect(audio.running()).toEqual([]);
    expect(close).toHaveBeenCalledTimes(1);
    await ringer.play(ring);
    expect(audio.running()).toHaveLength(1);
  });
});

describe('a page that rings', () => {
  function listen() {
    const listeners = new Set<(...args: unknown[]) => unknown>();
    vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
      listeners.add(listener as never);
    });
    const play = vi.fn();
    onSound(play);
    const send = (message: unknown, sender: object) => {
      const reply = vi.fn();
      for (const listener of listeners) listener(message, sender, reply);
      return reply.mock.calls;
    };
    return { play, send };
  }
  const background = { id: fakeBrowser.runtime.id };

  it('plays what the background sends, and says so', () => {
    const { play, send } = listen();
    expect(send(soundMessage(ring), background)).toEqual([[true]]);
    expect(play).toHaveBeenCalledWith(ring);
  });

  it.each<[string, unknown, object]>([
    ['of a content script', soundMessage(ring), { ...background, tab: { id: 1 } }],
    ['of another extension', soundMessage(ring), { id: 'another' }],
    ['of another kind', { type: 'session.hurry' }, background],
    ['of a tone that does not exist', soundMessage({ ...ring, tone: 'x' as never }), background],
    ['that is too loud', soundMessage({ ...ring, volume: 50 }), background],
    ['that is nothing', null, background],
  ])('has no ear for a message %s', (_, message, sender) => {
    const { play, send } = listen();
    expect(send(message, sender)).toEqual([]);
    expect(play).not.toHaveBeenCalled();
  });
});
