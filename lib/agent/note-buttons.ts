import type { NoteId } from './alerts';
import {
  type Asked,
  askToAccept,
  askToGoReady,
  askToReject,
  END_PAUSE,
  type LastChoices,
  nothingFor,
} from './asked';
import { ringingActivities, waitingActivities } from './derive';
import type { AgentState } from './state';

/**
 * What a press on a button of a notification asks for.
 * @param button place of the button, from 0
 */
export function askedBy(id: NoteId, button: number, state: AgentState, last: LastChoices): Asked {
  const [kind, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  if (kind === 'pause') return END_PAUSE;
  if (kind === 'left') {
    return state.extension?.state === 'Paused' ? END_PAUSE : askToGoReady(state, last);
  }
  const asked = kind === 'ring' && button === 1 ? 'reject' : 'accept';
  const activity = [...ringingActivities(state), ...waitingActivities(state)].find(
    (each) => each.name === name,
  );
  if (!activity) return nothingFor(asked, 'missing');
  return asked === 'reject' ? askToReject(activity) : askToAccept(state, activity, last);
}
