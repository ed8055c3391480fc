import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPlayer } from '@/lib/ring/player';
import type { Sound } from '@/lib/ring/sound';
import { createFakeAudio } from '../../support/fake-audio';

const ring: Sound = {
  key: 'ring',
  tone: 'bells',
  volume: 0.5,
  output: null,
  repeat: true,
  spoken: null,
};

class Utterance {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  volume = 1;
  constructor(readonly text: string) {}
}

const aVoice = (lang: string, localService = true) =>
  ({ lang, localService, name: lang, voiceURI: lang, default: false }) as SpeechSynthesisVoice;
const calling = { ...ring, spoken: { text: 'Volá Jana', language: 'cs' } };

/** A browser that speaks, and finds its voices only when it is told so. */
class Speech extends EventTarget {
  readonly speak = vi.fn();
  readonly cancel = vi.fn();
  constructor(private voices: readonly SpeechSynthesisVoice[]) {
    super();
  }
  getVoices = () => this.voices;
  find(voices: readonly SpeechSynthesisVoice[]): void {
    this.voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }
}

function aPlayer(voices = [aVoice('en-US'), aVoice('cs-CZ')]) {
  const audio = createFakeAudio();
  const ended = vi.fn();
  const speech = new Speech(voices);
  const player = createPlayer(audio.context, speech as unknown as SpeechSynthesis, ended);
  return { ...audio, ended, speech, player };
}

beforeEach(() => {
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a player', () => {
  it('has a ring looped by the audio engine itself, as loud as it was asked for', () => {
    const { player, running } = aPlayer();
    player.play(ring);
    expect(running()).toMatchObject([{ loop: true, gain: 0.25, buffer: { length: 24_000 } }]);
  });

  it('asked for the same ring again goes on with it', () => {
    const { player, sources } = aPlayer();
    player.play(ring);
    player.play({ ...ring });
    expect(sources).toHaveLength(1);
  });

  it('asked for another one plays that alone', () => {
    const { player, running, sources } = aPlayer();
    player.play(ring);
    player.play({ ...ring, volume: 1 });
    expect(sources).toHaveLength(2);
    expect(running()).toMatchObject([{ gain: 1 }]);
  });

  it('stops at once, and says nothing of an end that it was asked for', () => {
    const { player, running, sources, ended } = aPlayer();
    player.play(ring);
    player.stop();
    sources[0]?.onended?.();
    expect(running()).toEqual([]);
    expect(ended).not.toHaveBeenCalled();
  });

  it('tells when a sound that does not repeat has come to its end, and can play it anew', () => {
    const { player, sources, ended } = aPlayer();
    player.play({ ...ring, repeat: false });
    sources[0]?.onended?.();
    expect(ended).toHaveBeenCalledTimes(1);
    player.play({ ...ring, repeat: false });
    expect(sources).toHaveLength(2);
  });

  it('rings on the chosen device, and on the system’s own when that is unplugged', async () => {
    const { player, sinks, running } = aPlayer();
    player.play({ ...ring, output: 'unplugged' });
    await Promise.resolve();
    expect(sinks).toEqual(['unplugged']);
    expect(running()).toHaveLength(1);
  });

  it('says who calls in a voice of the language, and is silent with the ring', () => {
    const { player, speech } = aPlayer();
    player.play(calling);
    expect(speech.speak.mock.calls).toMatchObject([
      [{ text: 'Volá Jana', lang: 'cs-CZ', voice: { lang: 'cs-CZ' }, volume: 0.5 }],
    ]);
    player.stop();
    expect(speech.cancel).toHaveBeenCalledTimes(1);
  });

  it('says it once the browser has found its voices, if it still rings then', () => {
    const { player, speech } = aPlayer([]);
    player.play(calling);
    expect(speech.speak).not.toHaveBeenCalled();
    speech.find([aVoice('cs_CZ')]);
    speech.find([aVoice('cs_CZ')]);
    expect(speech.speak).toHaveBeenCalledTimes(1);

    const late = aPlayer([]);
    late.player.play(calling);
    late.player.stop();
    late.speech.find([aVoice('cs-CZ')]);
    expect(late.speech.speak).not.toHaveBeenCalled();
  });

  it('lets no voice say it that would send it to its maker', () => {
    const { player, speech } = aPlayer([aVoice('cs-CZ', false), aVoice('en-US')]);
    player.play(calling);
    expect(speech.speak.mock.calls).toMatchObject([[{ voice: { lang: 'en-US' } }]]);

    const far = aPlayer([aVoice('cs-CZ', false)]);
    far.player.play(calling);
    expect(far.speech.speak).not.toHaveBeenCalled();
    expect(far.running()).toHaveLength(1);
  });

  it('plays where the browser cannot speak', () => {
    const { context, running } = createFakeAudio();
    const player = createPlayer(context, undefined, () => {});
    player.play({ ...ring, spoken: { text: 'Jana', language: 'cs' } });
    expect(running()).toHaveLength(1);
  });
});
