import { isInPool } from './activity-facts';
import type { Activity, Agent } from './model';
import type { World } from './world';

function agentSnapshot(world: World, agent: Agent) {
  const { pull, password: _password, ...rest } = agent;
  return {
    ...rest,
    queues: Object.fromEntries(agent.queues),
    pausesTaken: Object.fromEntries(agent.pausesTaken),
    version: pull.version,
    heldPolls: world.polls.count(agent.name),
    lastPollAgeMs: agent.lastPollAt === null ? null : world.now() - agent.lastPollAt,
  };
}

const activitySnapshot = (activity: Activity) => ({ ...activity, inPool: isInPool(activity) });

/** The whole world as plain data, for the control interface and the desk page. */
export function worldSnapshot(world: World) {
  return {
    now: world.now(),
    agents: [...world.agents.values()].map((agent) => agentSnapshot(world, agent)),
    activities: [...world.activities.values()].map(activitySnapshot),
    closedActivities: [...world.closedActivities.values()].map(activitySnapshot),
    queues: [...world.queues.values()],
    pauses: [...world.pauses.values()],
    devices: [...world.devices.values()],
    statuses: [...world.statuses.values()],
  };
}
