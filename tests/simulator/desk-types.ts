/** What the desk page reads of the control interface. */
export interface AgentRow {
  name: string;
  title: string;
  state: string;
  pause: string | null;
  devices: string[];
  reachable: boolean;
  queues: Record<string, number>;
  missedChannels: number;
  heldPolls: number;
  lastPollAgeMs: number | null;
}
export interface ChannelRow {
  user: string | null;
  state: string;
}
export interface ActivityRow {
  name: string;
  title: string;
  type: string;
  action: string;
  queue: string | null;
  user: string | null;
  inPool: boolean;
  contact: { title: string } | null;
  call: { direction: string; channels: ChannelRow[] } | null;
}
export interface Named {
  name: string;
  title: string;
}
export interface State {
  agents: AgentRow[];
  activities: ActivityRow[];
  queues: Named[];
  pauses: Named[];
  connectionBroken: boolean;
}
export interface SwitchRow {
  name: string;
  value: unknown;
  initial: unknown;
  doc: string;
  allowed: unknown[] | null;
}
export interface RequestRow {
  method: string;
  path: string;
  agent: string | null;
  status: number | null;
  outcome: string;
}
