import type { Tone } from './tones';

const ATTACK_S = 0.005;
/** Several notes at once must not be louder than the loudspeaker can be. */
const HEADROOM = 0.3;

/** One round of the tone as samples from -1 to 1. What rings on past its end is cut off. */
export function samplesOf(tone: Tone, sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.round((tone.roundMs / 1000) * sampleRate));
  for (const { atMs, forMs, hertz, harmonics } of tone.notes) {
    const start = Math.round((atMs / 1000) * sampleRate);
    const length = Math.round((forMs / 1000) * sampleRate);
    const end = Math.min(length, samples.length - start);
    const loudest = harmonics.reduce((sum, level) => sum + level, 0);
    for (let n = 0; n < end; n += 1) {
      const second = n / sampleRate;
      const wave = harmonics.reduce(
        (sum, level, above) => sum + level * Math.sin(2 * Math.PI * hertz * (above + 1) * second),
        0,
      );
      const rise = Math.min(1, second / ATTACK_S);
      const fall = (1 - n / length) ** 2;
      const sample = (HEADROOM * rise * fall * wave) / loudest;
      samples[start + n] = (samples[start + n] ?? 0) + sample;
    }
  }
  return samples;
}
