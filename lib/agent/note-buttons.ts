import type { Request } from '@/lib/messages/protocol';
import { acceptDeviceOf } from './accept-device';
import type { NoteId } from './alerts';
import { ringingActivities, waitingActivities } from './derive';
import type { AgentState, AskedOutside } from './state';

/** What a press on a button of a notification asks for. */
export interface Asked {
  readonly asked: AskedOutside;
  /** Null when what it was about is no more. */
  readonly request: Request | null;
}

/**
 * The same request that the control on the desk would send.
 * @param button place of the button, from 0
 * @param lastDevice name of the device calls were last accepted with
 */
export function askedBy(
  id: NoteId,
  button: number,
  state: AgentState,
  lastDevice: string | null,
): Asked {
  const [kind, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  if (kind === 'pause') return { asked: 'endPause', request: { type: 'pause.end' } };
  const asked = kind === 'ring' && button === 1 ? 'reject' : 'accept';
  const activity = [...ringingActivities(state), ...waitingActivities(state)].find(
    (each) => each.name === name,
  );
  if (!activity) return { asked, request: null };
  if (asked === 'reject') return { asked, request: { type: 'activity.reject', activity: name } };
  const device = activity.type === 'CALL' ? acceptDeviceOf(state, lastDevice) : null;
  return {
    asked,
    request: { type: 'activity.accept', activity: name, device: device?.name ?? null },
  };
}
