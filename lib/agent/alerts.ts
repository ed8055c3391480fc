import type { Activity } from '@/lib/daktela/activity';
import type { Failure } from '@/lib/daktela/failure';
import type { Translate } from '@/lib/i18n/translate';
import type { Words } from '@/lib/i18n/words';
import type { Sound } from '@/lib/ring/sound';
import {
  type AlertSettings,
  isQuietAt,
  type Reach,
  type Rungs,
  rungsOf,
} from '@/lib/settings/alerts';
import { noticeTitle } from './badge';
import { isStale, pauseTitle, ringingActivities, waitingActivities } from './derive';
import { ringTimeOf, type UnansweredRings } from './ring-time';
import type { AgentState } from './state';
import { ringsOnTelephone } from './telephone';
import { byUrgency, byWaiting } from './urgency';
import { callerTitle, kindTitle, ringingWords } from './words';

/**
 * What a notification is about, and what tells one from another: `ring:` and `wait:` with the name
 * of an activity, `rings` and `waits` for many at once, `pause:`, `left:` and `notice:`.
 */
export type NoteId = string;

/** A notification of the system. */
export interface Note {
  readonly id: NoteId;
  readonly title: string;
  readonly message: string;
  readonly buttons: readonly string[];
  /** Stands until it is answered or over. */
  readonly stays: boolean;
  readonly silent: boolean;
}

/** What ought to be seen and heard at the moment, beside the badge. */
export interface Alerts {
  readonly notes: readonly Note[];
  readonly sound: Sound | null;
  /** The activities for which the desk opens by itself. */
  readonly openFor: readonly string[];
}

/** What has been done about alerts so far. An activity stands in it as `ring:` or `wait:` and its name. */
export interface AlertMemory {
  /** Notifications that were shown and are still meant to be; the agent may have put them away. */
  readonly shown: readonly NoteId[];
  /** The agent has clicked its notification or put it away, and is alerted no more. */
  readonly noticed: readonly string[];
  /** Sounds that were to be heard once. */
  readonly heard: readonly string[];
  /** The desk has been opened for it. */
  readonly opened: readonly string[];
}

export const NO_MEMORY: AlertMemory = { shown: [], noticed: [], heard: [], opened: [] };
export const NO_ALERTS: Alerts = { notes: [], sound: null, openFor: [] };

export interface AlertContext {
  readonly settings: AlertSettings;
  readonly memory: AlertMemory;
  readonly rings: UnansweredRings;
  readonly words: Words;
}

const ringId = ({ name }: Activity): string => `ring:${name}`;
const waitId = ({ name }: Activity): string => `wait:${name}`;

/** Without contact for so long, it is heard; and again after each of the later spans. */
const LOST_AFTER_MS = 30_000;
const LOST_AGAIN_MS = 3 * 60_000;
/** From so many on they are told of by one notification. */
const MANY = 3;

/** An activity on its way to the agent. */
interface Alert {
  readonly id: string;
  readonly reach: Reach;
  readonly activity: Activity;
  readonly rungs: Rungs;
}

function alertsFrom(state: AgentState, { settings, memory }: AlertContext): Alert[] {
  const onTelephone = settings.quietOnTelephone && ringsOnTelephone(state);
  const alert = (reach: Reach, id: string, activity: Activity): Alert => ({
    id,
    reach,
    activity,
    rungs: rungsOf(settings, reach, activity.type, onTelephone),
  });
  return [
    ...byUrgency(state)
      .filter(({ action }) => action === 'WAIT')
      .map((activity) => alert('own', ringId(activity), activity)),
    ...byWaiting(waitingActivities(state)).map((activity) =>
      alert('pool', waitId(activity), activity),
    ),
  ].filter(({ id }) => !memory.noticed.includes(id));
}

function noteOf({ id, reach, activity, rungs }: Alert, context: AlertContext): Note {
  const { t } = context.words;
  const isOwn = reach === 'own';
  // The whole time and not what is left of it: a notification does not count down.
  const limitMs = isOwn ? ringTimeOf(activity, context.rings, 0)?.limitMs : null;
  const details = [
    kindTitle(activity, t),
    activity.queue?.title,
    activity.subject,
    limitMs == null ? null : t('alert.ringsFor', { count: Math.round(limitMs / 1000) }),
  ];
  return {
    id,
    title: callerTitle(activity, t),
    message: [...new Set(details.filter((detail) => detail != null))].join(' · '),
    buttons: isOwn ? [t('activity.accept'), t('activity.reject')] : [t('activity.accept')],
    stays: rungs.repeat,
    // The tone is ours, chosen by the agent; the system's own would be heard on top of it.
    silent: true,
  };
}

/**
 * One for each, or one for all of them. What the last reply did not mention is most likely over: it
 * keeps what is shown and changes nothing else, until the next reply has told for sure.
 */
function notesOf(
  alerts: readonly Alert[],
  reach: Reach,
  { unconfirmed }: AgentState,
  context: AlertContext,
): Note[] {
  const { t } = context.words;
  const { shown } = context.memory;
  const manyId = reach === 'own' ? 'rings' : 'waits';
  const told = alerts.filter((alert) => alert.reach === reach && alert.rungs.notification);
  const sure = told.filter(({ activity }) => !unconfirmed.includes(activity.name));
  const counted = shown.includes(manyId) ? told : sure;
  if (counted.length < MANY) {
    return told
      .filter((alert) => sure.includes(alert) || shown.includes(alert.id))
      .map((alert) => noteOf(alert, context));
  }
  return [
    {
      id: manyId,
      title: t(reach === 'own' ? 'alert.manyRing' : 'alert.manyWait'),
      message: t('alert.openDesk'),
      buttons: [],
      stays: told.some(({ rungs }) => rungs.repeat),
      silent: true,
    },
  ];
}

function pauseNotes({ extension }: AgentState, { settings, words: { t } }: AlertContext): Note[] {
  const pause = extension?.state === 'Paused' ? extension.pause : null;
  if (pause?.kind !== 'lajdak' || !settings.autoPause) return [];
  return [
    {
      id: `pause:${pause.name}`,
      title: t('alert.paused'),
      message: t('pause.lajdak'),
      buttons: [t('state.back')],
      stays: true,
      silent: false,
    },
  ];
}

const TAGS = /<[^>]*>/g;

/** The server's own words where it has some; what to do about it is on the desk. */
function failureText({ kind, messages }: Failure, t: Translate): string {
  const said = messages.map((text) => text.replace(TAGS, ' ').replace(/\s+/g, ' ').trim());
  return said.filter((text) => text !== '').join(' ') || t(`failure.${kind}`);
}

function noticeNotes({ notice }: AgentState, { words }: AlertContext): Note[] {
  if (notice === null) return [];
  return [
    {
      id: `notice:${notice.id}`,
      title: noticeTitle(notice, words.t),
      message: failureText(notice.failure, words.t),
      buttons: [],
      stays: false,
      silent: false,
    },
  ];
}

function ringSound(alerts: readonly Alert[], { settings, words }: AlertContext): Sound | null {
  const { tone, volume, output, spoken } = settings;
  const heard = alerts.filter(({ rungs }) => rungs.tone);
  const going = heard.find(({ rungs }) => rungs.repeat);
  const once = heard.at(-1);
  const alert = going ?? once;
  if (!alert) return null;
  const text = spoken ? ringingWords(alert.activity, words.t) : null;
  return {
    // A second call does not begin the ring anew.
    key: going ? 'ring' : alert.id,
    tone,
    volume,
    output,
    repeat: going !== undefined,
    spoken: text === null ? null : { text, language: words.language },
  };
}

/** Why the agent is no more ready, for who comes back. */
function leftNotes({ leftIdle, whoim }: AgentState, { words: { t } }: AlertContext): Note[] {
  if (!leftIdle?.isSeen) return [];
  const { to, computer, atMs } = leftIdle;
  return [
    {
      id: `left:${atMs}`,
      title:
        to.kind === 'pause'
          ? t('presence.paused', { pause: pauseTitle({ name: to.pause }, whoim?.pauses) })
          : t('presence.unready'),
      message: t(`alert.left.${computer}`, { time: new Date(atMs) }),
      buttons: [t('state.back')],
      stays: true,
      silent: true,
    },
  ];
}

/** Calls pass by an agent who is ready and whose connection stays lost. */
function lostSound(
  { trouble, extension }: AgentState,
  settings: AlertSettings,
  nowMs: number,
): Sound | null {
  if (trouble === null || extension?.state !== 'Idle' || !settings.lostTone) return null;
  // Counted from the first poll that failed: a computer that slept has not even asked.
  const lostMs = nowMs - trouble.sinceMs;
  if (lostMs < LOST_AFTER_MS) return null;
  const time = Math.floor((lostMs - LOST_AFTER_MS) / LOST_AGAIN_MS);
  const { volume, output } = settings;
  return { key: `lost:${time}`, tone: 'lost', volume, output, repeat: false, spoken: null };
}

/**
 * What ought to be seen and heard now. It follows from the state alone, so that showing it again
 * changes nothing and what is over is gone. Null while nobody can say: a background that has just
 * woken asks the server first, and until then leaves everything as it is.
 */
export function alertsOf(state: AgentState, context: AlertContext, nowMs: number): Alerts | null {
  if (state.signIn.phase !== 'signedIn') return NO_ALERTS;
  const { settings } = context;
  const quiet = isQuietAt(settings.quietHours, new Date(nowMs));
  const notices = noticeNotes(state, context);
  if (isStale(state, nowMs)) {
    if (state.trouble === null) return null;
    const sound = quiet ? null : lostSound(state, settings, nowMs);
    return { notes: notices, sound, openFor: [] };
  }
  const alerts = alertsFrom(state, context);
  return {
    notes: [
      ...notesOf(alerts, 'own', state, context),
      ...notesOf(alerts, 'pool', state, context),
      ...pauseNotes(state, context),
      ...leftNotes(state, context),
      ...notices,
    ],
    sound: quiet ? null : ringSound(alerts, context),
    openFor: alerts.filter(({ rungs }) => rungs.window).map(({ id }) => id),
  };
}

/** What else the agent has noticed with one notification. */
export function toldBy(id: NoteId, state: AgentState): readonly string[] {
  if (id === 'rings') return ringingActivities(state).map(ringId);
  return id === 'waits' ? waitingActivities(state).map(waitId) : [id];
}

/** The memory without what is over: an activity that rings anew is a new ring. */
export function withoutPast(memory: AlertMemory, state: AgentState): AlertMemory {
  const alive = new Set([
    ...ringingActivities(state).map(ringId),
    ...waitingActivities(state).map(waitId),
  ]);
  const isAlive = (key: string) =>
    key.startsWith('lost:') ? state.trouble !== null : alive.has(key);
  return {
    shown: memory.shown,
    noticed: memory.noticed.filter(isAlive),
    heard: memory.heard.filter(isAlive),
    opened: memory.opened.filter(isAlive),
  };
}
