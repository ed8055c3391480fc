import type { History } from '@/lib/agent/history';
import type {
  Credentials,
  DialRecord,
  HistoryStore,
  RememberedLogin,
  SessionStore,
  Snapshot,
} from '@/lib/session/ports';

/** The life of one worker, as far as storage needs to know it. */
export interface Life {
  readonly dead: boolean;
}

/** Told of each moment between which a worker may be killed. */
export type Step = (moment: string) => void;

const never = <T>() => new Promise<T>(() => {});

/** Works off requests one after another, as browser storage does; those of a dead worker are dropped. */
class Shelf {
  private tail: Promise<void> = Promise.resolve();
  private readonly failing = new Map<string, number>();
  private readonly held = new Map<string, Promise<void>>();

  constructor(private readonly step: Step) {}

  failNext(name: string, times: number): void {
    this.failing.set(name, times);
  }

  hold(name: string, until: Promise<void>): void {
    this.held.set(name, until);
  }

  request<T>(life: Life, name: string, work: () => T): Promise<T> {
    if (life.dead) return never();
    return new Promise((resolve, reject) => {
      this.tail = this.tail.then(async () => {
        await this.held.get(name);
        this.step(`${name} arrives`);
        if (life.dead) return;
        const failures = this.failing.get(name) ?? 0;
        this.failing.set(name, failures - 1);
        const answer = failures > 0 ? null : { value: work() };
        this.step(`${name} is done`);
        if (life.dead) return;
        if (answer === null) reject(new Error(`${name} failed`));
        else resolve(answer.value);
      });
    });
  }
}

type StorageRequest =
  | keyof SessionStore
  | 'readHistory'
  | 'writeHistory'
  | 'clearHistory'
  | 'readRemembered'
  | 'writeRemembered'
  | 'clearRemembered';

export interface LastingStorage {
  sessionStore(life: Life): SessionStore;
  historyStore(life: Life): HistoryStore;
  rememberedLogin(life: Life): RememberedLogin;
  /** What lies there now. */
  snapshot: Snapshot | null;
  credentials: Credentials | null;
  dials: readonly DialRecord[] | null;
  screenPops: readonly string[];
  history: History | null;
  remembered: Credentials | null;
  /** Ends the browser: only the remembered login is left. */
  emptySession(): void;
  /** Lets the next requests of this name (`writeSnapshot` …) fail. */
  failNext(name: StorageRequest, times?: number): void;
  /** Lets requests of this name wait. */
  hold(name: StorageRequest, until: Promise<void>): void;
}

/** `storage.session` and IndexedDB of a test, which outlive the workers that use them. */
export function createLastingStorage(step: Step): LastingStorage {
  const session = new Shelf(step);
  const indexedDb = new Shelf(step);
  const shelfOf = (name: string) => (name.endsWith('Remembered') ? indexedDb : session);
  const read = <T>(value: T): T => structuredClone(value);

  const storage: LastingStorage = {
    snapshot: null,
    credentials: null,
    dials: null,
    screenPops: [],
    history: null,
    remembered: null,
    historyStore: (life) => ({
      read: () => session.request(life, 'readHistory', () => read(storage.history)),
      write(history) {
        const copy = structuredClone(history);
        return session.request<void>(life, 'writeHistory', () => {
          storage.history = copy;
        });
      },
      clear: () =>
        session.request<void>(life, 'clearHistory', () => {
          storage.history = null;
        }),
    }),
    sessionStore(life) {
      const set = <Key extends 'snapshot' | 'credentials' | 'dials' | 'screenPops'>(
        name: keyof SessionStore,
        key: Key,
        value: LastingStorage[Key],
      ) => {
        const copy = structuredClone(value);
        return session.request<void>(life, name, () => {
          storage[key] = copy;
        });
      };
      const get = <Key extends 'snapshot' | 'credentials' | 'dials' | 'screenPops'>(
        name: keyof SessionStore,
        key: Key,
      ) => session.request(life, name, () => read(storage[key]));
      return {
        readSnapshot: () => get('readSnapshot', 'snapshot'),
        writeSnapshot: (snapshot) => set('writeSnapshot', 'snapshot', snapshot),
        readCredentials: () => get('readCredentials', 'credentials'),
        writeCredentials: (credentials) => set('writeCredentials', 'credentials', credentials),
        readDials: async () => (await get('readDials', 'dials')) ?? [],
        writeDials: (dials) => set('writeDials', 'dials', dials),
        readScreenPops: () => get('readScreenPops', 'screenPops'),
        writeScreenPops: (activities) => set('writeScreenPops', 'screenPops', activities),
        clear: () =>
          session.request<void>(life, 'clear', () => {
            storage.credentials = null;
            storage.dials = null;
            storage.screenPops = [];
          }),
      };
    },
    rememberedLogin: (life) => ({
      read: () => indexedDb.request(life, 'readRemembered', () => read(storage.remembered)),
      write(credentials) {
        const copy = structuredClone(credentials);
        return indexedDb.request<void>(life, 'writeRemembered', () => {
          storage.remembered = copy;
        });
      },
      clear: () =>
        indexedDb.request<void>(life, 'clearRemembered', () => {
          storage.remembered = null;
        }),
    }),
    emptySession() {
      storage.snapshot = null;
      storage.credentials = null;
      storage.dials = null;
      storage.screenPops = [];
      storage.history = null;
    },
    failNext(name, times = 1) {
      shelfOf(name).failNext(name, times);
    },
    hold(name, until) {
      shelfOf(name).hold(name, until);
    },
  };
  return storage;
}
