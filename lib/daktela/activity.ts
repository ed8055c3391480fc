import type { ReadTime } from './time';
import {
  decodeEach,
  flagOf,
  listOf,
  type Reference,
  recordOf,
  referenceOf,
  textOf,
  type WireRecord,
} from './wire';

export const ACTIVITY_TYPES = [
  'CALL',
  'EMAIL',
  'CHAT',
  'SMS',
  'FBM',
  'IGDM',
  'WAP',
  'VBR',
  'CUSTOM',
  'FBCOMMENT',
  'IGCOMMENT',
  'COMMENT',
] as const;

/** `OTHER` stands for a type this client does not know yet. */
export type ActivityType = (typeof ACTIVITY_TYPES)[number] | 'OTHER';

/** `NEW` is the wire's empty action: being distributed, or nobody to give it to. */
export type ActivityAction = 'NEW' | 'WAIT' | 'OPEN' | 'POSTPONE' | 'CLOSE';

export interface ActivityQueue extends Reference {
  /** Null when the server does not say; then the queue's own list decides. */
  readonly hasStatuses: boolean | null;
  readonly multipleStatuses: boolean;
  /** How long it rings at one agent; null when the server does not say. */
  readonly ringTimeMs: number | null;
}

/** One leg of a call. A leg is over when its state is `Closed`; unknown states count as ongoing. */
export interface Channel {
  readonly state: 'Ringing' | 'Speaking' | 'On Hold' | 'Closed' | 'Unknown';
  readonly user: Reference | null;
  readonly ringingSinceMs: number | null;
  readonly speakingSinceMs: number | null;
  readonly closedAtMs: number | null;
}

/** An activity of the agent, or one waiting for anybody (specification, Incoming Activity; fact sheet 6.1). */
export interface Activity {
  readonly name: string;
  readonly type: ActivityType;
  readonly action: ActivityAction;
  readonly title: string | null;
  readonly queue: ActivityQueue | null;
  readonly user: Reference | null;
  readonly contact: Reference | null;
  readonly account: string | null;
  /** Identifier of the ticket it belongs to. */
  readonly ticket: string | null;
  /** It belongs to a record of a campaign, which may have rules of its own for closing. */
  readonly hasRecord: boolean;
  /** The remote phone number as the server has it. */
  readonly number: string | null;
  /** Where else the other side is reached: an e-mail address or an account of a messenger. */
  readonly address: string | null;
  readonly callerName: string | null;
  /** What it is about, for everything that is written. */
  readonly subject: string | null;
  readonly direction: 'in' | 'out' | 'internal' | null;
  /** Null means the server has not said yet, never "the call is over". */
  readonly channels: readonly Channel[] | null;
  readonly createdAtMs: number | null;
  readonly waitingSinceMs: number | null;
  readonly openedAtMs: number | null;
}

function actionOf(value: unknown): ActivityAction {
  const action = textOf(value);
  return action === 'WAIT' || action === 'OPEN' || action === 'POSTPONE' || action === 'CLOSE'
    ? action
    : 'NEW';
}

function typeOf(value: unknown): ActivityType {
  const type = textOf(value);
  return ACTIVITY_TYPES.find((known) => known === type) ?? 'OTHER';
}

/** The option `ringtime` is a number of seconds (API help of 2019), empty where the queue has none. */
function ringTimeMsOf(value: unknown): number | null {
  const seconds = Number(textOf(value) ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}

function queueOf(value: unknown): ActivityQueue | null {
  const reference = referenceOf(value);
  if (!reference) return null;
  const options = recordOf(recordOf(value)?.options);
  return {
    ...reference,
    hasStatuses: flagOf(options?._has_statuses),
    multipleStatuses: flagOf(options?.multiple_statuses) ?? false,
    ringTimeMs: ringTimeMsOf(options?.ringtime),
  };
}

function channelStateOf(value: unknown): Channel['state'] {
  const state = (textOf(value) ?? '').toLowerCase().replace(/\s+/g, '');
  if (state === 'closed') return 'Closed';
  if (state === 'ringing') return 'Ringing';
  if (state === 'speaking') return 'Speaking';
  return state === 'onhold' ? 'On Hold' : 'Unknown';
}

function channelsOf(value: unknown, readTime: ReadTime): Channel[] | null {
  if (listOf(value).length === 0) return null;
  return decodeEach(value, (element) => {
    const channel = recordOf(element);
    return channel === null
      ? null
      : {
          state: channelStateOf(channel.state),
          user: referenceOf(channel.user),
          ringingSinceMs: readTime(channel.time_ringing),
          speakingSinceMs: readTime(channel.time_speaking),
          closedAtMs: readTime(channel.time_closed),
        };
  });
}

function directionOf(value: unknown): Activity['direction'] {
  const direction = (textOf(value) ?? '').toLowerCase();
  return direction === 'in' || direction === 'out' || direction === 'internal' ? direction : null;
}

type Sides = Pick<Activity, 'number' | 'address' | 'callerName' | 'subject'>;

/** Who is on the other side and what about, which each type keeps elsewhere (fact sheet 6.4). */
function sidesOf(type: ActivityType, item: WireRecord | null, title: string | null): Sides {
  const itemTitle = textOf(item?.title);
  switch (type) {
    case 'CALL':
      return {
        // Two consumers of the API read a call's number from its title when the item has none.
        number: textOf(item?.clid) ?? title,
        address: null,
        callerName: textOf(item?.prefix_clid_name),
        subject: null,
      };
    case 'EMAIL':
      return {
        number: null,
        address: textOf(item?.address),
        callerName: null,
        subject: itemTitle ?? title,
      };
    default:
      return {
        number: textOf(item?.phone),
        address: textOf(item?.email) ?? textOf(item?.sender),
        callerName: itemTitle,
        subject: title,
      };
  }
}

/** Null for anything that cannot be told apart from other activities (no name). */
export function decodeActivity(value: unknown, readTime: ReadTime): Activity | null {
  const record = recordOf(value);
  const name = textOf(record?.name);
  if (!record || name === null) return null;
  const item = recordOf(record.item);
  const type = typeOf(record.type);
  const title = textOf(record.title);
  const contact = recordOf(record.contact);
  return {
    name,
    type,
    action: actionOf(record.action),
    title,
    queue: queueOf(record.queue),
    user: referenceOf(record.user),
    contact: referenceOf(record.contact),
    account: referenceOf(contact?.account)?.title ?? null,
    ticket: referenceOf(record.ticket)?.name ?? null,
    hasRecord: referenceOf(record.record) !== null,
    ...sidesOf(type, item, title),
    direction: directionOf(item?.direction),
    channels: channelsOf(item?.channels, readTime),
    createdAtMs: readTime(record.time),
    waitingSinceMs: readTime(record.time_wait),
    openedAtMs: readTime(record.time_open),
  };
}
