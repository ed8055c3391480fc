import type { Activity } from '@/lib/daktela/activity';
import { isSameNumber } from '@/lib/phone/same-number';
import { callPhaseOf, openActivities } from './derive';
import type { AgentState } from './state';

/** The calls with that number which the agent has in hand and which are not over. */
export function ongoingCalls(state: AgentState, number: string): Activity[] {
  return openActivities(state).filter(
    (activity) =>
      activity.type === 'CALL' &&
      isSameNumber(activity.number ?? '', number) &&
      callPhaseOf(state, activity) !== 'ended',
  );
}

/** Where a call with that number stands; null when there is none. */
export function ongoingCall(state: AgentState, number: string): 'calling' | 'talking' | null {
  const phases = ongoingCalls(state, number).map((activity) => callPhaseOf(state, activity));
  if (phases.length === 0) return null;
  return phases.some((phase) => phase === 'talking' || phase === 'onHold') ? 'talking' : 'calling';
}
