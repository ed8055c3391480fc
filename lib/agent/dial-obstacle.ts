import type { DialObstacle } from '@/lib/daktela/failure';
import { isReady } from './derive';
import { missingOutgoingQueues } from './queue-memberships';
import type { AgentState } from './state';

/**
 * What most likely keeps a call from going out, as far as the state tells; null when it tells
 * nothing. The server's own words say what it refused, this says what there is to do.
 */
export function dialObstacle(state: AgentState): DialObstacle | null {
  if (!isReady(state)) return 'notReady';
  if (missingOutgoingQueues(state) !== null) return 'noQueue';
  if (state.extension?.device === 'Unavailable') return 'noDevice';
  return null;
}
