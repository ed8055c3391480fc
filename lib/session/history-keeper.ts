import {
  entryOf,
  type History,
  type HistoryEntry,
  NO_HISTORY,
  withEntries,
} from '@/lib/agent/history';
import type { DaktelaClient } from '@/lib/daktela/client';
import type { Clock } from '@/lib/daktela/clock';
import type { Failure } from '@/lib/daktela/failure';
import type { PastActivity } from '@/lib/daktela/past-activity';
import type { HistoryStore } from './ports';
import { createTurns } from './turns';

/** Views ask whenever they are opened; the server is asked no more often than this. */
const LOAD_EVERY_MS = 5_000;

interface KeeperPorts {
  readonly store: HistoryStore;
  readonly clock: Clock;
  /** The client of the signed-in agent, null once nobody is. */
  currentClient(): DaktelaClient | null;
  toFailure(error: unknown): Failure;
}

/** Keeps what the agent has done: what was seen to end, and what Daktela's own list says of it. */
export function createHistoryKeeper({ store, clock, currentClient, toFailure }: KeeperPorts) {
  // Read, change and write must not interleave.
  const inTurn = createTurns();
  let askedAtMs = Number.NEGATIVE_INFINITY;

  function update(of: DaktelaClient | null, change: (history: History) => History): Promise<void> {
    return inTurn(async () => {
      const history = (await store.read()) ?? NO_HISTORY;
      // Meant for an agent who has left, it is nobody's business now.
      if (of !== null && of === currentClient()) await store.write(change(history));
    });
  }

  return {
    add(entries: readonly HistoryEntry[]): Promise<void> {
      return update(currentClient(), (history) => withEntries(history, entries));
    },

    async load(user: string): Promise<void> {
      const client = currentClient();
      const nowMs = clock.now();
      if (!client || nowMs - askedAtMs < LOAD_EVERY_MS) return;
      askedAtMs = nowMs;
      let past: readonly PastActivity[];
      try {
        past = await client.history(user);
      } catch (error) {
        const failure = toFailure(error);
        return update(client, (history) => ({ ...history, failure }));
      }
      const ended = past.filter(({ activity }) => activity.action === 'CLOSE');
      await update(client, (history) => ({
        ...withEntries(history, ended.map(entryOf)),
        loadedAtMs: clock.now(),
        failure: null,
      }));
    },

    clear(): Promise<void> {
      askedAtMs = Number.NEGATIVE_INFINITY;
      return inTurn(() => store.clear());
    },
  };
}
