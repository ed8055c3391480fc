import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import type { Credentials, DialRecord, SessionStore, Snapshot } from '@/lib/session/ports';
import { browser } from './browser';
import { readStored } from './read-stored';
import { STATUS_CHOICES } from './status-choices';
import { watchStored } from './watch-stored';

/**
 * Everything lies in `storage.session`: it is closed to content scripts, ends with the browser,
 * and a write to it keeps both kinds of background alive.
 */
const SNAPSHOT = 'snapshot';
const CREDENTIALS = 'credentials';
const DIALS = 'dials';
const SCREEN_POPS = 'screenPops';

const area = () => browser.storage.session;

async function read<T>(key: string): Promise<T | null> {
  return ((await readStored('session', key)) as T | undefined) ?? null;
}

export const sessionStore: SessionStore = {
  readSnapshot: () => read<Snapshot>(SNAPSHOT),
  writeSnapshot: (snapshot) => area().set({ [SNAPSHOT]: snapshot }),
  readCredentials: () => read<Credentials>(CREDENTIALS),
  writeCredentials: (credentials) => area().set({ [CREDENTIALS]: credentials }),
  readDials: async () => (await read<readonly DialRecord[]>(DIALS)) ?? [],
  writeDials: (dials) => area().set({ [DIALS]: dials }),
  readScreenPops: async () => (await read<string[]>(SCREEN_POPS)) ?? [],
  writeScreenPops: (activities) => area().set({ [SCREEN_POPS]: activities }),
  clear: () => area().remove([CREDENTIALS, DIALS, SCREEN_POPS, STATUS_CHOICES]),
};

/** Calls back with the state as it is stored and after every write, until the returned function is called. */
export function watchState(changed: (state: AgentState) => void): () => void {
  return watchStored('session', SNAPSHOT, (snapshot) =>
    changed((snapshot as Snapshot | undefined)?.state ?? SIGNED_OUT),
  );
}
