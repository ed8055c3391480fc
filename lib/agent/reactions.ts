import { mustChooseDevice, openActivities } from './derive';
import { endedActivities, type HistoryEntry } from './history';
import { nextStateStep } from './next-state';
import { needsProfileQueues, profileOf } from './queue-memberships';
import type { AgentState, NextState } from './state';

/** What the background has to do because the state changed. Each may be repeated without harm. */
export type Effect =
  | { readonly type: 'loadStatuses'; readonly queue: string }
  | { readonly type: 'loadDevices' }
  | { readonly type: 'reloadWhoim' }
  | { readonly type: 'loadProfileQueues'; readonly profile: string }
  | { readonly type: 'applyNextState'; readonly nextState: NextState }
  | { readonly type: 'settleNextState'; readonly nextState: NextState }
  | { readonly type: 'noteEnded'; readonly entries: readonly HistoryEntry[] }
  | { readonly type: 'reconcileSites' };

function queuesInNeedOfStatuses(state: AgentState): string[] {
  return openActivities(state).flatMap(({ queue }) =>
    queue?.name != null &&
    queue.hasStatuses !== false &&
    !Object.hasOwn(state.queueStatuses, queue.name)
      ? [queue.name]
      : [],
  );
}

function needsDevices(state: AgentState): boolean {
  return state.extension?.state === 'Session' && mustChooseDevice(state);
}

/** A remembered sign-in starts without whoim; later the server says when to read it again. */
function needsWhoim(previous: AgentState, next: AgentState): boolean {
  const isNewMark = next.reloadMark !== null && next.reloadMark !== previous.reloadMark;
  const firstContact = next.link === 'connected' && previous.link !== 'connected';
  return isNewMark || (next.whoim === null && firstContact);
}

/** The profile to read the queues of: when whoim tells no rights, and anew with every whoim. */
function profileToLoad(previous: AgentState, next: AgentState): string | null {
  if (!needsProfileQueues(next)) return null;
  const isNewWhoim = previous.whoim !== null && previous.whoim !== next.whoim;
  const isFirst =
    next.profileQueues === null && (!needsProfileQueues(previous) || profileOf(previous) === null);
  return isNewWhoim || isFirst ? profileOf(next) : null;
}

function nextStateEffects(previous: AgentState, next: AgentState): Effect[] {
  const step = nextStateStep(previous, next);
  if (next.nextState === null || step === 'wait') return [];
  const type = step === 'done' ? 'settleNextState' : 'applyNextState';
  return [{ type, nextState: next.nextState }];
}

/** The effects of going from one state to the next; a state that did not change has none. */
export function reactions(previous: AgentState, next: AgentState): Effect[] {
  const effects: Effect[] = [];
  if (previous.signIn.phase !== next.signIn.phase) effects.push({ type: 'reconcileSites' });
  if (next.signIn.phase !== 'signedIn') return effects;

  const before = new Set(queuesInNeedOfStatuses(previous));
  for (const queue of new Set(queuesInNeedOfStatuses(next))) {
    if (!before.has(queue)) effects.push({ type: 'loadStatuses', queue });
  }
  if (needsDevices(next) && !needsDevices(previous)) effects.push({ type: 'loadDevices' });
  if (needsWhoim(previous, next)) effects.push({ type: 'reloadWhoim' });
  const profile = profileToLoad(previous, next);
  if (profile !== null) effects.push({ type: 'loadProfileQueues', profile });
  effects.push(...nextStateEffects(previous, next));
  const entries = previous.signIn.phase === 'signedIn' ? endedActivities(previous, next) : [];
  if (entries.length > 0) effects.push({ type: 'noteEnded', entries });
  return effects;
}
