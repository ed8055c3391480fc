import type { Activity, Agent, Channel } from './model';
import type { World } from './world';

/** Waits for anyone (specification, section Incoming Activity). */
export const isInPool = ({ action, user }: Activity): boolean =>
  user === null && (action === '' || action === 'WAIT');

/** Channels of the activity's own user that are not closed. */
export function runningChannels({ call, user }: Activity): Channel[] {
  if (call === null || user === null) return [];
  return call.channels.filter((channel) => channel.user === user && channel.state !== 'Closed');
}

/** The open call an agent is in, or the one ringing at them. */
export function currentCall(world: World, agent: Agent): Activity | null {
  for (const activity of world.activities.values()) {
    if (activity.user === agent.name && runningChannels(activity).length > 0) return activity;
  }
  return null;
}

/** Whether the agent has an own call leg in an accepted or dialled call. */
export function isOnCall(world: World, agent: Agent): boolean {
  return [...world.activities.values()].some(
    (activity) =>
      activity.user === agent.name &&
      activity.action === 'OPEN' &&
      runningChannels(activity).length > 0,
  );
}
