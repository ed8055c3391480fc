import { localVoice } from './local-voice';
import type { Sound, Spoken } from './sound';
import { samplesOf } from './synth';
import { TONES } from './tones';

export interface Player {
  /** Plays this in place of what plays; the same again changes nothing. */
  play(sound: Sound): void;
  stop(): void;
}

/** Not every browser can ring on another device than the system's own. */
interface WithSink {
  setSinkId?(id: string): Promise<void>;
}

/** The ear hears steps of loudness, not of pressure. */
const gainOf = (volume: number) => volume ** 2;

/**
 * Plays tones made on the spot. The round is looped by the audio engine itself, so that no timer
 * which a browser may slow down has a part in it.
 * @param speech absent where the browser does not speak
 * @param ended called when a sound that does not repeat has come to its end
 */
export function createPlayer(
  context: AudioContext,
  speech: SpeechSynthesis | undefined,
  ended: () => void,
): Player {
  let playing: { readonly sound: string; readonly source: AudioBufferSourceNode } | null = null;
  /** Aborted with the sound that waits for the browser to find its voices. */
  let waiting = new AbortController();

  function stop(): void {
    if (playing === null) return;
    playing.source.onended = null;
    playing.source.stop();
    playing.source.disconnect();
    playing = null;
    waiting.abort();
    speech?.cancel();
  }

  function say({ text, language }: Spoken, volume: number, speech: SpeechSynthesis): void {
    const voice = localVoice(speech.getVoices(), language);
    if (voice === null) return;
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.volume = volume;
    speech.speak(words);
  }

  function speak({ spoken, volume }: Sound): void {
    if (spoken === null || !speech) return;
    if (speech.getVoices().length > 0) {
      say(spoken, volume, speech);
      return;
    }
    waiting = new AbortController();
    const { signal } = waiting;
    speech.addEventListener('voiceschanged', () => say(spoken, volume, speech), {
      once: true,
      signal,
    });
  }

  function sourceOf({ tone, repeat, volume }: Sound): AudioBufferSourceNode {
    const samples = samplesOf(TONES[tone], context.sampleRate);
    const buffer = context.createBuffer(1, samples.length, context.sampleRate);
    buffer.copyToChannel(samples, 0);
    const gain = context.createGain();
    gain.gain.value = gainOf(volume);
    gain.connect(context.destination);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.loop = repeat;
    source.connect(gain);
    return source;
  }

  return {
    play(sound) {
      const same = JSON.stringify(sound);
      if (playing?.sound === same) return;
      stop();
      // A device that was unplugged is better replaced by the system's than not heard.
      void (context as WithSink).setSinkId?.(sound.output ?? '').catch(() => {});
      void context.resume();
      const source = sourceOf(sound);
      source.onended = () => {
        playing = null;
        ended();
      };
      source.start();
      playing = { sound: same, source };
      speak(sound);
    },
    stop,
  };
}
