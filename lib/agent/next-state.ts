import { isReady, ownActivities } from './derive';
import type { AgentState, NextState } from './state';

/** Whether anything rings at the agent or is in their hands. */
export function hasOwnActivities(state: AgentState): boolean {
  return ownActivities(state).length > 0;
}

function isAlready(state: AgentState, next: NextState): boolean {
  if (next.kind === 'unready') return !isReady(state);
  const { extension } = state;
  return extension?.state === 'Paused' && extension.pause?.name === next.pause;
}

/**
 * What has become of the next state by the pull just made: `wait` for the last own activity to
 * close, `apply` it now, or forget it because it is `done`. Only a pull decides, never what an
 * earlier life of the worker has left: the command may have been sent before that life ended.
 */
export function nextStateStep(previous: AgentState, state: AgentState): 'wait' | 'apply' | 'done' {
  const { nextState, pulledAtMs } = state;
  const hasPulled = previous.signIn.phase === 'signedIn' && previous.pulledAtMs !== pulledAtMs;
  if (nextState === null || !hasPulled || hasOwnActivities(state)) return 'wait';
  return isAlready(state, nextState) ? 'done' : 'apply';
}
