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
 * `permissionRemoved`: the browser may not reach the Daktela host any more;
 * `addressLocked`: the administrator lets agents sign in to another instance only.
 */
export type SignOutReason = 'byAgent' | 'expired' | 'permissionRemoved' | 'addressLocked';

/** How the pull loop gets on with the server. */
export type Link = 'connecting' | 'connected' | 'reconnecting' | 'offline';

/** Why polls fail, since when, and when the next one leaves. */
export interface Trouble {
  readonly failure: Failure;
  /** Epoch milliseconds of the first failed poll in a row. */
  readonly sinceMs: number;
  readonly retryAtMs: number;
  /** Epoch milliseconds before which the server has asked to be left alone (`Retry-After`). */
  readonly notBeforeMs: number;
}

/** Calls that came and went while nothing could be heard of them. */
export interface MissedAway {
  readonly count: number;
  /** Epoch milliseconds of the last pull before and the first one after. */
  readonly fromMs: number;
  readonly toMs: number;
  /** `asleep`: neither did anybody try; `unreachable`: the server did not answer. */
  readonly reason: 'asleep' | 'unreachable';
}

/** The states that the agent can ask for (specification, Go Ready and Pause). */
export type WantedState = 'Session' | 'Idle' | 'Paused';

/** The agent's state became another one, and nothing here had asked for it. */
export interface ChangedElsewhere {
  readonly to: WantedState;
  readonly atMs: number;
}

/** What the agent wants to be as soon as nothing is in hand any more. */
export type NextState =
  | { readonly kind: 'pause'; readonly pause: string }
  | { readonly kind: 'unready' };

/** What was done because nobody was at the computer, for as long as it is so. */
export interface LeftIdle {
  readonly to: NextState;
  readonly atMs: number;
  readonly computer: 'idle' | 'locked';
  /** Whether a pull has shown it. */
  readonly isSeen: boolean;
}

/** What the agent can ask for from a notification or by a key. */
export type AskedOutside =
  | 'accept'
  | 'reject'
  | 'hangUp'
  | 'ready'
  | 'unready'
  | 'pause'
  | 'endPause';

/**
 * Something that failed while no popup was open to say it: a call dialled, with no number when none
 * was selected, the next state, or what a button of a notification or a key asked for.
 */
export type Notice =
  | { readonly id: string; readonly failure: Failure; readonly number: string }
  | { readonly id: string; readonly failure: Failure; readonly nextState: NextState }
  | {
      readonly id: string;
      readonly failure: Failure;
      readonly asked: AskedOutside;
      /** What it was asked for, as it was then. */
      readonly activity?: Activity | undefined;
    };

/** All that the extension knows of the agent. One serialisable object; only the background writes it. */
export interface AgentState {
  readonly signIn: SignIn;
  readonly link: Link;
  /** Null while polls succeed. */
  readonly trouble: Trouble | null;
  readonly whoim: Whoim | null;
  readonly extension: Extension | null;
  readonly activities: readonly Activity[];
  /** Names of activities that the last partial reply did not mention; a complete one decides. */
  readonly unconfirmed: readonly string[];
  /** Whether this server lists only the activities that have changed; null until it has shown. */
  readonly sendsDeltas: boolean | null;
  /** Since when each call on hold is so, in epoch milliseconds, where a pull has shown it happen. */
  readonly heldSinceMs: Readonly<Record<string, number>>;
  /** The queues the agent is logged in to. */
  readonly queues: readonly Queue[];
  /** The queues of the agent's profile, for when whoim does not say how to log in; null when not asked for. */
  readonly profileQueues: readonly Queue[] | null;
  /** Statuses by queue name, for the queues that were asked for. */
  readonly queueStatuses: Readonly<Record<string, readonly Status[]>>;
  /** The devices a dynamic user can choose from; null when not asked for yet. */
  readonly availableDevices: readonly Device[] | null;
  /** Devices added (true) and removed (false) from here since going ready, by name. */
  readonly deviceChanges: Readonly<Record<string, boolean>>;
  readonly nextState: NextState | null;
  readonly missedCount: number;
  readonly missedAway: MissedAway | null;
  readonly changedElsewhere: ChangedElsewhere | null;
  /** The last state that was asked for here, and when. */
  readonly commanded: { readonly to: WantedState; readonly atMs: number } | null;
  readonly leftIdle: LeftIdle | null;
  /** The agent was made ready elsewhere, and nobody has been at this computer since. */
  readonly readyElsewhere: boolean;
  /** Epoch milliseconds of the last pull that showed a call, one ringing or the work after one. */
  readonly busyAtMs: number | null;
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
  trouble: null,
  whoim: null,
  extension: null,
  activities: [],
  unconfirmed: [],
  sendsDeltas: null,
  heldSinceMs: {},
  queues: [],
  profileQueues: null,
  queueStatuses: {},
  availableDevices: null,
  deviceChanges: {},
  nextState: null,
  missedCount: 0,
  missedAway: null,
  changedElsewhere: null,
  commanded: null,
  leftIdle: null,
  readyElsewhere: false,
  busyAtMs: null,
  announcements: [],
  dismissedAnnouncements: [],
  reloadMark: null,
  notice: null,
  pulledAtMs: null,
  changedAtMs: null,
};
