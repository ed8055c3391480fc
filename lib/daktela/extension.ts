import { type Device, decodeDevices } from './device';
import { decodePause, type Pause } from './pause';
import type { ReadTime } from './time';
import { type Reference, recordOf, referenceOf, textOf } from './wire';

/** The agent's own state as pull data calls it (specification, Pull Data; fact sheet 3.1). */
export interface Extension {
  readonly user: Reference | null;
  /** Identifier of the profile whose queues the user may log in to. */
  readonly profile: string | null;
  /** `Session` is signed in but not ready, `Idle` is ready. */
  readonly state: 'Session' | 'Idle' | 'Paused' | 'Unknown';
  /** The agent's line number. */
  readonly line: string | null;
  /** `Unavailable` or nothing at all means that no device of the agent can ring. */
  readonly device: 'Idle' | 'Busy' | 'Unavailable';
  /** The devices connected at the moment; null when the server does not list them. */
  readonly devices: readonly Device[] | null;
  readonly pause: Pause | null;
  readonly pausedSinceMs: number | null;
  readonly stateSinceMs: number | null;
}

function stateOf(value: unknown): Extension['state'] {
  const state = textOf(value);
  return state === 'Session' || state === 'Idle' || state === 'Paused' ? state : 'Unknown';
}

function reachabilityOf(value: unknown): Extension['device'] {
  const status = textOf(value);
  if (status === null || status === 'Unavailable') return 'Unavailable';
  return status === 'Busy' ? 'Busy' : 'Idle';
}

/** Null when the server has no session of the user (`[]`, null or false on the wire). */
export function decodeExtension(value: unknown, readTime: ReadTime): Extension | null {
  const record = recordOf(value);
  if (!record) return null;
  return {
    user: referenceOf(record.id_agent),
    profile: referenceOf(recordOf(record.id_agent)?.profile)?.name ?? null,
    state: stateOf(record.state),
    line: textOf(record.exten),
    device: reachabilityOf(record.exten_status),
    devices: record.extensions == null ? null : decodeDevices(record.extensions),
    pause: decodePause(record.id_pause),
    // The nearest documented model spells it without the underscore.
    pausedSinceMs: readTime(record.on_pause ?? record.onpause),
    stateSinceMs: readTime(record.statetime),
  };
}
