import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import type { Activity, ActivityQueue, Channel } from '@/lib/daktela/activity';
import type { Announcement } from '@/lib/daktela/announcement';
import type { Device } from '@/lib/daktela/device';
import type { Extension } from '@/lib/daktela/extension';
import type { Pause } from '@/lib/daktela/pause';
import type { Queue } from '@/lib/daktela/queue';
import type { Status } from '@/lib/daktela/status';
import type { Whoim } from '@/lib/daktela/whoim';
import type { Reference } from '@/lib/daktela/wire';

/** The moment at which the built states were last confirmed. */
export const NOW_MS = Date.UTC(2026, 0, 12, 8, 0, 0);

export const ME: Reference = { name: 'anna.novakova', title: 'Anna Nováková' };
export const COLLEAGUE: Reference = { name: 'petr.svoboda', title: 'Petr Svoboda' };

export function aChannel(overrides: Partial<Channel> = {}): Channel {
  return {
    state: 'Speaking',
    user: ME,
    ringingSinceMs: NOW_MS - 20_000,
    speakingSinceMs: NOW_MS - 10_000,
    closedAtMs: null,
    ...overrides,
  };
}

export function anActivityQueue(overrides: Partial<ActivityQueue> = {}): ActivityQueue {
  return {
    name: '3001',
    title: 'Support',
    hasStatuses: true,
    multipleStatuses: false,
    ringTimeMs: null,
    ...overrides,
  };
}

/** A call ringing at the agent. */
export function anActivity(overrides: Partial<Activity> = {}): Activity {
  return {
    name: 'activities_1.1',
    type: 'CALL',
    action: 'WAIT',
    title: '+420600111222',
    queue: anActivityQueue(),
    user: ME,
    contact: null,
    account: null,
    ticket: null,
    hasRecord: false,
    number: '+420600111222',
    address: null,
    callerName: null,
    subject: null,
    direction: 'in',
    channels: null,
    createdAtMs: NOW_MS - 5_000,
    waitingSinceMs: NOW_MS - 5_000,
    openedAtMs: null,
    ...overrides,
  };
}

/** An e-mail offered to the agent. */
export function anEmail(overrides: Partial<Activity> = {}): Activity {
  return anActivity({
    name: 'activities_e.1',
    type: 'EMAIL',
    title: 'My invoice',
    number: null,
    address: 'jana@example.com',
    subject: 'My invoice',
    ...overrides,
  });
}

/** The same call after it was accepted, the agent speaking. */
export function anOpenCall(overrides: Partial<Activity> = {}): Activity {
  return anActivity({
    action: 'OPEN',
    channels: [aChannel()],
    openedAtMs: NOW_MS - 12_000,
    ...overrides,
  });
}

export function anExtension(overrides: Partial<Extension> = {}): Extension {
  return {
    user: ME,
    profile: 'profiles_agents',
    state: 'Idle',
    line: '501',
    device: 'Idle',
    devices: null,
    pause: null,
    pausedSinceMs: null,
    stateSinceMs: NOW_MS - 60_000,
    ...overrides,
  };
}

export function aQueue(overrides: Partial<Queue> = {}): Queue {
  return {
    name: '3001',
    title: 'Support',
    type: 'in',
    direction: 'in',
    deactivated: false,
    login: 'manual',
    penalty: null,
    ...overrides,
  };
}

export function aPause(overrides: Partial<Pause> = {}): Pause {
  return { name: 'lunch', title: 'Lunch', kind: 'own', limitMs: null, ...overrides };
}

export function aDevice(overrides: Partial<Device> = {}): Device {
  return { name: '305', title: 'Desk phone', model: 'sipDevices', ...overrides };
}

export function aStatus(overrides: Partial<Status> = {}): Status {
  return {
    name: 'statuses_resolved',
    title: 'Resolved',
    color: '#2e9e5b',
    description: null,
    validation: false,
    nextCall: false,
    ...overrides,
  };
}

export function anAnnouncement(overrides: Partial<Announcement> = {}): Announcement {
  return {
    name: 'announcements_1',
    title: 'Lunch is served',
    text: 'In the kitchen, until two.',
    atMs: NOW_MS - 60_000,
    ...overrides,
  };
}

export function aWhoim(overrides: Partial<Whoim> = {}): Whoim {
  return {
    name: 'anna.novakova',
    title: 'Anna Nováková',
    profile: 'profiles_agents',
    staticLogin: false,
    devices: [aDevice()],
    queues: [aQueue()],
    pauses: [aPause()],
    dialsWithoutQueue: false,
    ...overrides,
  };
}

/** An agent signed in, ready, and confirmed at {@link NOW_MS}. */
export function aState(overrides: Partial<AgentState> = {}): AgentState {
  return {
    ...SIGNED_OUT,
    signIn: { phase: 'signedIn', origin: 'https://company.daktela.com' },
    link: 'connected',
    whoim: aWhoim(),
    extension: anExtension(),
    queues: [aQueue()],
    sendsDeltas: false,
    pulledAtMs: NOW_MS,
    changedAtMs: NOW_MS,
    ...overrides,
  };
}
