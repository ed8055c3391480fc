import { describe, expect, it } from 'vitest';
import { samplesOf } from '@/lib/ring/synth';
import { isToneName, TONE_NAMES } from '@/lib/ring/tone-names';
import { TONES } from '@/lib/ring/tones';

const RATE = 44_100;
const loudest = (samples: Float32Array) =>
  samples.reduce((most, s) => Math.max(most, Math.abs(s)), 0);

describe.each(Object.entries(TONES))('the tone %s', (_, tone) => {
  const samples = samplesOf(tone, RATE);

  it('is as long as its round at any sample rate', () => {
    expect(samples).toHaveLength(Math.round((tone.roundMs / 1000) * RATE));
    expect(samplesOf(tone, 8_000)).toHaveLength(tone.roundMs * 8);
  });

  it('is well to be heard and never louder than a loudspeaker can be', () => {
    expect(loudest(samples)).toBeGreaterThan(0.1);
    expect(loudest(samples)).toBeLessThanOrEqual(1);
  });

  it('begins and ends without a click, so that rounds can follow each other', () => {
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.01);
    expect(loudest(samples.slice(-50))).toBeLessThan(0.01);
  });

  it('has all its notes within its round', () => {
    for (const { atMs, forMs } of tone.notes) {
      expect(atMs + forMs).toBeLessThanOrEqual(tone.roundMs);
    }
  });
});

it('no two tones sound alike', () => {
  const sums = Object.values(TONES).map((tone) => samplesOf(tone, 8_000).join());
  expect(new Set(sums).size).toBe(sums.length);
});

it('the tone of a lost connection is none to choose', () => {
  expect(isToneName('lost')).toBe(false);
  expect(isToneName(null)).toBe(false);
  expect(TONE_NAMES.every(isToneName)).toBe(true);
});
