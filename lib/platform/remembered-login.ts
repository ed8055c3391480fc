import { createStore, del, get, set } from 'idb-keyval';
import type { Credentials, RememberedLogin } from '@/lib/session/ports';

const KEY = 'credentials';
const login = createStore('agent-widget', 'login');

/** "Stay signed in": IndexedDB of the extension's origin, which neither pages nor content scripts can open. */
export const rememberedLogin: RememberedLogin = {
  read: async () => (await get<Credentials>(KEY, login)) ?? null,
  write: (credentials) => set(KEY, credentials, login),
  clear: () => del(KEY, login),
};
