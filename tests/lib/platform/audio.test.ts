import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { watchRings } from '@/lib/platform/alert-record';
import { allowOutputs, onOutputsChanged, readOutputs } from '@/lib/platform/audio-outputs';
import { playSample } from '@/lib/platform/tone-sample';
import type { Sound } from '@/lib/ring/sound';
import { createFakeAudio } from '../../support/fake-audio';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.unstubAllGlobals();
});

function stubDevices(devices: Partial<MediaDevices>): void {
  vi.stubGlobal('navigator', { mediaDevices: devices });
}

describe('devices to ring on', () => {
  const device = (kind: string, deviceId: string, label: string) => ({ kind, deviceId, label });

  it('are those for sound that have a name, without the system’s own choice', async () => {
    stubDevices({
      enumerateDevices: async () =>
        [
          device('audioinput', 'm', 'Microphone'),
          device('audiooutput', 'default', 'Default'),
          device('audiooutput', 'h', 'Headset'),
          device('audiooutput', '', ''),
        ] as MediaDeviceInfo[],
    });
    expect(await readOutputs()).toEqual([{ id: 'h', title: 'Headset' }]);
  });

  it('are allowed by way of the microphone, which is let go at once', async () => {
    const track = { stop: vi.fn() };
    const getUserMedia = vi.fn(async () => ({ getTracks: () => [track] }));
    stubDevices({ getUserMedia: getUserMedia as never });
    expect(await allowOutputs()).toBe(true);
    expect(getUserMedia).toHaveBeenCalledExactlyOnceWith({ audio: true });
    expect(track.stop).toHaveBeenCalledTimes(1);
  });

  it('are not allowed where the agent says no or there is no microphone', async () => {
    stubDevices({ getUserMedia: async () => Promise.reject(new Error('NotAllowedError')) });
    expect(await allowOutputs()).toBe(false);
  });

  it('are looked at anew when one comes or goes', () => {
    const target = new EventTarget();
    stubDevices(target as never);
    const changed = vi.fn();
    onOutputsChanged(changed);
    target.dispatchEvent(new Event('devicechange'));
    expect(changed).toHaveBeenCalledTimes(1);
  });
});

describe('a sample of a tone', () => {
  const sound: Sound = {
    key: 'sample',
    tone: 'glass',
    volume: 1,
    output: null,
    repeat: false,
    spoken: null,
  };

  function play() {
    const audio = createFakeAudio();
    const context = Object.assign(audio.context, {
      state: 'running',
      async close() {
        Object.assign(context, { state: 'closed' });
      },
    });
    vi.stubGlobal('AudioContext', function AudioContext() {
      return context;
    });
    const ended = vi.fn();
    return { stop: playSample(sound, ended), ended, context, audio };
  }

  it('sounds in the page and lets the sound card go when it has ended', () => {
    const { audio, ended, context } = play();
    expect(audio.running()).toHaveLength(1);
    audio.sources[0]?.onended?.();
    expect(ended).toHaveBeenCalledTimes(1);
    expect(context.state).toBe('closed');
  });

  it('is stopped once, however often that is asked for', () => {
    const { audio, ended, stop } = play();
    stop();
    stop();
    expect(audio.running()).toEqual([]);
    expect(ended).toHaveBeenCalledTimes(1);
  });
});

it('the rings that nobody took are watched where the background keeps them', async () => {
  const heard: unknown[] = [];
  watchRings((rings) => heard.push(rings));
  await vi.waitFor(() => expect(heard).toEqual([{}]));
  await fakeBrowser.storage.session.set({ alerts: { memory: {}, rings: { 3001: [20_000] } } });
  expect(heard.at(-1)).toEqual({ 3001: [20_000] });
});
