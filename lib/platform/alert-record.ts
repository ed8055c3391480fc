import type { UnansweredRings } from '@/lib/agent/ring-time';
import type { AlertPorts, AlertRecord } from '@/lib/session/ports';
import { browser } from './browser';
import { readStored } from './read-stored';
import { watchStored } from './watch-stored';

const KEY = 'alerts';

export const alertRecord: AlertPorts['store'] = {
  read: async () => ((await readStored('session', KEY)) as AlertRecord | undefined) ?? null,
  write: (record) => browser.storage.session.set({ [KEY]: record }),
};

/** Calls back with the rings that nobody took, as they are stored and after every change. */
export function watchRings(changed: (rings: UnansweredRings) => void): void {
  watchStored('session', KEY, (record) =>
    changed((record as AlertRecord | undefined)?.rings ?? {}),
  );
}
