import { isStale } from '@/lib/agent/derive';
import { dialObstacle } from '@/lib/agent/dial-obstacle';
import { hasOwnActivities } from '@/lib/agent/next-state';
import type { Effect } from '@/lib/agent/reactions';
import type {
  AgentState,
  AskedOutside,
  NextState,
  SignOutReason,
  WantedState,
} from '@/lib/agent/state';
import type { Activity } from '@/lib/daktela/activity';
import type { Device } from '@/lib/daktela/device';
import { DaktelaError, type Failure } from '@/lib/daktela/failure';
import { isQuiet } from '@/lib/daktela/pull-data';
import type { CommandName } from '@/lib/diagnostics/log-event';
import { createPullLoop } from '@/lib/pull/loop';
import { createAgentStore } from './agent-store';
import { createCommandGate, type Outcome } from './command-gate';
import { createDialJournal, type DialOutcome } from './dial-journal';
import { runReadingEffect } from './effects';
import { createHistoryKeeper } from './history-keeper';
import { createIdleKeeper } from './idle-keeper';
import { createNextStateKeeper } from './next-state-keeper';
import type { DialRecord, SessionPorts } from './ports';
import { createScreenPopKeeper } from './screen-pop-keeper';
import { logIn, originOf, type SignInRequest, toldFailure, waitForPermission } from './sign-in';
import { leaveCommand, type Run, type StateCommand } from './state-commands';
import { createTokenLife } from './token-life';

/** What a command is to bring about. */
interface Aim {
  readonly name?: CommandName | null;
  /** The state the agent will be in, for commands that ask for one. */
  readonly wanted?: WantedState | null;
  /** Whether that is so already, with nothing left to send. */
  isDone?(state: AgentState, nowMs: number): boolean;
  /** The device that it connects or lets go. */
  readonly device?: { readonly name: string; readonly connected: boolean } | null;
}

export interface Session {
  readonly state: AgentState;
  /** Brings back what an earlier life of the worker knew and goes on pulling. Safe to call at any time. */
  resume(): Promise<void>;
  /** The agent wants to know now. */
  hurry(): Promise<void>;
  /** Asks for everything anew, in place of the poll that is held. */
  refresh(): Promise<void>;
  /** The computer has its network back. */
  networkBack(): Promise<void>;
  signIn(request: SignInRequest): Promise<Outcome>;
  cancelSignIn(): Promise<void>;
  signOut(): Promise<void>;
  /** Signs out when the browser may not reach the host any more. */
  checkPermission(): Promise<void>;
  /** Signs out of an instance that is not the one required. */
  checkAddress(): Promise<void>;
  /** Runs one command for the agent; the same key is never in flight twice. */
  command(key: string, run: Run, aim?: Aim): Promise<Outcome>;
  /**
   * Calls the number, once for each id.
   * @param queue to call through; null leaves it to Daktela
   */
  dial(id: string, number: string, queue: string | null): Promise<DialOutcome>;
  loadDevices(): Promise<Outcome>;
  /** Tells the agent of a failed dial when there was no popup or page card to tell it. */
  notify(id: string, number: string, failure: Failure): Promise<void>;
  /** Tells the agent of what failed after a press on a notification or a key. */
  /** @param activity for which it was asked */
  notifyAsked(asked: AskedOutside, failure: Failure, activity?: Activity): Promise<void>;
  dismissNotice(): Promise<void>;
  /** Somebody has left the computer, or is there again. */
  checkIdle(): Promise<void>;
  /** The agent has read what was missed, or that the state was changed elsewhere. */
  dismiss(what: 'away' | 'elsewhere'): Promise<void>;
  dismissAnnouncements(names: readonly string[]): Promise<void>;
  /** Reads Daktela's list of the agent's last activities; what was read is in the history's own store. */
  loadHistory(): Promise<void>;
  addDevice(device: Device): Promise<Outcome>;
  removeDevice(device: string): Promise<Outcome>;
  /** What the agent wants to be once nothing is in hand any more; null for nothing. */
  chooseNextState(nextState: NextState | null): Promise<Outcome>;
}

const NAME_OF: Readonly<Record<WantedState, CommandName>> = {
  Idle: 'ready',
  Paused: 'pause',
  Session: 'unready',
};
const OK: Outcome = { ok: true };
const SIGNED_OUT: Outcome = { ok: false, error: { kind: 'signedOut', messages: [] } };
const CANCELLED: Outcome = { ok: false, error: { kind: 'cancelled', messages: [] } };
/** A command that pull data does not show by then makes the loop ask for everything. */
const EXPECT_CHANGE_WITHIN_MS = 3_000;

/** The one place that owns the sign-in, the token's life and the pull loop. */
export function createSession(ports: SessionPorts): Session {
  const { store, remembered, clock } = ports;
  const token = createTokenLife(ports);
  const told = (error: unknown) => toldFailure(error, ports.isOnline());
  let restored: Promise<void> | null = null;
  let signingIn: AbortController | null = null;
  const historyKeeper = createHistoryKeeper({
    store: ports.history,
    clock,
    currentClient: () => token.client,
    toFailure: told,
  });
  const gate = createCommandGate(clock);
  const journal = createDialJournal(store, clock);
  const screenPopKeeper = createScreenPopKeeper(store, ports.screenPop, clock);

  const agent = createAgentStore(store, {
    changed: ports.show,
    stored(state, effects) {
      void screenPopKeeper.show(state);
      void idleKeeper.look();
      for (const effect of effects) void runEffect(effect);
    },
  });

  async function runEffect(effect: Effect): Promise<void> {
    switch (effect.type) {
      case 'reconcileSites':
        return ports.reconcileSites(agent.state);
      case 'noteEnded':
        return historyKeeper.add(effect.entries);
      case 'settleNextState':
        return agent.apply({ type: 'nextStateSettled', nextState: effect.nextState });
      case 'applyNextState':
        return nextStateKeeper.due(effect.nextState);
      default: {
        const event = await runReadingEffect(effect, () => token.client, clock);
        if (event) await agent.apply(event);
      }
    }
  }

  const nextStateKeeper = createNextStateKeeper({
    agent,
    clock,
    send: (nextState) => sendPlanned(leaveCommand(nextState)),
    resync: () => loop.resync(),
  });

  const idleKeeper = createIdleKeeper({
    agent,
    clock,
    idle: ports.idle,
    send: sendPlanned,
    notify: notifyAsked,
    note: ports.note,
  });

  const loop = createPullLoop({
    clock,
    random: ports.random,
    pull(hash, signal) {
      if (!token.client) throw new DaktelaError('cancelled');
      return token.client.pullData(hash, signal);
    },
    async commit(reply, hash, complete) {
      await agent.apply({ type: 'pulled', reply, complete, atMs: clock.now() }, hash);
      if (agent.state.unconfirmed.length > 0) loop.resync();
      if (isQuiet(reply)) return;
      gate.shown();
      void compareDials().catch(() => {});
    },
    linkBroken: ({ error, ...times }) =>
      agent.apply({
        type: 'linkBroken',
        offline: !ports.isOnline(),
        failure: told(error),
        ...times,
      }),
    renew: token.renew,
    note: ports.note,
    expired: () => forget('expired'),
  });

  async function forget(reason: SignOutReason): Promise<void> {
    ports.note({ kind: 'signedOut', reason });
    loop.stop();
    token.drop();
    journal.forget();
    try {
      // The state comes first: it tells the next life to go on, should the worker be stopped here.
      await agent.apply({ type: 'signedOut', reason }, '');
    } finally {
      await Promise.all([store.clear(), remembered.clear(), historyKeeper.clear()]);
    }
  }

  async function leave(reason: SignOutReason): Promise<void> {
    signingIn?.abort();
    signingIn = null;
    const leaving = token.client;
    const { extension, whoim } = agent.state;
    await forget(reason);
    if (!leaving) return;
    const isReady = extension !== null && extension.state !== 'Session' && !whoim?.staticLogin;
    // The agent has left whatever the server answers; it is asked in good order all the same.
    if (isReady) await leaving.setUnready().catch(() => {});
    await leaving.logout().catch(() => {});
  }

  async function restore(): Promise<void> {
    const found = (await store.readCredentials()) ?? (await remembered.read());
    // The restored state may want something of the server at once.
    if (found) token.hold(found);
    await agent.restore();
    const { signIn } = agent.state;
    const { phase } = signIn;
    if (found && phase === 'signedOut' && signIn.ended !== null) {
      // The worker was stopped in the middle of a sign-out.
      await forget(signIn.ended);
    } else if (found) {
      await token.use(found);
      if (phase !== 'signedIn') {
        await agent.apply({ type: 'signedIn', origin: found.origin, whoim: null }, '');
      }
    } else if (phase === 'signedIn') {
      await forget('expired');
    } else if (phase !== 'signedOut') {
      // The password was only in the memory of the worker that was stopped.
      const failure: Failure = { kind: 'interrupted', messages: [] };
      await agent.apply({ type: 'signInFailed', failure }, '');
    }
    if (found) await tellInterrupted();
  }

  /** Dials of an earlier life whose answer nobody has heard; one whose call is there needs no word. */
  async function tellInterrupted(): Promise<void> {
    const interrupted = await journal.takeInterrupted();
    const created = await compareDials();
    for (const dial of interrupted) {
      if (!created.includes(dial.id)) await tellOfDial(dial, 'unknownOutcome');
    }
  }

  function tellOfDial({ id, number }: DialRecord, kind: Failure['kind']): Promise<void> {
    const failure: Failure = { kind, messages: [] };
    return agent.apply({ type: 'noticed', notice: { id, number, failure } });
  }

  /**
   * What pull data shows of dialled calls is news where it was not known or is too much.
   * @returns ids of dials of unknown outcome whose call is there
   */
  async function compareDials(): Promise<readonly string[]> {
    const { found, twice } = await journal.compare(agent.state.activities);
    const { notice } = agent.state;
    if (notice && found.includes(notice.id)) await agent.apply({ type: 'noticeDismissed' });
    for (const dial of twice) await tellOfDial(dial, 'dialledTwice');
    return found;
  }

  async function keepPulling(): Promise<void> {
    // A sign-in being completed starts the loop itself, once the state is there to be added to.
    if (!token.client || agent.state.signIn.phase !== 'signedIn') return;
    if (loop.running) {
      if (!loop.overslept()) return;
      loop.resync();
      await agent.apply({ type: 'resumed' });
      return;
    }
    const fresh = !isStale(agent.state, clock.now());
    // What rings may be over since, and that must not wait for the end of a held poll. And before the
    // next state is applied it must be known whether an earlier life has done so.
    const { activities, nextState } = agent.state;
    const isSure = fresh && activities.length === 0 && nextState === null;
    loop.start(isSure ? agent.hash : '');
    if (!fresh) await agent.apply({ type: 'resumed' });
  }

  async function resume(): Promise<void> {
    restored ??= restore().catch((error: unknown) => {
      restored = null;
      throw error;
    });
    await restored;
    await keepPulling();
  }

  async function attemptSignIn(request: SignInRequest, signal: AbortSignal): Promise<Outcome> {
    const origin = (await ports.requiredOrigin()) ?? originOf(request);
    if (origin === null) return { ok: false, error: { kind: 'badAddress', messages: [] } };
    if (token.client) await forget('byAgent');
    if (!(await ports.hostPermission.has(origin))) {
      await agent.apply({ type: 'permissionAwaited', origin }, '');
      if (!(await waitForPermission(ports, origin, signal))) {
        const kind = signal.aborted ? 'cancelled' : 'permission';
        return { ok: false, error: { kind, messages: [] } };
      }
    }
    await agent.apply({ type: 'loginStarted', origin }, '');
    const result = await logIn(ports, origin, request);
    if (signal.aborted) return CANCELLED;
    if (!result.ok) return result;
    await token.use(result.credentials);
    if (!request.stay) await remembered.clear();
    // Signed out before it was complete.
    if (token.credentials !== result.credentials) return CANCELLED;
    await agent.apply({ type: 'signedIn', origin, whoim: result.whoim }, '');
    loop.start('');
    return OK;
  }

  /** A command is not shown before pull data says so; this makes sure that pull data says something soon. */
  function expectChange(sinceMs: number): void {
    clock.setTimeout(() => {
      if ((agent.state.changedAtMs ?? 0) < sinceMs) loop.resync();
    }, EXPECT_CHANGE_WITHIN_MS);
  }

  /** Sends one command, once. */
  async function perform<T>(command: Promise<T>): Promise<T> {
    const sinceMs = clock.now();
    try {
      const answer = await command;
      // Who answers a command can be pulled from.
      loop.hurry();
      expectChange(sinceMs);
      return answer;
    } catch (error) {
      // The loop finds out what has become of the session; the command itself is never repeated.
      if (error instanceof DaktelaError && error.kind === 'unauthorised') loop.resync();
      throw error;
    }
  }

  async function attempt(run: Run, to: WantedState | null, planned: boolean): Promise<Outcome> {
    if (!token.client) return SIGNED_OUT;
    try {
      // Known before pull data shows the outcome; the command waits for no storage.
      if (to) {
        const asked = { type: 'commanded', to, planned, atMs: clock.now() } as const;
        void agent.apply(asked).catch(() => {});
      }
      await perform(run(token.client));
      return OK;
    } catch (error) {
      return { ok: false, error: told(error) };
    }
  }

  function sendPlanned([to, run]: StateCommand): Promise<Outcome> {
    return noted(NAME_OF[to], attempt(run, to, true));
  }

  async function noted<T extends Outcome>(name: CommandName, work: Promise<T>): Promise<T> {
    const sinceMs = clock.now();
    const outcome = await work;
    const failure = outcome.ok ? null : outcome.error.kind;
    ports.note({ kind: 'command', command: name, failure, tookMs: clock.now() - sinceMs });
    return outcome;
  }

  async function attemptAim(run: Run, { name, wanted, device }: Aim): Promise<Outcome> {
    const going = attempt(run, wanted ?? null, false);
    const outcome = await (name ? noted(name, going) : going);
    if (outcome.ok && device) {
      const { name, connected } = device;
      // The server has done it, whether or not it can be stored.
      await agent.apply({ type: 'deviceChanged', device: name, connected }).catch(() => {});
    }
    return outcome;
  }

  function notifyAsked(asked: AskedOutside, failure: Failure, activity?: Activity): Promise<void> {
    const notice = { id: `${asked}-${clock.now()}`, asked, failure, activity };
    return agent.apply({ type: 'noticed', notice });
  }

  function changeDevice(name: string, connected: boolean, run: Run): Promise<Outcome> {
    const aim: Aim = { name: 'device', device: { name, connected } };
    return session.command(`device ${name} ${connected}`, run, aim);
  }

  const session: Session = {
    get state() {
      return agent.state;
    },
    resume,
    async hurry() {
      await resume();
      loop.hurry();
    },
    async refresh() {
      await resume();
      loop.resync();
    },
    async networkBack() {
      await resume();
      loop.networkBack();
    },

    async signIn(request) {
      await resume();
      signingIn?.abort();
      const abort = new AbortController();
      signingIn = abort;
      const outcome = await attemptSignIn(request, abort.signal);
      ports.note({ kind: 'signIn', failure: outcome.ok ? null : outcome.error.kind });
      if (signingIn === abort) {
        signingIn = null;
        // A form filled in wrongly elsewhere does not end the session of a signed-in agent.
        if (!outcome.ok && !token.client)
          await agent.apply({ type: 'signInFailed', failure: outcome.error }, '');
      }
      return outcome;
    },

    async cancelSignIn() {
      signingIn?.abort();
    },

    async signOut() {
      await resume();
      await leave('byAgent');
    },

    async checkPermission() {
      await resume();
      const origin = token.credentials?.origin;
      if (origin !== undefined && !(await ports.hostPermission.has(origin))) {
        await forget('permissionRemoved');
      }
    },

    async checkAddress() {
      await resume();
      const [origin, required] = [token.credentials?.origin, await ports.requiredOrigin()];
      if (origin !== undefined && required !== null && origin !== required) {
        await leave('addressLocked');
      }
    },

    async command(key, run, aim = {}) {
      await resume();
      return gate.pass(
        key,
        () => attemptAim(run, aim),
        (sinceMs) => (agent.state.changedAtMs ?? 0) >= sinceMs,
        () => aim.isDone?.(agent.state, clock.now()) ?? false,
      );
    },

    async dial(id, number, queue) {
      await resume();
      const dialling = token.client;
      if (!dialling) return SIGNED_OUT;
      const send = () => perform(dialling.dial(number, queue));
      const outcome = await noted('dial', journal.dial(id, number, send));
      if (!outcome.ok && outcome.error.kind === 'refused') {
        const obstacle = dialObstacle(agent.state);
        return obstacle === null ? outcome : { ok: false, error: { ...outcome.error, obstacle } };
      }
      // Pull data may have been faster than the answer, or than the one that never came.
      const found = await compareDials();
      return found.includes(id) ? OK : outcome;
    },

    async loadDevices() {
      await resume();
      const loading = token.client;
      if (!loading) return SIGNED_OUT;
      try {
        const devices = await loading.availableDevices();
        if (!token.client) return SIGNED_OUT;
        await agent.apply({ type: 'devicesLoaded', devices });
        return OK;
      } catch (error) {
        return { ok: false, error: told(error) };
      }
    },

    async notify(id, number, failure) {
      await resume();
      await agent.apply({ type: 'noticed', notice: { id, number, failure } });
    },

    async notifyAsked(asked, failure, activity) {
      await resume();
      await notifyAsked(asked, failure, activity);
    },

    async checkIdle() {
      await resume();
      await idleKeeper.look();
    },

    async dismissNotice() {
      await resume();
      await agent.apply({ type: 'noticeDismissed' });
    },

    async dismiss(what) {
      await resume();
      await agent.apply({ type: what === 'away' ? 'awayDismissed' : 'elsewhereDismissed' });
    },

    addDevice: (device) => changeDevice(device.name, true, (client) => client.addDevice(device)),
    removeDevice: (device) => changeDevice(device, false, (client) => client.removeDevice(device)),

    async loadHistory() {
      await resume();
      const { whoim, extension } = agent.state;
      const user = whoim?.name ?? extension?.user?.name;
      if (user != null) await historyKeeper.load(user);
    },

    async chooseNextState(nextState) {
      await resume();
      if (!token.client) return SIGNED_OUT;
      await agent.apply({ type: 'nextStateChosen', nextState });
      // What was in hand at the click may be gone by now; only a pull tells.
      if (nextState !== null && !hasOwnActivities(agent.state)) loop.resync();
      return OK;
    },

    async dismissAnnouncements(names) {
      await resume();
      await agent.apply({ type: 'announcementsDismissed', announcements: names });
    },
  };
  return session;
}
