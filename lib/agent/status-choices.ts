import type { Activity } from '@/lib/daktela/activity';

/** Names of the statuses chosen for activities that are not closed yet, by activity. */
export type StatusChoices = Readonly<Record<string, readonly string[]>>;

/** The choices with a new one; those for activities that are gone are dropped. */
export function withChoice(
  choices: StatusChoices,
  activity: string,
  chosen: readonly string[],
  activities: readonly Activity[],
): StatusChoices {
  const live = new Set(activities.map(({ name }) => name));
  const kept = Object.entries(choices).filter(([name]) => live.has(name));
  return { ...Object.fromEntries(kept), [activity]: chosen };
}
