import { flagOf, recordOf, textOf } from '@/lib/daktela/wire';

/** What becomes of a ready agent while nobody is at the computer. */
export interface IdleSettings {
  readonly on: boolean;
  /** Without a key or a movement of the mouse; a locked computer counts at once. */
  readonly minutes: number;
  /** Name of the pause to go on; null goes unready. */
  readonly pause: string | null;
  /** Whether it is undone by itself, or by a click. */
  readonly comesBack: boolean;
}

export const DEFAULT_IDLE: IdleSettings = { on: false, minutes: 10, pause: null, comesBack: true };

/** Of these the agent chooses; an administrator may give any up to the last. */
export const IDLE_MINUTES: readonly number[] = [1, 5, 10, 15, 20, 30, 45, 60, 120];
const MOST_MINUTES = 240;

function minutesOf(value: unknown): number {
  const isSense = Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_MINUTES;
  return isSense ? Number(value) : DEFAULT_IDLE.minutes;
}

export function decodeIdle(value: unknown): IdleSettings {
  const record = recordOf(value);
  return {
    on: flagOf(record?.on) ?? DEFAULT_IDLE.on,
    minutes: minutesOf(record?.minutes),
    pause: textOf(record?.pause),
    comesBack: flagOf(record?.comesBack) ?? DEFAULT_IDLE.comesBack,
  };
}
