import type { Activity } from '@/lib/daktela/activity';
import type { Failure } from '@/lib/daktela/failure';
import type { PastActivity } from '@/lib/daktela/past-activity';
import { arrivedAtMs, openActivities, ownActivities, ringingActivities } from './derive';
import type { AgentState } from './state';

/** An activity of the agent that is over, as far as it is known how it went. */
export interface HistoryEntry {
  readonly activity: Activity;
  /** Epoch milliseconds of its beginning. */
  readonly atMs: number;
  readonly durationMs: number | null;
  /** `missed`: it rang at the agent, who did not take it. */
  readonly outcome: 'handled' | 'missed' | 'unknown';
}

export interface History {
  /** The newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Epoch milliseconds of when Daktela's own list was last read. */
  readonly loadedAtMs: number | null;
  /** Why it could not be read the last time. */
  readonly failure: Failure | null;
}

export const NO_HISTORY: History = { entries: [], loadedAtMs: null, failure: null };

/** A shift's worth; older ones are in Daktela. */
const MOST_ENTRIES = 200;

function startOf(activity: Activity, orMs: number): number {
  return arrivedAtMs(activity) ?? activity.openedAtMs ?? orMs;
}

/** What was in the agent's hands or rang at them and is so no more. */
export function endedActivities(previous: AgentState, next: AgentState): HistoryEntry[] {
  const { pulledAtMs } = next;
  if (pulledAtMs === null || previous.activities === next.activities) return [];
  const mine = new Set(ownActivities(next).map(({ name }) => name));
  const entry = (activity: Activity, outcome: HistoryEntry['outcome']): HistoryEntry => ({
    activity,
    atMs: startOf(activity, pulledAtMs),
    durationMs: activity.openedAtMs === null ? null : pulledAtMs - activity.openedAtMs,
    outcome,
  });
  return [
    ...openActivities(previous)
      .filter(({ name }) => !mine.has(name))
      .map((activity) => entry(activity, 'handled')),
    ...ringingActivities(previous)
      .filter(({ name }) => !mine.has(name))
      .map((activity) => entry(activity, 'missed')),
  ];
}

export function entryOf({ activity, durationMs, answered }: PastActivity): HistoryEntry {
  const outcome = answered === null ? 'unknown' : answered ? 'handled' : 'missed';
  return { activity, atMs: startOf(activity, 0), durationMs, outcome };
}

/** One entry for each activity, what is added before what was there, the newest first. */
export function withEntries(history: History, added: readonly HistoryEntry[]): History {
  const entries = new Map<string, HistoryEntry>();
  for (const entry of [...added, ...history.entries]) {
    if (!entries.has(entry.activity.name)) entries.set(entry.activity.name, entry);
  }
  return {
    ...history,
    entries: [...entries.values()].sort((a, b) => b.atMs - a.atMs).slice(0, MOST_ENTRIES),
  };
}
