import type { Request } from '@/lib/messages/protocol';
import { callPhaseOf, isStale, openActivities, ringingActivities } from './derive';
import type { AgentState } from './state';

/** The session's own state; what the server does not say is not taken for granted. */
function isSessionAsWished(state: AgentState, request: Request): boolean {
  const extension = state.extension;
  switch (request.type) {
    case 'agent.ready':
    case 'pause.end':
      return extension?.state === 'Idle';
    case 'agent.unready':
      return extension?.state === 'Session';
    case 'pause.start':
      return extension?.state === 'Paused' && extension.pause?.name === request.pause;
    default:
      return false;
  }
}

function isActivityAsWished(state: AgentState, request: Request): boolean {
  if (!('activity' in request) || state.unconfirmed.includes(request.activity)) return false;
  const isIt = ({ name }: { name: string }) => name === request.activity;
  const mine = openActivities(state).find(isIt);
  switch (request.type) {
    case 'activity.accept':
      return mine !== undefined;
    case 'activity.reject':
      return !ringingActivities(state).some(isIt);
    case 'activity.hangUp':
      return mine !== undefined && callPhaseOf(state, mine) === 'ended';
    case 'activity.close':
      return !state.activities.some(isIt);
  }
}

/**
 * Whether what is asked for is so already, by a state that a recent pull has confirmed. A click on
 * a button that another window was about to take away asks for what has just been done.
 */
export function isAlreadyTrue(state: AgentState, request: Request, nowMs: number): boolean {
  if (isStale(state, nowMs)) return false;
  return isSessionAsWished(state, request) || isActivityAsWished(state, request);
}
