import type { Logged } from '@/lib/diagnostics/log-event';
import { browser } from './browser';

const KEY = 'events';

/** Lives as long as the browser runs; signing out leaves it, as it holds nothing of the agent's. */
export const eventStore = {
  async read(): Promise<readonly Logged[]> {
    const values = await browser.storage.session.get(KEY);
    return (values[KEY] as Logged[] | undefined) ?? [];
  },
  write: (events: readonly Logged[]): Promise<void> =>
    browser.storage.session.set({ [KEY]: events }),
};
