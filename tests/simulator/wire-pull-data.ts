import { currentCall, isOnCall } from './activity-facts';
import type { ApiCall } from './api-call';
import type { Activity, Agent, PullKey } from './model';
import { pullKeys } from './model';
import { sys, time, wireDevice, wireJoinedQueue, wirePause, wireQueue, wireUser } from './wire';
import { wireActivity } from './wire-activity';

/** Wire shapes of the pull data's keys (specification, section Pull Data; fact sheet 3). */
const keyed = <T extends { name: unknown }>(items: T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [String(item.name), item]));

/** Idle: reachable, Busy: in a call, Unavailable: no reachable device. */
function extensionStatus(call: ApiCall, agent: Agent): 'Idle' | 'Busy' | 'Unavailable' {
  if (agent.devices.length === 0 || !agent.reachable) return 'Unavailable';
  return isOnCall(call.world, agent) ? 'Busy' : 'Idle';
}

function pauseFields(call: ApiCall, agent: Agent): Record<string, unknown> {
  const { idPause, pauseTimeField } = call.world.switches;
  const pause = agent.pause === null ? undefined : call.world.pauses.get(agent.pause);
  const since = time(call, agent.pausedAt);
  const whole = pause === undefined ? null : wirePause(pause);
  return {
    id_pause: idPause === 'name' ? agent.pause : whole,
    ...(pauseTimeField === 'onpause' ? {} : { on_pause: since }),
    ...(pauseTimeField === 'on_pause' ? {} : { onpause: since }),
  };
}

function connectedDevices(call: ApiCall, agent: Agent) {
  return agent.devices.flatMap((name) => {
    const device = call.world.devices.get(name);
    return device === undefined ? [] : [wireDevice(device)];
  });
}

export function wireExtension(call: ApiCall, agent: Agent): unknown {
  const { world } = call;
  const { loggedOutExtension, extensionDevices } = world.switches;
  if (agent.state === 'Session' && loggedOutExtension !== 'object') {
    const replies = { list: [], null: null, false: false };
    return replies[loggedOutExtension];
  }
  const lastQueue = agent.lastQueue === null ? undefined : world.queues.get(agent.lastQueue);
  const status = extensionStatus(call, agent);
  return {
    id_agent: wireUser(call, agent),
    state: agent.state,
    exten: agent.line,
    exten_status: status,
    presence_status: status,
    ...pauseFields(call, agent),
    logintime: time(call, agent.readyAt),
    statetime: time(call, agent.stateAt),
    lastcalltime: time(call, agent.lastCallAt),
    unwrap: null,
    lastqueue: lastQueue === undefined ? null : wireQueue(call, lastQueue),
    id_call: currentCall(world, agent)?.call?.id ?? null,
    ...(extensionDevices === 'extensions' ? { extensions: connectedDevices(call, agent) } : {}),
    _sys: sys('realtimeSessions'),
  };
}

function wireQueues(call: ApiCall, agent: Agent): unknown {
  const queues = [...agent.queues].flatMap(([name, penalty]) => {
    const queue = call.world.queues.get(name);
    return queue === undefined ? [] : [wireJoinedQueue(call, queue, penalty)];
  });
  const { pullQueues } = call.world.switches;
  if (pullQueues === 'names') return queues.map(({ name }) => name);
  return pullQueues === 'keyed' ? keyed(queues) : queues;
}

/** In delta mode: what changed after `since`, with what is gone as CLOSE. */
function changedActivities(call: ApiCall, agent: Agent, since: number): Activity[] {
  const visible = call.world.activitiesOf(agent);
  const names = [...agent.pull.activities].filter(([, version]) => version > since);
  return names.flatMap(([name]) => {
    const shown = visible.find((activity) => activity.name === name);
    if (shown !== undefined) return [shown];
    const gone = call.world.activities.get(name) ?? call.world.closedActivities.get(name);
    return gone === undefined ? [] : [{ ...gone, action: 'CLOSE' as const }];
  });
}

function wireActivities(call: ApiCall, agent: Agent, since: number | null): unknown {
  const { activitiesShape, brokenRecord } = call.world.switches;
  const delta = activitiesShape === 'delta' && since !== null;
  const activities = delta ? changedActivities(call, agent, since) : call.world.activitiesOf(agent);
  const records = activities.map((activity) => wireActivity(call, activity));
  if (activitiesShape === 'keyed') {
    return brokenRecord ? { broken: null, ...keyed(records) } : keyed(records);
  }
  return brokenRecord ? [null, { title: 'no name' }, ...records] : records;
}

function wireMissed(call: ApiCall, agent: Agent): unknown {
  const count = agent.missedChannels;
  const { missedChannelsAs } = call.world.switches;
  if (missedChannelsAs === 'text') return String(count);
  if (missedChannelsAs === 'number') return count;
  const missed = Array.from({ length: count }, (_nothing, index) => ({
    name: `missed_${index + 1}`,
  }));
  return missedChannelsAs === 'keyed' ? keyed(missed) : missed;
}

function wireAnnouncements(call: ApiCall, agent: Agent): unknown {
  const { announcementsShape } = call.world.switches;
  if (announcementsShape === 'strings') return agent.announcements.map(({ text }) => text);
  const records = agent.announcements.map(({ name, title, text, at }) =>
    announcementsShape === 'titled' || announcementsShape === 'keyed'
      ? { name, title, text, time: time(call, at) }
      : { [announcementsShape]: text },
  );
  return announcementsShape === 'keyed'
    ? Object.fromEntries(records.map((record) => [record.name, record]))
    : records;
}

function wireReloadUser(call: ApiCall, agent: Agent): unknown {
  const { reloadUserAs } = call.world.switches;
  if (reloadUserAs === 'counter') return agent.reloadCount;
  if (reloadUserAs === 'sticky') return agent.reloadCount > 0;
  return reloadUserAs === 'number' ? Number(agent.reloadPending) : agent.reloadPending;
}

const wireKey: Record<PullKey, (call: ApiCall, agent: Agent, since: number | null) => unknown> = {
  activities: wireActivities,
  extension: wireExtension,
  queues: wireQueues,
  missedChannels: wireMissed,
  announcements: wireAnnouncements,
  reloadUser: wireReloadUser,
};

/** Keys changed after `since`, or all of them when it is null. */
export function wirePullData(
  call: ApiCall,
  agent: Agent,
  since: number | null,
): Record<string, unknown> {
  const { keys } = agent.pull;
  const { reloadUserAs, extraFields } = call.world.switches;
  const sticky = reloadUserAs === 'sticky' && agent.reloadCount > 0;
  const changed = pullKeys.filter(
    (key) => since === null || keys[key] > since || (key === 'reloadUser' && sticky),
  );
  const data = Object.fromEntries(changed.map((key) => [key, wireKey[key](call, agent, since)]));
  return extraFields ? { ...data, _future: { deep: [1, null, 'x'] } } : data;
}
