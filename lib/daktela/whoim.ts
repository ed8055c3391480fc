import { type Device, decodeDevices } from './device';
import { decodePause, type Pause } from './pause';
import { decodeQueue, type Queue } from './queue';
import { decodeEach, flagOf, recordOf, referenceOf, textOf } from './wire';

/** Static data about the signed-in user (specification, WhoIm). */
export interface Whoim {
  readonly name: string;
  readonly title: string;
  readonly profile: string | null;
  /** A user with static login is ready without asking. */
  readonly staticLogin: boolean;
  /** The user's own devices; empty when the device is dynamic, null when the server does not say. */
  readonly devices: readonly Device[] | null;
  readonly queues: readonly Queue[];
  readonly pauses: readonly Pause[];
  /** May dial without being logged in to an outgoing queue. */
  readonly dialsWithoutQueue: boolean;
}

/** Null for a bad token, which whoim answers with 200 and no user (fact sheet 2.6). */
export function decodeWhoim(result: unknown): Whoim | null {
  const record = recordOf(result);
  const user = recordOf(record?.user);
  const name = textOf(user?.name);
  if (!user || name === null) return null;
  return {
    name,
    title: textOf(user.title) ?? textOf(user.alias) ?? name,
    profile: referenceOf(user.profile)?.name ?? null,
    staticLogin: flagOf(user.static) ?? false,
    devices: user.extensions == null ? null : decodeDevices(user.extensions),
    queues: decodeEach(record?.queues, decodeQueue),
    pauses: decodeEach(record?.pauses, decodePause),
    dialsWithoutQueue: flagOf(recordOf(user.profile)?.noQueueCallsAllowed) ?? false,
  };
}
