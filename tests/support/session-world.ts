import { type Badge, badgeOf } from '@/lib/agent/badge';
import type { ComputerState } from '@/lib/agent/idle';
import { reduce } from '@/lib/agent/reduce';
import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import { createDaktelaClient, createLoginClient } from '@/lib/daktela/client';
import type { Fetch } from '@/lib/daktela/transport';
import type { LogEvent } from '@/lib/diagnostics/log-event';
import en from '@/lib/i18n/locales/en.json';
import { createTranslate } from '@/lib/i18n/translate';
import { createNumberForms } from '@/lib/phone/number-forms';
import type { SessionPorts } from '@/lib/session/ports';
import { createSession, type Session } from '@/lib/session/session';
import type { SignInRequest } from '@/lib/session/sign-in';
import { DEFAULT_IDLE } from '@/lib/settings/idle';
import { DEFAULT_SCREEN_POP } from '@/lib/settings/screen-pop';
import type { RecordedRequest } from '../simulator/recorded-request';
import { tokenOf } from '../simulator/scenario';
import { createSimulator } from '../simulator/simulator';
import type { Switches } from '../simulator/switches';
import { createLastingStorage, type Life } from './lasting-storage';
import { createTestClock } from './test-clock';

export const ANNA = 'anna.novakova';
export const ORIGIN = 'https://plynarna.example';
const REVIVE_EVERY_MS = 30_000;

export interface Shown {
  readonly atMs: number;
  readonly badge: Badge;
  readonly state: AgentState;
}

export interface WorldOptions {
  readonly switches?: Partial<Switches>;
  readonly agent?: string;
  readonly random?: () => number;
  /** Hears of every state, as what shows it does. */
  readonly heard?: (state: AgentState) => void;
}

interface WorkerLife extends Life {
  dead: boolean;
  readonly end: AbortController;
  readonly timers: Set<unknown>;
}

interface Worker extends WorkerLife {
  readonly session: Session;
  reviver: unknown;
}

/** The parts of the state that pull data tells, without times, which differ by when they were read. */
export function deskOf(state: AgentState): unknown {
  const { activities, extension, queues, missedCount, announcements } = state;
  const withoutTimes = (key: string, value: unknown) => (key.endsWith('Ms') ? undefined : value);
  const sorted = [...activities].sort((a, b) => a.name.localeCompare(b.name));
  return JSON.parse(
    JSON.stringify(
      { activities: sorted, extension, queues, missedCount, announcements },
      withoutTimes,
    ),
  );
}

/**
 * A session made of the real parts over the simulated server, in a browser that can kill the
 * worker at any moment and revives it by an alarm. Nothing here waits for real time.
 */
export function createSessionWorld(options: WorldOptions = {}) {
  const agentName = options.agent ?? ANNA;
  const clock = createTestClock();
  const simulator = createSimulator({ clock, switches: { ...options.switches } });
  const translate = createTranslate('en', en);
  const shown: Shown[] = [];
  const sites: string[] = [];
  const permission = { given: true, waiting: new Set<() => void>() };
  const settings = {
    language: 'en',
    online: true,
    screenPop: DEFAULT_SCREEN_POP,
    idle: DEFAULT_IDLE,
    readyDevice: null as string | null,
    computer: 'active' as ComputerState | null,
    requiredOrigin: null as string | null,
  };
  /** Addresses of the CRM that were opened. */
  const pops: string[] = [];
  /** What a report would tell. */
  const noted: LogEvent[] = [];
  const polls = { now: 0, most: 0 };
  let onStep: (moment: string) => void = () => {};
  let worker: Worker | null = null;
  let lives = 0;

  const step = (moment: string) => {
    clock.moved();
    onStep(moment);
  };
  const storage = createLastingStorage(step);

  function countPoll(request: Request): () => void {
    if (!new URL(request.url).pathname.endsWith('/appPullData')) return () => {};
    let over = false;
    const finish = () => {
      if (!over) polls.now -= 1;
      over = true;
    };
    polls.now += 1;
    polls.most = Math.max(polls.most, polls.now);
    request.signal.addEventListener('abort', finish);
    return finish;
  }

  function fetchOf(life: Life, end: AbortSignal): Fetch {
    return async (input, init) => {
      if (life.dead) return new Promise<never>(() => {});
      const signals = init.signal ? [init.signal, end] : [end];
      const request = new Request(input, { ...init, signal: AbortSignal.any(signals) });
      const what = `${request.method} ${new URL(input).pathname.split('/').at(-1)}`;
      const finished = countPoll(request);
      step(`${what} is asked`);
      try {
        return await simulator.fetch(request);
      } finally {
        finished();
        step(`${what} is answered`);
        if (life.dead) await new Promise<never>(() => {});
      }
    };
  }

  function portsOf(life: WorkerLife): SessionPorts {
    const server = (origin: string) => ({
      origin,
      clock: lifeClock,
      language: settings.language,
      fetch: fetchOf(life, life.end.signal),
    });
    const lifeClock: SessionPorts['clock'] = {
      now: clock.now,
      setTimeout(callback, delayMs) {
        if (life.dead) return null;
        const handle = clock.setTimeout(() => {
          life.timers.delete(handle);
          callback();
        }, delayMs);
        life.timers.add(handle);
        return handle;
      },
      clearTimeout(handle) {
        life.timers.delete(handle);
        clock.clearTimeout(handle);
      },
    };
    return {
      store: storage.sessionStore(life),
      history: storage.historyStore(life),
      remembered: storage.rememberedLogin(life),
      clock: lifeClock,
      random: options.random ?? (() => 0.5),
      isOnline: () => settings.online,
      loginClient: (origin) => createLoginClient(server(origin)),
      client: (origin, token) => createDaktelaClient(server(origin), token),
      hostPermission: {
        has: async () => permission.given,
        granted: (_origin, signal) =>
          new Promise((resolve) => {
            const check = () => permission.given && resolve(true);
            permission.waiting.add(check);
            if (signal.aborted) resolve(false);
            signal.addEventListener('abort', () => resolve(false));
            check();
          }),
      },
      requiredOrigin: async () => settings.requiredOrigin,
      show(state) {
        if (life.dead) return;
        shown.push({ atMs: clock.now(), badge: badgeOf(state, clock.now(), translate), state });
        options.heard?.(state);
      },
      screenPop: {
        settings: async () => settings.screenPop,
        formsOf: createNumberForms('CZ'),
        async open(url) {
          step('the CRM is asked for');
          if (life.dead) await new Promise<never>(() => {});
          pops.push(url);
          step('the CRM is open');
        },
      },
      note: (event) => void noted.push(event),
      idle: {
        settings: async () => ({ settings: settings.idle, readyDevice: settings.readyDevice }),
        async computer() {
          if (life.dead) await new Promise<never>(() => {});
          return settings.computer;
        },
      },
      async reconcileSites({ signIn }) {
        if (!life.dead) sites.push(signIn.phase);
      },
    };
  }

  /** As the background does it: the alarm is set anew by each life and revives the next one. */
  function armReviver(life: Worker): void {
    clock.clearTimeout(life.reviver);
    life.reviver = clock.setTimeout(() => {
      if (life !== worker) return;
      if (life.dead) startWorker();
      else armReviver(life);
      void worker.session.resume();
    }, REVIVE_EVERY_MS);
  }

  function startWorker(): Worker {
    if (worker) clock.clearTimeout(worker.reviver);
    lives += 1;
    const life = { dead: false, end: new AbortController(), timers: new Set() };
    const next = Object.assign(life, { session: createSession(portsOf(life)), reviver: null });
    worker = next;
    armReviver(next);
    return next;
  }

  /** The session of a running worker, as a message from a popup would meet it. */
  function session(): Session {
    return (worker && !worker.dead ? worker : startWorker()).session;
  }

  /** Stops the worker in the middle of whatever it does. */
  function killWorker(): void {
    if (!worker || worker.dead) return;
    worker.dead = true;
    for (const handle of worker.timers) clock.clearTimeout(handle);
    worker.timers.clear();
    worker.end.abort();
  }

  async function wakeWorker(): Promise<void> {
    void session().resume();
    await clock.settle();
  }

  const form = { address: 'plynarna.example', stay: false };

  function byPassword(changes: { stay?: boolean; password?: string } = {}): SignInRequest {
    const password = `${agentName.split('.')[0]}-heslo`;
    return { ...form, method: 'password', username: agentName, password, ...changes };
  }

  function byToken(changes: { stay?: boolean; token?: string } = {}): SignInRequest {
    return { ...form, method: 'token', token: tokenOf(agentName), ...changes };
  }

  /** Waits for a promise that may need fake time, for some minutes of it at most. */
  async function within<T>(promise: Promise<T>): Promise<T> {
    const done = { yet: false };
    const settled = promise.finally(() => {
      done.yet = true;
    });
    settled.catch(() => {});
    await clock.settle();
    for (let waits = 0; !done.yet && waits < 2_000; waits += 1) await clock.advance(100);
    if (!done.yet) throw new Error('It takes for ever');
    return settled;
  }

  return {
    agentName,
    clock,
    simulator,
    world: simulator.world,
    faults: simulator.faults,
    storage,
    shown,
    sites,
    pops,
    noted,
    settings,
    polls,
    advance: clock.advance,
    settle: clock.settle,
    get session() {
      return session();
    },
    get state(): AgentState {
      return storage.snapshot?.state ?? SIGNED_OUT;
    },
    get awake() {
      return worker !== null && !worker.dead;
    },
    get lives() {
      return lives;
    },
    get lastShown(): Shown | undefined {
      return shown.at(-1);
    },
    set onStep(told: (moment: string) => void) {
      onStep = told;
    },

    killWorker,
    wakeWorker,
    async restartBrowser(): Promise<void> {
      killWorker();
      storage.emptySession();
      await wakeWorker();
    },

    allowHost(given: boolean): void {
      permission.given = given;
      for (const check of [...permission.waiting]) check();
    },

    byPassword,
    byToken,
    within,
    /** Signs in and waits for the first pull. */
    async signIn(request: SignInRequest = byPassword()): Promise<void> {
      const outcome = await within(session().signIn(request));
      if (!outcome.ok) throw new Error(`The sign-in failed: ${outcome.error.kind}`);
      await clock.settle();
    },

    /** Requests to one endpoint, oldest first. */
    requestsTo(method: string, path: string): RecordedRequest[] {
      return simulator.requests.filter(
        (request) => request.method === method && request.path.endsWith(path),
      );
    },
    /** The desk as a client that has just come would see it. */
    async truth(): Promise<unknown> {
      const server = {
        origin: ORIGIN,
        clock,
        language: 'en',
        fetch: (input: string, init: RequestInit) => simulator.fetch(new Request(input, init)),
      };
      const client = createDaktelaClient(server, tokenOf(agentName));
      const reply = await client.pullData('', new AbortController().signal);
      const atMs = clock.now();
      return deskOf(reduce(SIGNED_OUT, { type: 'pulled', reply, complete: true, atMs }));
    },
  };
}

export type SessionWorld = ReturnType<typeof createSessionWorld>;
