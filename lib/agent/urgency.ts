import type { Activity } from '@/lib/daktela/activity';
import { arrivedAtMs, callPhaseOf, ownActivities, waitsSinceMs } from './derive';
import type { AgentState } from './state';

/**
 * What a piece asks of the agent. A call is `ringing`, then `calling` (the agent's own leg rings),
 * `inCall` (no leg is known yet), `talking` or `onHold`, then `afterCall`; anything written is
 * `offered`, then `open`.
 */
export type Stage =
  | 'ringing'
  | 'calling'
  | 'inCall'
  | 'talking'
  | 'onHold'
  | 'offered'
  | 'afterCall'
  | 'open';

/**
 * A caller who may hang up comes first, then one who is talked to, one who waits on hold, a written
 * piece that will soon go to somebody else, and what nobody is waiting for. Running calls are one
 * group, so that a call which is answered keeps its place.
 */
const RANK: Record<Stage, number> = {
  ringing: 0,
  calling: 1,
  inCall: 1,
  talking: 1,
  onHold: 2,
  offered: 3,
  afterCall: 4,
  open: 5,
};

const STAGE_OF_CALL = {
  ringing: 'calling',
  talking: 'talking',
  onHold: 'onHold',
  ended: 'afterCall',
  unknown: 'inCall',
} as const;

export function stageOf(state: AgentState, activity: Activity): Stage {
  const isCall = activity.type === 'CALL';
  if (activity.action !== 'OPEN') return isCall ? 'ringing' : 'offered';
  return isCall ? STAGE_OF_CALL[callPhaseOf(state, activity)] : 'open';
}

/** The oldest first; the name decides between two of one second, so that they never change places. */
function oldestFirst(sinceMs: (activity: Activity) => number | null) {
  return (a: Activity, b: Activity): number => {
    const [aMs, bMs] = [sinceMs(a) ?? Infinity, sinceMs(b) ?? Infinity];
    if (aMs !== bMs) return aMs < bMs ? -1 : 1;
    return a.name < b.name ? -1 : 1;
  };
}

const byAge = oldestFirst((activity) =>
  activity.action === 'OPEN' ? activity.openedAtMs : waitsSinceMs(activity),
);
const byArrival = oldestFirst(arrivedAtMs);

/** What rings at the agent and what the agent has in hand, the most urgent first, then the oldest. */
export function byUrgency(state: AgentState): Activity[] {
  const rank = (activity: Activity) => RANK[stageOf(state, activity)];
  return ownActivities(state).sort((a, b) => rank(a) - rank(b) || byAge(a, b));
}

/** What waits for anybody, the longest waiting first. */
export function byWaiting(waiting: readonly Activity[]): Activity[] {
  return [...waiting].sort(byArrival);
}

/** The same pieces with those already shown left in their places and new ones after them. */
export function inPlace(shown: readonly string[], wanted: readonly Activity[]): Activity[] {
  const places = new Map(shown.map((name, place) => [name, place]));
  const placeOf = ({ name }: Activity) => places.get(name) ?? shown.length;
  return [...wanted].sort((a, b) => placeOf(a) - placeOf(b));
}
