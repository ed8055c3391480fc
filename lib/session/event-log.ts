import type { Clock } from '@/lib/daktela/clock';
import type { LogEvent, Logged } from '@/lib/diagnostics/log-event';

/** As many as a report tells. */
export const MOST_LOGGED = 200;
/** Whoever notes something waits for no storage; a background that is killed loses no more than that. */
const WRITE_EVERY_MS = 5_000;

interface EventLogPorts {
  readonly clock: Clock;
  readonly store: {
    /** What earlier lives of the background have written. */
    read(): Promise<readonly Logged[]>;
    write(events: readonly Logged[]): Promise<void>;
  };
}

/** Keeps the last events over all lives of the background, and writes them together. */
export function createEventLog({ clock, store }: EventLogPorts) {
  let earlier: readonly Logged[] | null = null;
  let events: readonly Logged[] = [];
  let isDue = false;

  async function write(): Promise<void> {
    isDue = false;
    earlier ??= await store.read().catch(() => []);
    events = [...earlier, ...events].slice(-MOST_LOGGED);
    earlier = [];
    await store.write(events).catch(() => {});
  }

  return {
    note(event: LogEvent): void {
      events = [...events, { ...event, atMs: clock.now() }].slice(-MOST_LOGGED);
      if (isDue) return;
      isDue = true;
      clock.setTimeout(() => void write(), WRITE_EVERY_MS);
    },
  };
}
