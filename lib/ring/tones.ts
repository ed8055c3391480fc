import type { ToneName } from './tone-names';

/** One struck note; it fades out by itself. */
interface Note {
  /** Milliseconds from the beginning of the round. */
  readonly atMs: number;
  readonly forMs: number;
  readonly hertz: number;
  /** Loudness of the fundamental and of each harmonic above it. */
  readonly harmonics: readonly number[];
}

/** What is heard in one round; a ring is one round after the other. */
export interface Tone {
  readonly roundMs: number;
  readonly notes: readonly Note[];
}

const BELL = [1, 0.5, 0.25, 0.12];
const GLASS = [1, 0, 0.2, 0, 0.08];
const WOOD = [1, 0.1, 0, 0.3];
const REED = [1, 0.3, 0.2];

/** Two notes that swing against each other, as the hammer of a telephone between its bells. */
function trill(atMs: number): Note[] {
  return Array.from({ length: 12 }, (_, beat) => ({
    atMs: atMs + beat * 65,
    forMs: 240,
    hertz: beat % 2 === 0 ? 1046.5 : 1318.5,
    harmonics: BELL,
  }));
}

function melody(
  hertz: readonly number[],
  everyMs: number,
  forMs: number,
  harmonics: readonly number[],
): Note[] {
  return hertz.map((each, place) => ({ atMs: place * everyMs, forMs, hertz: each, harmonics }));
}

/** `lost` tells of a lost connection and is none to choose: it must be like no call. */
export const TONES: Readonly<Record<ToneName | 'lost', Tone>> = {
  bells: { roundMs: 3_000, notes: [...trill(0), ...trill(950)] },
  glass: { roundMs: 2_800, notes: melody([784, 988, 1175, 1568], 180, 900, GLASS) },
  wood: { roundMs: 2_400, notes: melody([523, 659, 523, 784, 659], 160, 320, WOOD) },
  pulse: { roundMs: 2_000, notes: melody([880, 880, 880], 220, 160, REED) },
  lost: { roundMs: 1_400, notes: melody([440, 349, 262], 260, 420, REED) },
};
