import type { Activity } from '@/lib/daktela/activity';
import { waitsSinceMs } from './derive';
import { endedActivities } from './history';
import type { AgentState } from './state';

/** How long rings of a queue lasted that nobody took, in milliseconds, by queue, the newest last. */
export type UnansweredRings = Readonly<Record<string, readonly number[]>>;

const MOST_QUEUES = 40;
const MOST_RINGS = 6;
/** Pull data tells of an end a moment after it, and in whole seconds. */
const ALIKE_WITHIN_MS = 1_500;
const ENOUGH_ALIKE = 3;

function withRing(rings: UnansweredRings, queue: string, lastedMs: number): UnansweredRings {
  const { [queue]: known = [], ...others } = rings;
  const kept = Object.entries(others).slice(1 - MOST_QUEUES);
  return { ...Object.fromEntries(kept), [queue]: [...known, lastedMs].slice(-MOST_RINGS) };
}

/** The rings that have come to an end between two states without being taken are added. */
export function withUnanswered(
  rings: UnansweredRings,
  previous: AgentState,
  next: AgentState,
): UnansweredRings {
  const { pulledAtMs } = next;
  if (pulledAtMs === null) return rings;
  return endedActivities(previous, next).reduce((sum, { activity, outcome }) => {
    const { queue, waitingSinceMs } = activity;
    if (outcome !== 'missed' || queue?.name == null || waitingSinceMs === null) return sum;
    return withRing(sum, queue.name, pulledAtMs - waitingSinceMs);
  }, rings);
}

/**
 * How long a queue seems to ring. Callers give up and agents reject at any time; only the end of the
 * ring time comes again and again after the same time, so several alike are taken for it.
 */
export function learnedRingTimeMs(rings: UnansweredRings, queue: string): number | null {
  const lasted = [...(rings[queue] ?? [])].sort((a, b) => a - b);
  const groups = lasted.map((from) =>
    lasted.filter((each) => each >= from && each - from <= ALIKE_WITHIN_MS),
  );
  const alike = groups.filter(({ length }) => length >= ENOUGH_ALIKE);
  const longest = alike.at(-1);
  return longest?.[Math.floor(longest.length / 2)] ?? null;
}

export interface RingTime {
  readonly ringingMs: number;
  /** How long it will ring in all; null when nobody knows. */
  readonly limitMs: number | null;
  readonly leftMs: number | null;
}

/** How long an activity has been ringing at the agent, and how long it will go on; null when it rings at nobody. */
export function ringTimeOf(
  activity: Activity,
  rings: UnansweredRings,
  nowMs: number,
): RingTime | null {
  const { action, queue } = activity;
  const sinceMs = waitsSinceMs(activity);
  if (action !== 'WAIT' || sinceMs === null) return null;
  const ringingMs = Math.max(0, nowMs - sinceMs);
  const learnedMs = queue?.name == null ? null : learnedRingTimeMs(rings, queue.name);
  const limitMs = queue?.ringTimeMs ?? learnedMs;
  return { ringingMs, limitMs, leftMs: limitMs === null ? null : Math.max(0, limitMs - ringingMs) };
}
