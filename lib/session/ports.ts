import type { AlertContext, AlertMemory, Note } from '@/lib/agent/alerts';
import type { History } from '@/lib/agent/history';
import type { ComputerState } from '@/lib/agent/idle';
import type { UnansweredRings } from '@/lib/agent/ring-time';
import type { NumberFormsOf } from '@/lib/agent/screen-pop';
import type { AgentState } from '@/lib/agent/state';
import type { DaktelaClient, LoginClient } from '@/lib/daktela/client';
import type { Clock } from '@/lib/daktela/clock';
import type { Failure } from '@/lib/daktela/failure';
import type { LogEvent } from '@/lib/diagnostics/log-event';
import type { Sound } from '@/lib/ring/sound';
import type { IdleSettings } from '@/lib/settings/idle';
import type { ScreenPopSettings } from '@/lib/settings/screen-pop';

/** What is needed to act for the agent. Never leaves the extension's own storage. */
export interface Credentials {
  readonly origin: string;
  readonly token: string;
  readonly refreshToken: string | null;
  /** Whether the sign-in outlives the browser. */
  readonly stay: boolean;
}

/** State and hash belong together and are written together. */
export interface Snapshot {
  readonly state: AgentState;
  readonly hash: string;
}

/** One dial, kept so that a second request for the same call can be told apart from a new one. */
export interface DialRecord {
  /** Of the agent's intent: one click, in one place. */
  readonly id: string;
  readonly number: string;
  /** Epoch milliseconds just before it was sent, and of the last that is known of it. */
  readonly sentAtMs: number;
  readonly atMs: number;
  /** `sent` may or may not have reached the server. */
  readonly outcome: 'sent' | 'created' | 'refused' | 'unknown';
  /** Why, when it was refused or is unknown. */
  readonly failure?: Failure;
  /** Name of the call that came of it, as soon as it is known. */
  readonly activity: string | null;
  /** Name of the call that should not have come of it as well. */
  readonly second?: string;
}

/** Storage that lives as long as the browser runs and is closed to pages and content scripts. */
export interface SessionStore {
  readSnapshot(): Promise<Snapshot | null>;
  writeSnapshot(snapshot: Snapshot): Promise<void>;
  readCredentials(): Promise<Credentials | null>;
  writeCredentials(credentials: Credentials): Promise<void>;
  /** The last dials, the newest at the end. */
  readDials(): Promise<readonly DialRecord[]>;
  writeDials(dials: readonly DialRecord[]): Promise<void>;
  /** Names of the activities whose screen-pop was opened, the last ones. */
  readScreenPops(): Promise<readonly string[]>;
  writeScreenPops(activities: readonly string[]): Promise<void>;
  /** Removes everything that belongs to the signed-in agent except the snapshot. */
  clear(): Promise<void>;
}

/** What the agent has done, in storage that lives as long as the browser runs. */
export interface HistoryStore {
  read(): Promise<History | null>;
  write(history: History): Promise<void>;
  clear(): Promise<void>;
}

/** Storage that outlives the browser, open to the extension's own origin only. */
export interface RememberedLogin {
  read(): Promise<Credentials | null>;
  write(credentials: Credentials): Promise<void>;
  clear(): Promise<void>;
}

export interface ScreenPopPorts {
  settings(): Promise<ScreenPopSettings>;
  readonly formsOf: NumberFormsOf;
  /** Shows a page of the CRM, in a tab of its site where wanted and possible. */
  open(url: string, reuseTab: boolean): Promise<void>;
}

export interface IdlePorts {
  /** With the key of the device that was last gone ready with. */
  settings(): Promise<{ readonly settings: IdleSettings; readonly readyDevice: string | null }>;
  /**
   * @param idleAfterMs without a key or a movement for so long it is idle
   * @returns null where the browser does not tell
   */
  computer(idleAfterMs: number): Promise<ComputerState | null>;
}

export interface SessionPorts {
  readonly store: SessionStore;
  readonly history: HistoryStore;
  readonly remembered: RememberedLogin;
  readonly clock: Clock;
  random(): number;
  isOnline(): boolean;
  loginClient(origin: string): LoginClient;
  client(origin: string, token: string): DaktelaClient;
  readonly hostPermission: {
    has(origin: string): Promise<boolean>;
    /** Resolves true once the browser may reach the host, false when the signal is aborted first. */
    granted(origin: string, signal: AbortSignal): Promise<boolean>;
  };
  /** Origin of the only instance that may be signed in to; null for any. */
  requiredOrigin(): Promise<string | null>;
  /** Called with every state after it was stored, and once with the stored one at start. */
  show(state: AgentState): void;
  readonly screenPop: ScreenPopPorts;
  readonly idle: IdlePorts;
  /** Hears what happens, for a report to those who help. Must return at once. */
  note(event: LogEvent): void;
  /** Registers the content script on the granted sites, or nowhere while signed out. */
  reconcileSites(state: AgentState): Promise<void>;
}

/** What lasts of alerts when the background is stopped, in storage that lives as long as the browser runs. */
export interface AlertRecord {
  readonly memory: AlertMemory;
  readonly rings: UnansweredRings;
}

/** The system's notifications of this extension. */
export interface Notes {
  shown(): Promise<readonly string[]>;
  show(note: Note): Promise<void>;
  clear(id: string): Promise<void>;
}

/** Makes sounds heard, one at a time. */
export interface Ringer {
  /** Plays this in place of what plays. The same again goes on; a repeated one has to be asked for again. */
  play(sound: Sound): Promise<void>;
  stop(): Promise<void>;
}

export interface AlertPorts {
  readonly clock: Clock;
  readonly store: {
    read(): Promise<AlertRecord | null>;
    write(record: AlertRecord): Promise<void>;
  };
  /** Resolves once settings and words have been read. */
  context(): Promise<Pick<AlertContext, 'settings' | 'words'>>;
  readonly notes: Notes;
  readonly ringer: Ringer;
  /** Shows the desk without a click of the agent's, wherever the browser lets it. */
  openDesk(): Promise<void>;
}
