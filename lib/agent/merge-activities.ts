import type { Activity } from '@/lib/daktela/activity';
import { ownActivities } from './derive';
import type { AgentState } from './state';

type Merged = Pick<AgentState, 'activities' | 'unconfirmed' | 'sendsDeltas'>;

const isLive = ({ action }: Activity) => action !== 'CLOSE';

/** The known activities as the list has them now, in their old order, and then the new ones. */
function updated(known: readonly Activity[], listed: readonly Activity[]): Activity[] {
  const byName = new Map(listed.map((activity) => [activity.name, activity]));
  const kept = known.map((activity) => byName.get(activity.name) ?? activity);
  const old = new Set(known.map(({ name }) => name));
  return [...kept, ...listed.filter(({ name }) => !old.has(name))].filter(isLive);
}

/** What a complete reply tells of the server's style by those a partial one did not mention. */
function deltasShownBy(state: AgentState, listed: readonly Activity[]): boolean | null {
  if (state.sendsDeltas || state.unconfirmed.length === 0) return state.sendsDeltas;
  return listed.some(({ name }) => state.unconfirmed.includes(name));
}

/**
 * The activities after a reply that lists some. The specification leaves open whether a partial
 * reply lists all of them or only the changed ones (fact sheet 3), so an activity that is merely not
 * mentioned is kept as unconfirmed until a complete reply has the last word; when that still has it,
 * this server sends changes only and is believed accordingly from then on. A server that lists all
 * of them is asked again only about the agent's own: what waits for anybody comes and goes.
 */
export function mergeActivities(
  state: AgentState,
  listed: readonly Activity[],
  complete: boolean,
): Merged {
  if (complete) {
    return {
      activities: listed.filter(isLive),
      unconfirmed: [],
      sendsDeltas: deltasShownBy(state, listed),
    };
  }
  if (state.sendsDeltas) {
    return { activities: updated(state.activities, listed), unconfirmed: [], sendsDeltas: true };
  }
  const mentioned = new Set(listed.map(({ name }) => name));
  const doubtful = state.sendsDeltas === null ? state.activities : ownActivities(state);
  const missing = doubtful.filter(({ name }) => !mentioned.has(name));
  return {
    activities: [...missing, ...listed.filter(isLive)],
    unconfirmed: missing.map(({ name }) => name),
    sendsDeltas: state.sendsDeltas,
  };
}
