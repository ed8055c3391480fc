import { type Activity, decodeActivity } from './activity';
import { type Announcement, decodeAnnouncement } from './announcement';
import { decodeExtension, type Extension } from './extension';
import { decodeQueue, type Queue } from './queue';
import type { Reply } from './transport';
import { decodeNamed, listOf, recordOf, textOf } from './wire';

/**
 * The keys that a pull reply changes; a key that is absent is unchanged
 * (specification, Pull Data; fact sheet 3).
 */
export interface PullChanges {
  readonly activities?: readonly Activity[];
  /** Null: the server has no session of this user. */
  readonly extension?: Extension | null;
  /** The queues the user is logged in to. */
  readonly queues?: readonly Queue[];
  readonly missedCount?: number;
  readonly announcements?: readonly Announcement[];
  /** A text that differs whenever whoim must be read again; null when it need not. */
  readonly reloadUser?: string | null;
}

export interface PullReply {
  /** To be sent with the next poll; null when the server gave none. */
  readonly hash: string | null;
  readonly changes: PullChanges;
}

function missedCountOf(value: unknown): number {
  if (Array.isArray(value) || recordOf(value)) return listOf(value).length;
  const count = Number(textOf(value) ?? 0);
  return Number.isFinite(count) && count > 0 ? Math.floor(count) : 0;
}

/** The type of the switch is not known: false, 0 and null are "no", anything else is told apart by its text. */
function reloadMarkOf(value: unknown): string | null {
  if (value === true) return 'true';
  const mark = textOf(value);
  return mark === '0' || mark === 'false' ? null : mark;
}

export function decodePullReply({ result, body, readTime }: Reply): PullReply {
  const data = recordOf(result) ?? {};
  const has = (key: string) => data[key] !== undefined;
  return {
    hash: textOf(data.hash) ?? textOf(recordOf(body)?.hash),
    changes: {
      ...(has('activities') && {
        activities: decodeNamed(data.activities, (element) => decodeActivity(element, readTime)),
      }),
      ...(has('extension') && { extension: decodeExtension(data.extension, readTime) }),
      ...(has('queues') && { queues: decodeNamed(data.queues, decodeQueue) }),
      ...(has('missedChannels') && { missedCount: missedCountOf(data.missedChannels) }),
      ...(has('announcements') && {
        announcements: decodeNamed(data.announcements, (element) =>
          decodeAnnouncement(element, readTime),
        ),
      }),
      ...(has('reloadUser') && { reloadUser: reloadMarkOf(data.reloadUser) }),
    },
  };
}

/** A reply that changes nothing is the normal end of a quiet poll. */
export function isQuiet(reply: PullReply): boolean {
  return Object.keys(reply.changes).length === 0;
}
