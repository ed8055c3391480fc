import type { Activity, Agent, Person, PullKey, PullVersions } from './model';
import { pullKeys } from './model';
import type { World } from './world';

const firstVersions = (): PullVersions => ({
  version: 1,
  keys: Object.fromEntries(pullKeys.map((key) => [key, 1])) as Record<PullKey, number>,
  activities: new Map(),
});

/** Adds a person to the world; with static login they are ready at once. */
export function createAgent(world: World, person: Person): Agent {
  const now = world.now();
  const agent: Agent = {
    ...person,
    number: world.agents.size + 1,
    state: 'Session',
    pause: null,
    pausedAt: null,
    pausesTaken: new Map(),
    devices: [],
    reachable: true,
    queues: new Map(),
    missedChannels: 0,
    announcements: [],
    reloadCount: 0,
    reloadPending: false,
    readyAt: null,
    stateAt: now,
    lastCallAt: null,
    lastQueue: null,
    lastPollAt: null,
    openPolls: 0,
    pull: firstVersions(),
  };
  world.agents.set(agent.name, agent);
  world.tokens.addPermanent(agent.token, agent.name);
  if (agent.staticLogin) world.goReady(agent.name);
  return agent;
}

/** Marks keys of the agent's pull data as changed and wakes their polls. */
export function touch(world: World, agent: Agent, ...keys: PullKey[]): void {
  agent.pull.version += 1;
  for (const key of keys) agent.pull.keys[key] = agent.pull.version;
  world.polls.wakeSoon(agent.name);
}

/** Whether the activity belongs to the agent's pull data: own ones and those waiting for anyone. */
export function visibleTo(world: World, agent: Agent, activity: Activity): boolean {
  if (!world.activities.has(activity.name)) return false;
  if (activity.action === 'CLOSE' || activity.action === 'POSTPONE') return false;
  if (activity.user === agent.name) return true;
  const inQueue = activity.queue !== null && agent.queues.has(activity.queue);
  if (activity.user === null) return inQueue;
  return world.switches.othersRinging && activity.action === 'WAIT' && inQueue;
}

const keptVersions = 500;

function touchActivity(world: World, agent: Agent, activity: Activity): void {
  touch(world, agent, 'activities');
  const versions = agent.pull.activities;
  versions.delete(activity.name);
  versions.set(activity.name, agent.pull.version);
  const oldest = versions.keys().next();
  if (versions.size > keptVersions && oldest.done !== true) versions.delete(oldest.value);
}

/** Changes an activity and tells every agent who sees it before or after. */
export function changeActivity(world: World, activity: Activity, mutate: () => void): void {
  const agents = [...world.agents.values()];
  const concerned = new Set(agents.filter((agent) => visibleTo(world, agent, activity)));
  const owners = new Set([activity.user]);
  mutate();
  for (const agent of agents) if (visibleTo(world, agent, activity)) concerned.add(agent);
  owners.add(activity.user);
  for (const agent of concerned) {
    touchActivity(world, agent, activity);
    if (activity.call !== null && owners.has(agent.name)) touch(world, agent, 'extension');
  }
}

/** Changes an agent's queues and tells them about activities that come into or out of sight. */
export function changeQueues(world: World, agent: Agent, mutate: () => void): void {
  const before = new Set(world.activitiesOf(agent));
  mutate();
  const after = new Set(world.activitiesOf(agent));
  touch(world, agent, 'queues');
  for (const activity of new Set([...before, ...after])) {
    if (before.has(activity) !== after.has(activity)) touchActivity(world, agent, activity);
  }
}
