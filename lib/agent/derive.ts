import type { Activity, Channel } from '@/lib/daktela/activity';
import type { Announcement } from '@/lib/daktela/announcement';
import type { Pause } from '@/lib/daktela/pause';
import type { AgentState } from './state';

/** After this long without a successful pull nothing on the screen may be taken for the truth. */
export const STALE_AFTER_MS = 30_000;

function myName(state: AgentState): string | null {
  return state.whoim?.name ?? state.extension?.user?.name ?? null;
}

/** Rings at this agent: `WAIT` for the signed-in user (specification, Incoming Activity). */
export function ringingActivities(state: AgentState): Activity[] {
  const me = myName(state);
  return state.activities.filter(
    ({ action, user }) => action === 'WAIT' && me !== null && user?.name === me,
  );
}

/** Rings at nobody and may be taken by anybody. */
export function waitingActivities(state: AgentState): Activity[] {
  return state.activities.filter(
    ({ action, user }) => (action === 'WAIT' || action === 'NEW') && user === null,
  );
}

/** Epoch milliseconds since when it rings where it rings now; null when the server does not tell. */
export function waitsSinceMs({ waitingSinceMs, createdAtMs }: Activity): number | null {
  return waitingSinceMs ?? createdAtMs;
}

/** Epoch milliseconds since when the other side waits in all; null when the server does not tell. */
export function arrivedAtMs({ createdAtMs, waitingSinceMs }: Activity): number | null {
  return createdAtMs ?? waitingSinceMs;
}

/** Being handled by this agent. A user the server does not identify is taken for the agent, whose pull data it is. */
export function openActivities(state: AgentState): Activity[] {
  const me = myName(state);
  return state.activities.filter(
    ({ action, user }) => action === 'OPEN' && (user?.name == null || user.name === me),
  );
}

/** What rings at this agent and what is in their hands. */
export function ownActivities(state: AgentState): Activity[] {
  return [...ringingActivities(state), ...openActivities(state)];
}

/** Devices ring for an agent who is ready or paused. */
export function isReady({ extension }: AgentState): boolean {
  return extension !== null && extension.state !== 'Session';
}

export type CallPhase = 'ringing' | 'talking' | 'onHold' | 'ended' | 'unknown';

function isMine(channel: Channel, me: string | null): boolean {
  return channel.user !== null && channel.user.name !== null && channel.user.name === me;
}

/** Where an open call stands, told by the agent's own legs (specification, End a Call). */
export function callPhaseOf(state: AgentState, activity: Activity): CallPhase {
  const mine = (activity.channels ?? []).filter((channel) => isMine(channel, myName(state)));
  if (mine.length === 0) return 'unknown';
  const states = new Set(mine.map((channel) => channel.state));
  if (states.has('Speaking')) return 'talking';
  if (states.has('On Hold')) return 'onHold';
  if (states.has('Ringing')) return 'ringing';
  return states.has('Unknown') ? 'unknown' : 'ended';
}

/** Epoch milliseconds from which the talk is counted: of the agent's own leg, else of the activity. */
export function talkingSinceMs(state: AgentState, activity: Activity): number | null {
  const spoken = (activity.channels ?? []).filter(
    (channel) => isMine(channel, myName(state)) && channel.speakingSinceMs !== null,
  );
  const leg = spoken.find((channel) => channel.state !== 'Closed') ?? spoken[0];
  return leg?.speakingSinceMs ?? activity.openedAtMs;
}

/** Epoch milliseconds at which the last of the agent's legs was closed; from then on runs the after-call work. */
export function callEndedAtMs(state: AgentState, activity: Activity): number | null {
  const ends = (activity.channels ?? []).flatMap((channel) =>
    isMine(channel, myName(state)) && channel.closedAtMs !== null ? [channel.closedAtMs] : [],
  );
  return ends.length === 0 ? null : Math.max(...ends);
}

function isOnCall(state: AgentState): boolean {
  return openActivities(state).some(
    (activity) => activity.type === 'CALL' && callPhaseOf(state, activity) !== 'ended',
  );
}

export type Presence = 'unknown' | 'ready' | 'unready' | 'paused' | 'onCall';

export function isStale(state: AgentState, nowMs: number): boolean {
  return state.pulledAtMs === null || nowMs - state.pulledAtMs > STALE_AFTER_MS;
}

/**
 * Whether a pull has succeeded since then; what an earlier life of the background has left may be over.
 * @param sinceMs epoch milliseconds
 */
export function isPulledSince({ pulledAtMs }: AgentState, sinceMs: number): boolean {
  return pulledAtMs !== null && pulledAtMs >= sinceMs;
}

/** The agent's state in one word; never "ready" when that is not confirmed by a recent pull. */
export function presenceOf(state: AgentState, nowMs: number): Presence {
  if (isStale(state, nowMs)) return 'unknown';
  // A call that is no activity of ours, an internal one say, keeps the phone busy all the same.
  if (isOnCall(state) || state.extension?.device === 'Busy') return 'onCall';
  switch (state.extension?.state) {
    case 'Idle':
      return 'ready';
    case 'Paused':
      return 'paused';
    case 'Unknown':
      return 'unknown';
    default:
      return 'unready';
  }
}

/** The link as a person should see it: a silent worker counts as lost, whatever was last written. */
export function linkOf(state: AgentState, nowMs: number): AgentState['link'] {
  return state.link === 'connected' && isStale(state, nowMs) ? 'reconnecting' : state.link;
}

/**
 * How a pause is called: by the title that came with it, else by that of the list, else by its name.
 * @param allowed the pauses the agent may start
 */
export function pauseTitle(
  { name, title = null }: { readonly name: string; readonly title?: string | null },
  allowed: readonly Pause[] = [],
): string {
  return title ?? allowed.find((pause) => pause.name === name)?.title ?? name;
}

/** The running pause by the best title known; null when not on a pause. */
export function pauseTitleOf(state: AgentState): string | null {
  const pause = state.extension?.pause;
  return pause ? pauseTitle(pause, state.whoim?.pauses) : null;
}

/** A user without devices of their own must name one when going ready. */
export function mustChooseDevice(state: AgentState): boolean {
  return state.whoim?.devices?.length === 0;
}

/** What to call the other side: fact sheet 6.4 gives the order. */
export function callerOf({ contact, callerName, number, address, title }: Activity): string | null {
  return contact?.title ?? callerName ?? number ?? address ?? title;
}

const MOST_ANNOUNCEMENTS = 50;

/** The announcements the agent has not put away, the newest first. */
export function shownAnnouncements(state: AgentState): Announcement[] {
  const dismissed = new Set(state.dismissedAnnouncements);
  return state.announcements
    .filter(({ name }) => !dismissed.has(name))
    .sort((a, b) => (b.atMs ?? 0) - (a.atMs ?? 0))
    .slice(0, MOST_ANNOUNCEMENTS);
}
