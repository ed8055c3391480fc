import type { Activity } from '@/lib/daktela/activity';
import type { Extension } from '@/lib/daktela/extension';
import type { IdleSettings } from '@/lib/settings/idle';
import { callEndedAtMs, callPhaseOf, isStale, openActivities, ringingActivities } from './derive';
import type { AgentState, LeftIdle, NextState } from './state';

/** How the computer is used; not every browser tells when it is locked. */
export type ComputerState = 'active' | 'idle' | 'locked';

/** Browsers notice no shorter time without a key or a movement. */
export const SHORTEST_IDLE_MS = 15_000;

/**
 * What is to be done about a person who is away or back:
 * - `leave` make the agent unready or paused · `return` undo it
 * - `forget` it was not done, or is wanted no more · `seenHere` the agent is at this computer after all
 */
export type IdleWish =
  | { readonly type: 'leave'; readonly to: NextState; readonly computer: 'idle' | 'locked' }
  | { readonly type: 'return' }
  | { readonly type: 'forget' }
  | { readonly type: 'seenHere' };

/** After-call work that takes longer has been left lying. */
const WRAP_UP_MS = 30 * 60_000;
/** A command that pull data does not show by then has not arrived. */
export const SHOWN_WITHIN_MS = 20_000;
/** Whoever was away for longer may have come for something else, and is asked first. */
const LONG_AWAY_MS = 2 * 60 * 60_000;

function isAtWorkOn(state: AgentState, call: Activity, nowMs: number): boolean {
  if (callPhaseOf(state, call) !== 'ended') return true;
  const endedAtMs = callEndedAtMs(state, call) ?? call.openedAtMs ?? 0;
  return nowMs - endedAtMs < WRAP_UP_MS;
}

/** In a call, ringing or writing up a call; a desk phone needs no computer for it. */
export function isBusy(state: AgentState, nowMs: number): boolean {
  return (
    state.extension?.device === 'Busy' ||
    ringingActivities(state).length > 0 ||
    openActivities(state).some(
      (activity) => activity.type === 'CALL' && isAtWorkOn(state, activity, nowMs),
    )
  );
}

function isAsLeft(extension: Extension | null, to: NextState): boolean {
  if (to.kind === 'unready') return extension === null || extension.state === 'Session';
  return extension?.state === 'Paused' && extension.pause?.name === to.pause;
}

/** What is left of it by a pull: as soon as the state is another one, somebody else has changed it. */
export function leftIdleAfter(left: LeftIdle | null, extension: Extension | null): LeftIdle | null {
  if (left === null || extension?.state === 'Unknown') return left;
  if (isAsLeft(extension, left.to)) return left.isSeen ? left : { ...left, isSeen: true };
  return left.isSeen ? null : left;
}

/** The pause that was chosen, else unready; null for an agent who can be neither. */
function wayOut({ whoim }: AgentState, chosen: string | null): NextState | null {
  const isAllowed =
    whoim === null || whoim.pauses.some(({ name, kind }) => name === chosen && kind === 'own');
  if (chosen !== null && isAllowed) return { kind: 'pause', pause: chosen };
  return whoim?.staticLogin ? null : { kind: 'unready' };
}

function wishOfAbsent(
  state: AgentState,
  computer: 'idle' | 'locked',
  { minutes, pause }: IdleSettings,
  nowMs: number,
): IdleWish | null {
  const { leftIdle, extension, busyAtMs } = state;
  const isGoing = leftIdle !== null && nowMs - leftIdle.atMs < SHOWN_WITHIN_MS;
  if (extension?.state !== 'Idle' || isGoing) return null;
  // The agent may work at another computer now, or on a telephone.
  if (state.readyElsewhere || isBusy(state, nowMs)) return null;
  // Whoever talks on a desk phone touches no key meanwhile, and is there when the call is over.
  if (busyAtMs !== null && nowMs - busyAtMs < minutes * 60_000) return null;
  const to = wayOut(state, pause);
  return to && { type: 'leave', to, computer };
}

function wishOfPresent(
  state: AgentState,
  { comesBack }: IdleSettings,
  nowMs: number,
): IdleWish | null {
  const { leftIdle } = state;
  if (state.readyElsewhere) return { type: 'seenHere' };
  if (leftIdle === null) return null;
  const awayMs = nowMs - leftIdle.atMs;
  if (!leftIdle.isSeen) return awayMs < SHOWN_WITHIN_MS ? null : { type: 'forget' };
  if (!comesBack || awayMs >= LONG_AWAY_MS || isBusy(state, nowMs)) return null;
  return { type: 'return' };
}

/**
 * What is to be done now about where the person is; null for nothing, also while it is not known how
 * things stand. It follows from the state alone, so that asking again after a restart changes nothing.
 * @param computer null where the browser does not tell
 */
export function idleWish(
  state: AgentState,
  computer: ComputerState | null,
  settings: IdleSettings,
  nowMs: number,
): IdleWish | null {
  if (state.signIn.phase !== 'signedIn') return null;
  if (!settings.on) return state.leftIdle === null ? null : { type: 'forget' };
  if (computer === null || isStale(state, nowMs)) return null;
  return computer === 'active'
    ? wishOfPresent(state, settings, nowMs)
    : wishOfAbsent(state, computer, settings, nowMs);
}
