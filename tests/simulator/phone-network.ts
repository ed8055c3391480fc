import { runningChannels } from './activity-facts';
import { addChannel, answerCall, ringAt } from './activity-moves';
import { changeActivity } from './changes';
import type { Activity, ActivityType, Agent, Call, Contact } from './model';
import type { World } from './world';

/** Activity names look like `activities_65f0c1a2b3c4d.12345678` or without the dot. */
function nextName(world: World): string {
  world.made += 1;
  const { dottedNames } = world.switches;
  const dotted = dottedNames === 'all' || (dottedNames === 'some' && world.made % 2 === 0);
  const hex = (Math.floor(world.now()) * 1000 + (world.made % 1000)).toString(16).slice(-13);
  const digits = String(10_000_000 + world.made);
  return `activities_${hex.padStart(13, '0')}${dotted ? '.' : ''}${digits}`;
}

function createCall(world: World, number: string, direction: 'in' | 'out'): Call {
  return {
    id: `${Math.floor(world.now() / 1000)}.${world.made}`,
    startedAt: world.now(),
    direction,
    answered: false,
    number,
    missed: false,
    endedBy: '',
    channelsShown: world.switches.channels === 'atOnce',
    channels: [],
  };
}

/** What comes from a customer; `number` is an address for what is no call. */
export interface Incoming {
  number: string;
  queue?: string | number;
  type?: ActivityType;
  contact?: string | Contact;
  /** What something written is about. */
  subject?: string;
  ticket?: string | number;
}

interface NewActivity {
  type: ActivityType;
  number: string;
  queue: string | null;
  contact: Contact | null;
  direction: 'in' | 'out';
  subject?: string | undefined;
  ticket?: string | number | undefined;
}

function createActivity(world: World, wanted: NewActivity): Activity {
  const name = nextName(world);
  const isCall = wanted.type === 'CALL';
  return {
    name,
    title: wanted.subject ?? wanted.number,
    type: wanted.type,
    from: wanted.number,
    ticket: wanted.ticket === undefined ? null : String(wanted.ticket),
    action: '',
    queue: wanted.queue,
    user: null,
    contact: wanted.contact,
    createdAt: world.now(),
    waitAt: null,
    openAt: null,
    closeAt: null,
    statuses: [],
    call: isCall ? createCall(world, wanted.number, wanted.direction) : null,
  };
}

function showChannelsLater(world: World, activity: Activity): void {
  const { call } = activity;
  if (call === null || world.switches.channels !== 'late') return;
  world.timers.after(world.switches.channelsAfterMs, () => {
    changeActivity(world, activity, () => {
      call.channelsShown = true;
    });
  });
}

function knownQueue(world: World, queue: string | number): string {
  const name = String(queue);
  if (!world.queues.has(name)) throw new Error(`No queue is called ${name}`);
  return name;
}

const asContact = (contact: string | Contact | undefined): Contact | null =>
  typeof contact === 'string' ? { title: contact } : (contact ?? null);

function add(world: World, activity: Activity, mutate: () => void): Activity {
  if (activity.call !== null) addChannel(world, activity.call, null, null);
  mutate();
  world.activities.set(activity.name, activity);
  changeActivity(world, activity, () => {});
  showChannelsLater(world, activity);
  return activity;
}

export function ringAgent(world: World, ring: Incoming & { agent: string }): Activity {
  const agent = world.agent(ring.agent);
  const type = ring.type ?? 'CALL';
  if (agent.state === 'Session') throw new Error(`${agent.name} is not ready (state Session)`);
  if (type === 'CALL' && agent.devices.length === 0) throw new Error(`${agent.name} has no device`);
  const queue = ring.queue === undefined ? null : knownQueue(world, ring.queue);
  const activity = createActivity(world, {
    ...ring,
    type,
    queue,
    contact: asContact(ring.contact),
    direction: 'in',
  });
  return add(world, activity, () => ringAt(world, activity, agent));
}

const poolQueues: Record<ActivityType, string> = {
  CALL: '3001',
  CHAT: '5001',
  SMS: '5001',
  FBM: '5001',
  IGDM: '5001',
  WAP: '5001',
  VBR: '5001',
  FBCOMMENT: '5001',
  IGCOMMENT: '5001',
  COMMENT: '5001',
  EMAIL: '5002',
  CUSTOM: '3001',
  '': '5001',
};

export function ringPool(world: World, ring: Incoming): Activity {
  const type = ring.type ?? 'CALL';
  const activity = createActivity(world, {
    ...ring,
    type,
    queue: knownQueue(world, ring.queue ?? poolQueues[type]),
    contact: asContact(ring.contact),
    direction: 'in',
  });
  return add(world, activity, () => {
    if (world.switches.poolAction === 'WAIT') activity.action = 'WAIT';
  });
}

/** A dialled call: open at once, the agent's own device rings first (fact sheet 6.3). */
export function dial(world: World, agent: Agent, number: string, queue: string | null): Activity {
  const activity = createActivity(world, {
    type: 'CALL',
    number,
    queue,
    contact: null,
    direction: 'out',
  });
  add(world, activity, () => {
    activity.action = 'OPEN';
    activity.user = agent.name;
    activity.openAt = world.now();
    agent.lastCallAt = world.now();
    agent.lastQueue = queue;
    const device = agent.devices[0] ?? null;
    if (activity.call !== null) addChannel(world, activity.call, agent.name, device);
  });
  const { outgoingAnswerMs } = world.switches;
  if (outgoingAnswerMs !== null) {
    world.timers.after(outgoingAnswerMs, () => {
      const ringing = runningChannels(activity).some(({ state }) => state === 'Ringing');
      if (ringing) answerCall(world, activity);
    });
  }
  return activity;
}
