import type { ToneName } from './tone-names';

/** Words to be said aloud. */
export interface Spoken {
  readonly text: string;
  /** ISO code of the language that they are in. */
  readonly language: string;
}

/** Something to be heard. */
export interface Sound {
  /** The same for as long as it is the same ring. */
  readonly key: string;
  readonly tone: ToneName | 'lost';
  /** From 0 to 1, as loud as a person would expect of it. */
  readonly volume: number;
  /** The browser's id of the device to ring on; null for the system's own choice. */
  readonly output: string | null;
  /** Goes on round after round until it is stopped. */
  readonly repeat: boolean;
  /** What is said aloud beside it. */
  readonly spoken: Spoken | null;
}
