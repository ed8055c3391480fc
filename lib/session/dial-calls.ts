import type { Activity } from '@/lib/daktela/activity';
import { isSameNumber } from '@/lib/phone/same-number';
import type { DialRecord } from './ports';

/** Times on the wire have whole seconds, and the server's clock is known by one reply. */
const CLOCK_SKEW_MS = 5_000;
/** No request lives this long, nor does what a browser makes of it by sending it again. */
export const REQUEST_GONE_AFTER_MS = 20_000;

interface Findings {
  /** The very same list when nothing was found. */
  readonly records: readonly DialRecord[];
  readonly found: readonly string[];
  readonly twice: readonly DialRecord[];
}

function canBeOf(record: DialRecord, { number, createdAtMs }: Activity): boolean {
  if (record.outcome === 'refused' || createdAtMs === null || number === null) return false;
  const ageMs = createdAtMs - record.sentAtMs;
  return (
    ageMs >= -CLOCK_SKEW_MS && ageMs <= REQUEST_GONE_AFTER_MS && isSameNumber(record.number, number)
  );
}

/**
 * Finds the calls that came of dials. A dial of unknown outcome whose call is there was created. A
 * second call of one dial is the work of a browser that has sent the request once more by itself,
 * which it does when a used connection breaks before the answer, and which nothing here can stop.
 */
export function callsOfDials(
  records: readonly DialRecord[],
  activities: readonly Activity[],
): Findings {
  const taken = new Set(records.flatMap(({ activity, second }) => [activity, second]));
  const free = activities
    .filter(
      ({ type, direction, name }) => type === 'CALL' && direction === 'out' && !taken.has(name),
    )
    .sort((a, b) => (a.createdAtMs ?? 0) - (b.createdAtMs ?? 0));
  const changed = new Map<string, DialRecord>();
  const now = (record: DialRecord) => changed.get(record.id) ?? record;
  const found: string[] = [];
  const twice: DialRecord[] = [];
  for (const activity of free) {
    const mine = records.filter((record) => canBeOf(record, activity)).map(now);
    const first = mine.find((record) => record.activity === null && record.outcome !== 'sent');
    if (first) {
      changed.set(first.id, { ...first, activity: activity.name, outcome: 'created' });
      if (first.outcome === 'unknown') found.push(first.id);
      continue;
    }
    // One that is still on its way may be the one this call belongs to.
    if (mine.some(({ outcome }) => outcome === 'sent')) continue;
    const doubled = mine.find((record) => record.second === undefined);
    if (!doubled) continue;
    changed.set(doubled.id, { ...doubled, second: activity.name });
    twice.push(doubled);
  }
  return { records: changed.size === 0 ? records : records.map(now), found, twice };
}
