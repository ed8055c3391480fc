import { ongoingCall } from '@/lib/agent/ongoing-call';
import { joinedOutgoingQueues } from '@/lib/agent/queue-memberships';
import type { AgentState } from '@/lib/agent/state';
import type { DialPlan } from '@/lib/messages/reply';
import { type DialRule, dialBy } from '@/lib/phone/dial-rule';

/** One queue needs no choosing; of several it is the one the agent has chosen, if any. */
function usedQueue(queues: DialPlan['queues'], chosen: string | null): string | null {
  const [first, second] = queues;
  if (second === undefined) return first?.name ?? null;
  return queues.find(({ name }) => name === chosen)?.name ?? null;
}

/**
 * What will come of dialling a text; null when there is nothing to dial in it.
 * @param chosen name of the queue the agent has chosen in the settings
 */
export function dialPlan(
  state: AgentState,
  rule: DialRule,
  chosen: string | null,
  text: string,
): DialPlan | null {
  const dialled = dialBy(rule, text);
  if (dialled === null) return null;
  const queues = joinedOutgoingQueues(state).map(({ name, title }) => ({ name, title }));
  return {
    ...dialled,
    queues,
    queue: usedQueue(queues, chosen),
    ongoing: ongoingCall(state, dialled.number ?? dialled.dial),
  };
}

/** The queue that Daktela is told: only one of several, and only when it was chosen. */
export function queueToTell({ queues, queue }: DialPlan): string | null {
  return queues.length > 1 ? queue : null;
}
