import { type Activity, decodeActivity } from './activity';
import type { ReadTime } from './time';
import { flagOf, recordOf, textOf } from './wire';

/** An activity of the list `GET activities`, with how it went (fact sheet 6.1, 6.4). */
export interface PastActivity {
  readonly activity: Activity;
  readonly durationMs: number | null;
  /** Null when the server does not say. */
  readonly answered: boolean | null;
}

function durationMsOf(value: unknown): number | null {
  const seconds = Number(textOf(value) ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** `missed_call` is 1 for a missed call and 0 for one that was missed and called back since. */
function answeredOf(item: unknown): boolean | null {
  const record = recordOf(item);
  if (textOf(record?.missed_call) !== null || textOf(record?.missed) === 'YES') return false;
  return flagOf(record?.answered);
}

export function decodePastActivity(value: unknown, readTime: ReadTime): PastActivity | null {
  const activity = decodeActivity(value, readTime);
  if (!activity) return null;
  const record = recordOf(value);
  const item = recordOf(record?.item);
  return {
    activity,
    durationMs: durationMsOf(record?.duration) ?? durationMsOf(item?.duration),
    answered: answeredOf(item) ?? (activity.openedAtMs === null ? null : true),
  };
}
