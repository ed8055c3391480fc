import { createStore, del, get, set } from 'idb-keyval';
import type { Credentials, RememberedLogin } from '@/lib/session/ports';

const KEY = 'credentials';
const login = createStore('agent-widget', 'login');

/** A browser that is told to keep nothing refuses IndexedDB; the agent can work all the same. */
async function ifKept<T>(use: () => Promise<T>): Promise<T | undefined> {
  try {
    return await use();
  } catch {
    return undefined;
  }
}

/** "Stay signed in": IndexedDB of the extension's origin, which neither pages nor content scripts can open. */
export const rememberedLogin: RememberedLogin = {
  read: async () => (await ifKept(() => get<Credentials>(KEY, login))) ?? null,
  write: (credentials) => ifKept(() => set(KEY, credentials, login)),
  clear: () => ifKept(() => del(KEY, login)),
};
