import { isOnCall, runningChannels } from './activity-facts';
import { changeActivity, touch } from './changes';
import type { Activity, Agent, Call, Channel } from './model';
import type { World } from './world';

function closeChannel(channel: Channel, now: number): void {
  if (channel.state === 'Closed') return;
  channel.state = 'Closed';
  channel.closedAt = now;
}

/** Adds a ringing leg; `user` null is the customer. */
export function addChannel(
  world: World,
  call: Call,
  user: string | null,
  device: string | null,
): void {
  world.made += 1;
  call.channels.push({
    name: `activitiesCallChannels_${world.made}`,
    user,
    device,
    state: 'Ringing',
    ringingAt: world.now(),
    speakingAt: null,
    closedAt: null,
  });
}

function speak(channel: Channel, now: number): void {
  if (channel.state !== 'Ringing') return;
  channel.state = 'Speaking';
  channel.speakingAt = now;
}

/** Every leg that rings starts speaking. */
export function answerCall(world: World, activity: Activity): void {
  const { call } = activity;
  if (call === null) return;
  changeActivity(world, activity, () => {
    call.answered = true;
    for (const channel of call.channels) speak(channel, world.now());
  });
}

function takeLeg(world: World, call: Call, agent: Agent, device: string | null): void {
  const own = call.channels.find(({ user, state }) => user === agent.name && state === 'Ringing');
  if (own === undefined) addChannel(world, call, agent.name, device);
  else own.device = device;
}

/** The agent takes the activity; a call's leg rings for answerDelayMs and then speaks. */
export function acceptActivity(
  world: World,
  activity: Activity,
  agent: Agent,
  device: string | null,
): void {
  const { call } = activity;
  const reopened = activity.action === 'POSTPONE';
  changeActivity(world, activity, () => {
    activity.action = 'OPEN';
    activity.user = agent.name;
    activity.openAt = world.now();
    agent.lastQueue = activity.queue;
    if (call === null || reopened) return;
    agent.lastCallAt = world.now();
    takeLeg(world, call, agent, device);
  });
  if (call === null || reopened) return;
  world.timers.after(world.switches.answerDelayMs, () => {
    const waiting = activity.action === 'OPEN' && activity.user === agent.name && !call.answered;
    if (waiting && isOnCall(world, agent)) answerCall(world, activity);
  });
}

function turnLegs(
  world: World,
  activity: Activity,
  from: Channel['state'],
  to: Channel['state'],
): void {
  const legs = runningChannels(activity).filter(({ state }) => state === from);
  if (legs.length === 0) throw new Error(`${activity.name} is no call of an agent that is ${from}`);
  changeActivity(world, activity, () => {
    for (const leg of legs) leg.state = to;
  });
}

/** The agent's leg goes on hold; nothing in the channel tells since when. */
export function holdCall(world: World, activity: Activity): void {
  turnLegs(world, activity, 'Speaking', 'On Hold');
}

export function takeBack(world: World, activity: Activity): void {
  turnLegs(world, activity, 'On Hold', 'Speaking');
}

/** Ends every leg of the call; the activity stays as it is. */
export function leaveCall(world: World, activity: Activity, endedBy: 'caller' | 'agent'): void {
  const { call } = activity;
  if (call === null) return;
  changeActivity(world, activity, () => {
    call.endedBy = endedBy;
    for (const channel of call.channels) closeChannel(channel, world.now());
  });
}

/** Nobody's again, for everybody in the queue. A direct call has no queue: it just ends. */
export function returnToPool(world: World, activity: Activity): void {
  if (activity.queue === null) {
    closeActivity(world, activity, {});
    return;
  }
  changeActivity(world, activity, () => {
    activity.action = world.switches.poolAction === 'WAIT' ? 'WAIT' : '';
    for (const channel of activity.call?.channels ?? []) {
      if (channel.user !== null) closeChannel(channel, world.now());
    }
    activity.user = null;
  });
}

/** Rings at another agent, as the distribution of a queue does. */
export function ringAt(world: World, activity: Activity, agent: Agent): void {
  changeActivity(world, activity, () => {
    for (const channel of activity.call?.channels ?? []) {
      if (channel.user !== null) closeChannel(channel, world.now());
    }
    activity.action = 'WAIT';
    activity.user = agent.name;
    activity.waitAt = world.now();
    if (activity.call !== null) addChannel(world, activity.call, agent.name, null);
  });
}

const keptClosed = 1000;

function archive(world: World, activity: Activity): void {
  world.activities.delete(activity.name);
  world.closedActivities.set(activity.name, activity);
  const oldest = world.closedActivities.keys().next();
  if (world.closedActivities.size > keptClosed && oldest.done !== true) {
    world.closedActivities.delete(oldest.value);
  }
}

/** Agents who missed a call: the one it rang at, or those in its queue. */
function whoMissed(world: World, activity: Activity): Agent[] {
  if (activity.user !== null) return [world.agent(activity.user)];
  return [...world.agents.values()].filter(
    (agent) => activity.queue !== null && agent.queues.has(activity.queue),
  );
}

/** The activity ends for good and leaves everybody's pull data. */
export function closeActivity(
  world: World,
  activity: Activity,
  how: { missed?: boolean; statuses?: string[] },
): void {
  const missing = how.missed === true ? whoMissed(world, activity) : [];
  changeActivity(world, activity, () => {
    activity.action = 'CLOSE';
    activity.closeAt = world.now();
    activity.statuses = how.statuses ?? [];
    for (const channel of activity.call?.channels ?? []) closeChannel(channel, world.now());
    if (activity.call !== null && how.missed === true) {
      activity.call.missed = true;
      activity.call.endedBy = 'caller';
    }
  });
  archive(world, activity);
  for (const agent of missing) {
    agent.missedChannels += 1;
    touch(world, agent, 'missedChannels');
  }
}
