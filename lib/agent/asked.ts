import type { Activity } from '@/lib/daktela/activity';
import type { Failure } from '@/lib/daktela/failure';
import type { Request } from '@/lib/messages/protocol';
import { acceptDeviceOf } from './accept-device';
import { readyDeviceOf } from './ready-device';
import type { AgentState, AskedOutside } from './state';

/**
 * What was asked for away from the desk, by a button of a notification or by a key: the same request
 * that the control on the desk would send, or why there is nothing to do.
 */
export type Asked =
  | { readonly asked: AskedOutside; readonly request: Request; readonly activity?: Activity }
  | { readonly asked: AskedOutside; readonly request: null; readonly problem: Failure['kind'] };

/** What the agent has chosen before, and is not asked again. */
export interface LastChoices {
  /** Name of the device calls were last accepted with. */
  readonly acceptDevice: string | null;
  /** Model and name of the device that was last gone ready with. */
  readonly readyDevice: string | null;
}

export function nothingFor(asked: AskedOutside, problem: Failure['kind']): Asked {
  return { asked, request: null, problem };
}

export function askToAccept(state: AgentState, activity: Activity, last: LastChoices): Asked {
  const device = activity.type === 'CALL' ? acceptDeviceOf(state, last.acceptDevice) : null;
  return {
    asked: 'accept',
    activity,
    request: {
      type: 'activity.accept',
      activity: activity.name,
      device: device?.name ?? null,
    },
  };
}

export function askToReject(activity: Activity): Asked {
  const request: Request = { type: 'activity.reject', activity: activity.name };
  return { asked: 'reject', activity, request };
}

export function askToHangUp(activity: Activity): Asked {
  const request: Request = { type: 'activity.hangUp', activity: activity.name };
  return { asked: 'hangUp', activity, request };
}

export function askToGoReady(state: AgentState, last: LastChoices): Asked {
  const device = readyDeviceOf(state, last.readyDevice);
  if (device === undefined) return nothingFor('ready', 'chooseDevice');
  return { asked: 'ready', request: { type: 'agent.ready', device } };
}

export function askToPause(pause: string): Asked {
  return { asked: 'pause', request: { type: 'pause.start', pause } };
}

export const END_PAUSE: Asked = { asked: 'endPause', request: { type: 'pause.end' } };
export const GO_UNREADY: Asked = { asked: 'unready', request: { type: 'agent.unready' } };
