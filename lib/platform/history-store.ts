import { type History, NO_HISTORY } from '@/lib/agent/history';
import type { HistoryStore } from '@/lib/session/ports';
import { browser } from './browser';
import { readStored } from './read-stored';
import { watchStored } from './watch-stored';

const KEY = 'history';

export const historyStore: HistoryStore = {
  read: async () => ((await readStored('session', KEY)) as History | undefined) ?? null,
  write: (history) => browser.storage.session.set({ [KEY]: history }),
  clear: () => browser.storage.session.remove(KEY),
};

/** Calls back with the history as it is stored and after every change. */
export function watchHistory(changed: (history: History) => void): void {
  watchStored('session', KEY, (history) => changed((history as History | undefined) ?? NO_HISTORY));
}
