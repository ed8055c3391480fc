/** Records of the simulated contact centre. Times are milliseconds since 1970. */
export type AgentState = 'Session' | 'Idle' | 'Paused';
export type DeviceModel =
  | 'sipDevices'
  | 'webrtcDevices'
  | 'externalNumbers'
  | 'genericDevices'
  | 'msteamsDevices';
export type LoginRight = 'auto' | 'manual' | 'fix' | '';
export type ActivityAction = '' | 'WAIT' | 'OPEN' | 'POSTPONE' | 'CLOSE';
/** All that are documented; an empty type is an old server's comment (fact sheet 6.1). */
export const activityTypes = [
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
  '',
] as const;
export type ActivityType = (typeof activityTypes)[number];
export type ChannelState = 'Ringing' | 'Speaking' | 'On Hold' | 'Closed';
export type PullKey =
  | 'activities'
  | 'extension'
  | 'queues'
  | 'missedChannels'
  | 'announcements'
  | 'reloadUser';

export const pullKeys: readonly PullKey[] = [
  'activities',
  'extension',
  'queues',
  'missedChannels',
  'announcements',
  'reloadUser',
];

export interface Person {
  name: string;
  password: string;
  /** Permanent token from the user's detail; login never hands it out. */
  token: string;
  title: string;
  alias: string;
  email: string;
  /** Extension line, which is not a device. */
  line: string;
  profile: string;
  staticLogin: boolean;
  /** The device is chosen at each Go ready. */
  dynamicDevice: boolean;
}

export interface Profile {
  name: string;
  title: string;
  noQueueCallsAllowed: boolean;
  queues: ReadonlyMap<string, LoginRight>;
}

export interface Queue {
  name: string;
  title: string;
  type: 'in' | 'out' | 'chat' | 'email';
  direction: 'in' | 'out' | null;
  deactivated: boolean;
  statuses: readonly string[];
  multipleStatuses: boolean;
  wrapUp: boolean;
}

export interface Pause {
  name: string;
  title: string;
  type: 'wrap' | 'lajdak' | 'dnd' | null;
  paid: boolean;
  maxMinutes: number;
  /** How many times a day, 0 for no limit. */
  maxAmount: number;
  /** Whether agents may start it at all. */
  allowed: boolean;
}

export interface Status {
  name: string;
  title: string;
  color: string;
}

export interface Device {
  name: string;
  title: string;
  model: DeviceModel;
  /** Agent it belongs to, null for one that anybody may take. */
  owner: string | null;
  callCentre: boolean;
}

export interface Announcement {
  name: string;
  title: string;
  text: string;
  at: number;
}

/** What changed for one agent: a counter, and its value when each key and activity changed. */
export interface PullVersions {
  version: number;
  keys: Record<PullKey, number>;
  activities: Map<string, number>;
}

export interface Agent extends Person {
  /** Place in the world, part of the hash. */
  number: number;
  state: AgentState;
  pause: string | null;
  pausedAt: number | null;
  pausesTaken: Map<string, number>;
  devices: string[];
  reachable: boolean;
  /** Queue name to penalty. */
  queues: Map<string, number>;
  missedChannels: number;
  announcements: Announcement[];
  reloadCount: number;
  reloadPending: boolean;
  readyAt: number | null;
  stateAt: number;
  lastCallAt: number | null;
  lastQueue: string | null;
  lastPollAt: number | null;
  openPolls: number;
  pull: PullVersions;
}

export interface Contact {
  title: string;
  account?: string;
}

export interface Channel {
  name: string;
  /** Agent of this leg, null for the customer's. */
  user: string | null;
  device: string | null;
  state: ChannelState;
  ringingAt: number;
  speakingAt: number | null;
  closedAt: number | null;
}

export interface Call {
  id: string;
  startedAt: number;
  direction: 'in' | 'out';
  answered: boolean;
  number: string;
  missed: boolean;
  endedBy: '' | 'caller' | 'agent';
  /** Wire shows channels as null until this is true. */
  channelsShown: boolean;
  channels: Channel[];
}

export interface Activity {
  name: string;
  title: string;
  type: ActivityType;
  /** Number, e-mail address or messenger account of the customer. */
  from: string;
  /** Name or number of its ticket. */
  ticket: string | null;
  action: ActivityAction;
  queue: string | null;
  user: string | null;
  contact: Contact | null;
  createdAt: number;
  waitAt: number | null;
  openAt: number | null;
  closeAt: number | null;
  statuses: string[];
  call: Call | null;
}
