import type { Activity } from '@/lib/daktela/activity';
import type { Announcement } from '@/lib/daktela/announcement';
import type { Device } from '@/lib/daktela/device';
import type { Extension } from '@/lib/daktela/extension';
import type { Failure } from '@/lib/daktela/failure';
import type { Queue } from '@/lib/daktela/queue';
import type { Status } from '@/lib/daktela/status';
import type { Whoim } from '@/lib/daktela/whoim';

/**
 * Where the agent stands between "nobody" and "at the desk":
 *
 *   signedOut ──▶ awaitingPermission ──▶ loggingIn ──▶ signedIn
 *       ▲               │                    │            │
 *       └───────────────┴────────────────────┴────────────┘
 */
export type SignIn =
  | {
      readonly phase: 'signedOut';
      readonly ended: SignOutReason | null;
      readonly failure: Failure | null;
    }
  | { readonly phase: 'awaitingPermission'; readonly origin: string }
  | { readonly phase: 'loggingIn'; readonly origin: string }
  | { readonly phase: 'signedIn'; readonly origin: string };

/**
 * `expired`: the server no longer knows the token and there was no way to renew it;
 * `permissionRemoved`: the browser may not reach the Daktela host any more.
 */
export type SignOutReason = 'byAgent' | 'expired' | 'permissionRemoved';

/** How the pull loop gets on with the server. */
export type Link = 'connecting' | 'connected' | 'reconnecting' | 'offline';

/** Something that happened while no popup was open to say it. */
export interface Notice {
  readonly id: string;
  readonly number: string;
  readonly failure: Failure;
}

/** All that the extension knows of the agent. One serialisable object; only the background writes it. */
export interface AgentState {
  readonly signIn: SignIn;
  readonly link: Link;
  readonly whoim: Whoim | null;
  readonly extension: Extension | null;
  readonly activities: readonly Activity[];
  /** Names of activities that the last partial reply did not mention; a complete one decides. */
  readonly unconfirmed: readonly string[];
  /** Whether this server lists only the activities that have changed; null until it has shown. */
  readonly sendsDeltas: boolean | null;
  /** The queues the agent is logged in to. */
  readonly queues: readonly Queue[];
  /** Statuses by queue name, for the queues that were asked for. */
  readonly queueStatuses: Readonly<Record<string, readonly Status[]>>;
  /** The devices a dynamic user can choose from; null when not asked for yet. */
  readonly availableDevices: readonly Device[] | null;
  readonly missedCount: number;
  readonly announcements: readonly Announcement[];
  /** Names of announcements the agent has put away, the last ones. */
  readonly dismissedAnnouncements: readonly string[];
  /** The last `reloadUser` mark, so that each mark reloads whoim once. */
  readonly reloadMark: string | null;
  readonly notice: Notice | null;
  /** Epoch milliseconds of the last successful pull, quiet ones included. */
  readonly pulledAtMs: number | null;
  /** Epoch milliseconds of the last pull that brought data. */
  readonly changedAtMs: number | null;
}

export const SIGNED_OUT: AgentState = {
  signIn: { phase: 'signedOut', ended: null, failure: null },
  link: 'connecting',
  whoim: null,
  extension: null,
  activities: [],
  unconfirmed: [],
  sendsDeltas: null,
  queues: [],
  queueStatuses: {},
  availableDevices: null,
  missedCount: 0,
  announcements: [],
  dismissedAnnouncements: [],
  reloadMark: null,
  notice: null,
  pulledAtMs: null,
  changedAtMs: null,
};
