import type { Logged } from '@/lib/diagnostics/log-event';
import { browser } from './browser';
import { readStored } from './read-stored';

const KEY = 'events';

/** Lives as long as the browser runs; signing out leaves it, as it holds nothing of the agent's. */
export const eventStore = {
  read: async (): Promise<readonly Logged[]> =>
    ((await readStored('session', KEY)) as Logged[] | undefined) ?? [],
  write: (events: readonly Logged[]): Promise<void> =>
    browser.storage.session.set({ [KEY]: events }),
};
