import type { Device } from '@/lib/daktela/device';
import type { Extension } from '@/lib/daktela/extension';
import type { Failure } from '@/lib/daktela/failure';
import { isQuiet, type PullReply } from '@/lib/daktela/pull-data';
import type { Queue } from '@/lib/daktela/queue';
import type { Status } from '@/lib/daktela/status';
import type { Whoim } from '@/lib/daktela/whoim';
import { heldSince } from './held-since';
import { isBusy, leftIdleAfter } from './idle';
import { mergeActivities } from './merge-activities';
import {
  type AgentState,
  type LeftIdle,
  type NextState,
  type Notice,
  SIGNED_OUT,
  type SignOutReason,
  type WantedState,
} from './state';
import { changedElsewhereAfter, missedAwayAfter } from './surprises';

/** Everything that can change the agent's state. */
export type AgentEvent =
  | { readonly type: 'permissionAwaited'; readonly origin: string }
  | { readonly type: 'loginStarted'; readonly origin: string }
  | { readonly type: 'signInFailed'; readonly failure: Failure }
  | { readonly type: 'signedIn'; readonly origin: string; readonly whoim: Whoim | null }
  | { readonly type: 'signedOut'; readonly reason: SignOutReason }
  | { readonly type: 'whoimLoaded'; readonly whoim: Whoim }
  | {
      readonly type: 'pulled';
      readonly reply: PullReply;
      /** True for the answer to an empty hash, which holds everything there is. */
      readonly complete: boolean;
      readonly atMs: number;
    }
  | {
      readonly type: 'linkBroken';
      readonly offline: boolean;
      readonly failure: Failure;
      readonly atMs: number;
      readonly retryAtMs: number;
      readonly notBeforeMs: number;
    }
  | {
      readonly type: 'commanded';
      readonly to: WantedState;
      readonly atMs: number;
      /** Asked for by the agent's next state or absence, not by a click. */
      readonly planned: boolean;
    }
  | { readonly type: 'awayDismissed' }
  | { readonly type: 'elsewhereDismissed' }
  | { readonly type: 'resumed' }
  | {
      readonly type: 'statusesLoaded';
      readonly queue: string;
      readonly statuses: readonly Status[];
    }
  | { readonly type: 'devicesLoaded'; readonly devices: readonly Device[] }
  | { readonly type: 'deviceChanged'; readonly device: string; readonly connected: boolean }
  | { readonly type: 'profileQueuesLoaded'; readonly queues: readonly Queue[] }
  | { readonly type: 'nextStateChosen'; readonly nextState: NextState | null }
  /** Settles this choice, not one made since. */
  | { readonly type: 'nextStateSettled'; readonly nextState: NextState }
  | { readonly type: 'leftIdle'; readonly left: LeftIdle }
  | { readonly type: 'leftIdleForgotten' }
  /** Somebody is at this computer. */
  | { readonly type: 'seenHere' }
  | { readonly type: 'noticed'; readonly notice: Notice }
  | { readonly type: 'noticeDismissed' }
  | { readonly type: 'announcementsDismissed'; readonly announcements: readonly string[] };

/** Going unready lets go of all devices. */
function isSessionOver(extension: Extension | null | undefined): boolean {
  return extension === null || extension?.state === 'Session';
}

function withBusy(state: AgentState, atMs: number): AgentState {
  return isBusy(state, atMs) ? { ...state, busyAtMs: atMs } : state;
}

function afterPull(
  state: AgentState,
  { reply, complete, atMs }: Extract<AgentEvent, { type: 'pulled' }>,
): AgentState {
  const connected: AgentState = {
    ...state,
    link: 'connected',
    trouble: null,
    pulledAtMs: atMs,
  };
  if (isQuiet(reply)) return withBusy(connected, atMs);
  const { activities, extension, queues, missedCount, announcements, reloadUser } = reply.changes;
  const kept = complete ? SIGNED_OUT : state;
  const changedElsewhere = changedElsewhereAfter(state, extension, atMs);
  const isNewChange = changedElsewhere !== state.changedElsewhere;
  const extensionNow = extension === undefined ? kept.extension : extension;
  const next: AgentState = {
    ...connected,
    deviceChanges: isSessionOver(extension) ? {} : state.deviceChanges,
    ...(activities || complete ? mergeActivities(state, activities ?? [], complete) : {}),
    extension: extensionNow,
    queues: queues ?? kept.queues,
    missedCount: missedCount ?? kept.missedCount,
    missedAway: missedAwayAfter(state, missedCount ?? kept.missedCount, atMs),
    changedElsewhere,
    leftIdle: leftIdleAfter(state.leftIdle, extensionNow),
    readyElsewhere: state.readyElsewhere || (isNewChange && changedElsewhere?.to === 'Idle'),
    announcements: announcements ?? kept.announcements,
    reloadMark: reloadUser === undefined ? state.reloadMark : reloadUser,
    changedAtMs: atMs,
  };
  return withBusy({ ...next, heldSinceMs: heldSince(state, next, atMs) }, atMs);
}

function afterFailure(
  state: AgentState,
  { offline, failure, atMs, retryAtMs, notBeforeMs }: Extract<AgentEvent, { type: 'linkBroken' }>,
): AgentState {
  const sinceMs = state.trouble?.sinceMs ?? atMs;
  return {
    ...state,
    link: offline ? 'offline' : 'reconnecting',
    trouble: { failure, sinceMs, retryAtMs, notBeforeMs },
  };
}

/** More than a server keeps up at a time. */
const MAX_DISMISSED = 500;

function withDismissed(state: AgentState, names: readonly string[]): string[] {
  return [...new Set([...state.dismissedAnnouncements, ...names])].slice(-MAX_DISMISSED);
}

/** The next state; the only place where the agent's state changes. */
export function reduce(state: AgentState, event: AgentEvent): AgentState {
  switch (event.type) {
    case 'permissionAwaited':
      return { ...SIGNED_OUT, signIn: { phase: 'awaitingPermission', origin: event.origin } };
    case 'loginStarted':
      return { ...SIGNED_OUT, signIn: { phase: 'loggingIn', origin: event.origin } };
    case 'signInFailed':
      return {
        ...SIGNED_OUT,
        signIn: { phase: 'signedOut', ended: null, failure: event.failure },
      };
    case 'signedIn':
      return {
        ...SIGNED_OUT,
        signIn: { phase: 'signedIn', origin: event.origin },
        whoim: event.whoim,
      };
    case 'signedOut':
      return {
        ...SIGNED_OUT,
        signIn: { phase: 'signedOut', ended: event.reason, failure: null },
      };
    case 'whoimLoaded':
      return { ...state, whoim: event.whoim };
    case 'pulled':
      return afterPull(state, event);
    case 'linkBroken':
      return afterFailure(state, event);
    case 'resumed':
      return { ...state, link: 'connecting', trouble: null };
    case 'commanded':
      return {
        ...state,
        commanded: { to: event.to, atMs: event.atMs },
        changedElsewhere: null,
        readyElsewhere: false,
        leftIdle: event.planned ? state.leftIdle : null,
        // Who asks for a state now no longer wants another one later.
        nextState: event.planned ? state.nextState : null,
      };
    case 'awayDismissed':
      return { ...state, missedAway: null };
    case 'elsewhereDismissed':
      return { ...state, changedElsewhere: null };
    case 'statusesLoaded':
      return {
        ...state,
        queueStatuses: { ...state.queueStatuses, [event.queue]: event.statuses },
      };
    case 'devicesLoaded':
      return { ...state, availableDevices: event.devices };
    case 'deviceChanged':
      return {
        ...state,
        deviceChanges: { ...state.deviceChanges, [event.device]: event.connected },
      };
    case 'profileQueuesLoaded':
      return { ...state, profileQueues: event.queues };
    case 'nextStateChosen':
      return { ...state, nextState: event.nextState };
    case 'nextStateSettled':
      return state.nextState === event.nextState ? { ...state, nextState: null } : state;
    case 'leftIdle':
      return { ...state, leftIdle: event.left };
    case 'leftIdleForgotten':
      return { ...state, leftIdle: null };
    case 'seenHere':
      return { ...state, readyElsewhere: false };
    case 'noticed':
      return { ...state, notice: event.notice };
    case 'noticeDismissed':
      return { ...state, notice: null };
    case 'announcementsDismissed':
      return { ...state, dismissedAnnouncements: withDismissed(state, event.announcements) };
  }
}
