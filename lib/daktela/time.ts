import { textOf } from './wire';

/** Refuses what is no date, above all the zero date that databases write for "never". */
const DATE_TIME =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[ T]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)/;

/** Turns the server's wall-clock texts of one reply into epoch milliseconds of this computer's clock. */
export type ReadTime = (value: unknown) => number | null;

/** Milliseconds of a zoneless wall-clock text on a scale that is only good for differences. */
function wallClockMs(value: unknown): number | null {
  const match = DATE_TIME.exec(textOf(value) ?? '');
  if (!match) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Without the reply's own time the best guess left is that server and computer share a zone. */
function localClockMs(value: unknown): number | null {
  const wallMs = wallClockMs(value);
  if (wallMs === null) return null;
  const wall = new Date(wallMs);
  return new Date(
    wall.getUTCFullYear(),
    wall.getUTCMonth(),
    wall.getUTCDate(),
    wall.getUTCHours(),
    wall.getUTCMinutes(),
    wall.getUTCSeconds(),
  ).getTime();
}

/**
 * Server times carry no zone and server and computer clocks differ, so a time is read as its
 * distance from the reply's own `_time` (fact sheet 1.4).
 */
export function createReadTime(replyTime: unknown, receivedAtMs: number): ReadTime {
  const serverNowMs = wallClockMs(replyTime);
  if (serverNowMs === null) return localClockMs;
  return (value) => {
    const wallMs = wallClockMs(value);
    return wallMs === null ? null : receivedAtMs - (serverNowMs - wallMs);
  };
}
