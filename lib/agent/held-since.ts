import { callPhaseOf, openActivities } from './derive';
import type { AgentState } from './state';

/**
 * Since when each call is on hold. Its channels say that it is, not since when (fact sheet 6.5), so
 * the pull that showed a known call go on hold tells the time; one met on hold has none.
 */
export function heldSince(
  previous: AgentState,
  next: AgentState,
  atMs: number,
): AgentState['heldSinceMs'] {
  const known = new Map(openActivities(previous).map((activity) => [activity.name, activity]));
  const held = openActivities(next).filter((call) => callPhaseOf(next, call) === 'onHold');
  return Object.fromEntries(
    held.flatMap(({ name }) => {
      const before = known.get(name);
      if (before && callPhaseOf(previous, before) === 'talking') return [[name, atMs]];
      const sinceMs = previous.heldSinceMs[name];
      return sinceMs === undefined ? [] : [[name, sinceMs]];
    }),
  );
}
