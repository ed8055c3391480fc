import { ACTIVITY_TYPES, type ActivityType } from '@/lib/daktela/activity';
import { flagOf, recordOf, textOf } from '@/lib/daktela/wire';
import { isToneName, type ToneName } from '@/lib/ring/tone-names';

/**
 * The rungs of the ladder by which an activity reaches the agent: the number on the toolbar button,
 * the system's notification, the ring tone, the desk that opens by itself; and `repeat`: tone and
 * notification go on for as long as it rings.
 */
export const RUNGS = ['badge', 'notification', 'tone', 'window', 'repeat'] as const;
export type Rung = (typeof RUNGS)[number];
export type Rungs = Readonly<Record<Rung, boolean>>;

/** Whom an activity is offered to: this agent, or anybody in the queue. */
export const REACHES = ['own', 'pool'] as const;
export type Reach = (typeof REACHES)[number];

/** What the agent has chosen. Whatever is not in it is as it is by default. */
export type ChosenRungs = Readonly<
  Record<Reach, Readonly<Partial<Record<ActivityType, Readonly<Partial<Record<Rung, boolean>>>>>>>
>;

/** Every day from one time to the other, in minutes since midnight; it may go past midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

export interface AlertSettings {
  readonly rungs: ChosenRungs;
  /** Whether calls that ring on a telephone make no sound by default. */
  readonly quietOnTelephone: boolean;
  readonly tone: ToneName;
  /** From 0 to 1. */
  readonly volume: number;
  /** The browser's id of the device to ring on; null for the system's own choice. */
  readonly output: string | null;
  /** Nothing sounds then; null for never. */
  readonly quietHours: QuietHours | null;
  /** Whether who calls is said aloud. */
  readonly spoken: boolean;
  /** Whether a connection that stays lost is heard. */
  readonly lostTone: boolean;
  /** Whether an automatic pause is told by a notification. */
  readonly autoPause: boolean;
}

export const DEFAULT_ALERTS: AlertSettings = {
  rungs: { own: {}, pool: {} },
  quietOnTelephone: true,
  tone: 'bells',
  volume: 0.8,
  output: null,
  quietHours: null,
  spoken: false,
  lostTone: true,
  autoPause: true,
};

const NONE: Rungs = {
  badge: false,
  notification: false,
  tone: false,
  window: false,
  repeat: false,
};
const SEEN: Rungs = { ...NONE, badge: true, notification: true };
/** Somebody sits at the other end and waits. */
const LIVE: readonly ActivityType[] = ['CHAT', 'SMS', 'FBM', 'IGDM', 'WAP', 'VBR'];

/** @param answeredElsewhere the agent's calls ring on a telephone, which is loud enough */
export function defaultRungs(reach: Reach, type: ActivityType, answeredElsewhere: boolean): Rungs {
  if (reach === 'pool') return NONE;
  if (type === 'CALL') return answeredElsewhere ? SEEN : { ...SEEN, tone: true, repeat: true };
  return { ...SEEN, tone: LIVE.includes(type) };
}

/** The rungs an activity climbs: what the agent has chosen always wins. */
export function rungsOf(
  { rungs }: AlertSettings,
  reach: Reach,
  type: ActivityType,
  answeredElsewhere: boolean,
): Rungs {
  return { ...defaultRungs(reach, type, answeredElsewhere), ...rungs[reach][type] };
}

function chosenOf(value: unknown): ChosenRungs[Reach] {
  const record = recordOf(value);
  return Object.fromEntries(
    [...ACTIVITY_TYPES, 'OTHER' as const].flatMap((type) => {
      const chosen = recordOf(record?.[type]);
      const flags = RUNGS.flatMap((rung) => {
        const flag = flagOf(chosen?.[rung]);
        return flag === null ? [] : [[rung, flag] as const];
      });
      return flags.length === 0 ? [] : [[type, Object.fromEntries(flags)]];
    }),
  );
}

const MINUTES_A_DAY = 24 * 60;

function isMinute(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < MINUTES_A_DAY;
}

function quietHoursOf(value: unknown): QuietHours | null {
  const { from, to } = recordOf(value) ?? {};
  return isMinute(from) && isMinute(to) ? { from, to } : null;
}

function volumeOf(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : DEFAULT_ALERTS.volume;
}

/** Reads what an earlier version may have stored; anything that makes no sense is as by default. */
export function decodeAlerts(value: unknown): AlertSettings {
  const record = recordOf(value);
  const rungs = recordOf(record?.rungs);
  const tone = textOf(record?.tone);
  return {
    rungs: { own: chosenOf(rungs?.own), pool: chosenOf(rungs?.pool) },
    quietOnTelephone: flagOf(record?.quietOnTelephone) ?? DEFAULT_ALERTS.quietOnTelephone,
    tone: isToneName(tone) ? tone : DEFAULT_ALERTS.tone,
    volume: volumeOf(record?.volume),
    output: textOf(record?.output),
    quietHours: quietHoursOf(record?.quietHours),
    spoken: flagOf(record?.spoken) ?? DEFAULT_ALERTS.spoken,
    lostTone: flagOf(record?.lostTone) ?? DEFAULT_ALERTS.lostTone,
    autoPause: flagOf(record?.autoPause) ?? DEFAULT_ALERTS.autoPause,
  };
}

/** @param at the computer's own time of day counts */
export function isQuietAt(hours: QuietHours | null, at: Date): boolean {
  if (hours === null) return false;
  const minute = at.getHours() * 60 + at.getMinutes();
  const { from, to } = hours;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}
