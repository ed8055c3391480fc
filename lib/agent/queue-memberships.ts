import type { Queue } from '@/lib/daktela/queue';
import { isReady } from './derive';
import type { AgentState } from './state';

/** A queue the agent may log in to, or is logged in to. */
export interface QueueMembership {
  readonly queue: Queue;
  readonly loggedIn: boolean;
  /** What it is logged in with, or was last known; the lower, the earlier the agent's turn. */
  readonly penalty: string;
}

/** Types whose calls the agent's own dialling goes out through (fact sheet 5.1). */
const OUTGOING_TYPES = new Set(['out', 'outbounder', 'progressive']);

/** Whether whoim leaves open which queues the agent may log in to (fact sheet 5.1). */
export function needsProfileQueues(state: AgentState): boolean {
  return state.whoim?.queues.every(({ login }) => login === null) ?? false;
}

export function profileOf(state: AgentState): string | null {
  return state.extension?.profile ?? state.whoim?.profile ?? null;
}

/** The queues known with their rights, from whoim or else from the profile. */
function listedQueues(state: AgentState): readonly Queue[] {
  const queues = state.whoim?.queues ?? [];
  return needsProfileQueues(state) ? (state.profileQueues ?? queues) : queues;
}

/**
 * Queues that are active and that the agent may log in to (specification, Log in and Out of
 * Queues), and whatever queue the agent is logged in to; by title.
 */
export function queueMemberships(state: AgentState): QueueMembership[] {
  const joined = new Map(state.queues.map((queue) => [queue.name, queue]));
  const listed = listedQueues(state);
  const known = new Map(listed.map((queue) => [queue.name, queue]));
  const permitted = listed.filter(({ login, deactivated }) => login !== null && !deactivated);
  const others = state.queues
    .filter(({ name }) => !permitted.some((queue) => queue.name === name))
    // Pull data may give the name alone.
    .map((queue) => ({ ...queue, ...known.get(queue.name) }));
  return [...permitted, ...others]
    .map((queue) => ({
      queue,
      loggedIn: joined.has(queue.name),
      penalty: joined.get(queue.name)?.penalty ?? queue.penalty ?? '0',
    }))
    .sort((a, b) => a.queue.title.localeCompare(b.queue.title, undefined, { numeric: true }));
}

function isOutgoing({ type }: Queue): boolean {
  return type !== null && OUTGOING_TYPES.has(type);
}

/** Whether the queues are not known yet because the profile has not been read. */
export function queuesAreLoading(state: AgentState): boolean {
  if (state.whoim === null) return true;
  return needsProfileQueues(state) && state.profileQueues === null && profileOf(state) !== null;
}

/** The queues for outgoing calls that the agent is logged in to. */
export function joinedOutgoingQueues(state: AgentState): Queue[] {
  return queueMemberships(state)
    .filter(({ queue, loggedIn }) => loggedIn && isOutgoing(queue))
    .map(({ queue }) => queue);
}

/**
 * The outgoing queues one of which the agent has to log in to before dialling; null when none is
 * needed, or when it cannot be told (specification, Create an Outgoing Call Activity).
 */
export function missingOutgoingQueues(state: AgentState): readonly QueueMembership[] | null {
  const { whoim } = state;
  if (whoim === null || whoim.dialsWithoutQueue || queuesAreLoading(state)) return null;
  if (!isReady(state)) return null;
  const memberships = queueMemberships(state);
  const joined = memberships.filter(({ loggedIn }) => loggedIn);
  if (joined.some(({ queue }) => isOutgoing(queue) || queue.type === null)) return null;
  return memberships.filter(({ queue }) => isOutgoing(queue));
}
