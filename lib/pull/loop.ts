import { type Clock, sleep } from '@/lib/daktela/clock';
import { DaktelaError } from '@/lib/daktela/failure';
import { isQuiet, type PullReply } from '@/lib/daktela/pull-data';
import type { LoopEvent } from './loop-event';
import { type Retry, retryInRound, retryQuickly } from './retry-time';

/** Times are epoch milliseconds. */
export interface BrokenLink {
  readonly error: DaktelaError;
  readonly atMs: number;
  /** When the next poll leaves. */
  readonly retryAtMs: number;
  /** Until then the server has asked to be left alone. */
  readonly notBeforeMs: number;
}

export interface PullPorts {
  /** One long poll. Must reject when the signal is aborted. */
  pull(hash: string, signal: AbortSignal): Promise<PullReply>;
  /** Commits state and hash in one write; the next poll starts after it. */
  commit(reply: PullReply, hash: string, complete: boolean): Promise<void>;
  /** The server could not be read; the loop goes on by itself. */
  linkBroken(trouble: BrokenLink): Promise<void>;
  /** The server does not know the token any more. `later`: the renewal itself got no answer. */
  renew(): Promise<'renewed' | 'later' | 'refused'>;
  /** The session is over; the loop has ended. */
  expired(): Promise<void>;
  /** Hears what the loop does. Must return at once. */
  note?(event: LoopEvent): void;
  readonly clock: Clock;
  /** A number from 0 up to 1. */
  random(): number;
}

export interface PullLoop {
  /** Starts polling from this hash; does nothing while the loop runs. */
  start(hash: string): void;
  /** Ends the loop and the poll in flight. */
  stop(): void;
  /** Asks for everything anew, in place of the poll in flight and of any wait. */
  resync(): void;
  /** Ends a wait between polls at once: the agent asks, or the server is known to answer. */
  hurry(): void;
  /** The computer has its network back, often with all the others of an office: asks again soon. */
  networkBack(): void;
  readonly running: boolean;
  /** True when the poll in flight, or the wait for the next one, should be over long since: the computer slept. */
  overslept(): boolean;
}

/** Replies that come at once and say nothing must not turn into a hot loop (fact sheet 3). */
const MIN_QUIET_POLL_MS = 1_000;
const QUICK_REPLY_PAUSE_MS = 500;
/** No server holds a poll this long. */
const LONGEST_POLL_MS = 30_000;
const LATE_TIMER_MS = 5_000;
/** Asking for everything now and then mends whatever a partial reply may have left out (fact sheet 3). */
const COMPLETE_EVERY_MS = 5 * 60_000;

interface Run {
  readonly abort: AbortController;
  hash: string;
  failures: number;
  /** When the last poll was sent. */
  askedAtMs: number;
  /** When the poll or wait going on is over at the latest. */
  dueByMs: number;
  /** Until then the server has asked to be left alone (`Retry-After`). */
  notBeforeMs: number;
  /** The end of the round in which this agent asks again; 0 when there is none. */
  roundEndsAtMs: number;
  /** Where in each round it does so, from 0 up to 1. */
  place: number;
  /** When the computer last got its network back. */
  networkBackAtMs: number;
  /** When everything was last read. */
  completeAtMs: number;
  /** A hash was refused, and none accepted since. */
  hashRefused: boolean;
  /** Renewed, and no other answer since: a second 401 in a row is final. */
  renewed: boolean;
  /** Aborted to leave the current poll or wait and begin the next round. */
  step: AbortController;
}

/**
 * What fails so soon was not held: its connection had broken unnoticed, or a gateway had a bad
 * moment. Of agents whose server goes away, held 15 s a poll, no more than 4 % have just sent one.
 */
const AT_ONCE_MS = 600;
/** All of an office ask within it when they get their network back. */
const NETWORK_SPREAD_MS = 2_000;
/** Names and addresses may take so long to be there again. */
const NETWORK_SETTLES_MS = 5_000;

/**
 * Whether only few agents can have met this first failure at the same moment. What cannot be stored
 * is no matter of the server; held polls may all be cut at one, and may all vanish.
 */
function isOwnFailure(error: unknown, tookMs: number): boolean {
  return !(error instanceof DaktelaError) || tookMs <= AT_ONCE_MS;
}

/** Makes the long-polling loop (specification, Pull Data). There is one run at most, whoever starts it. */
export function createPullLoop(ports: PullPorts): PullLoop {
  const { clock } = ports;
  const note = (event: LoopEvent) => ports.note?.(event);
  let run: Run | null = null;

  function pause(current: Run, delayMs: number): Promise<void> {
    current.dueByMs = clock.now() + delayMs + LATE_TIMER_MS;
    return sleep(clock, delayMs, current.step.signal);
  }

  function forgetFailures(current: Run): void {
    current.failures = 0;
    current.roundEndsAtMs = 0;
  }

  async function pollOnce(current: Run): Promise<void> {
    const startedAtMs = clock.now();
    const isDue = startedAtMs - current.completeAtMs >= COMPLETE_EVERY_MS;
    const askedHash = isDue ? '' : current.hash;
    current.askedAtMs = startedAtMs;
    current.dueByMs = startedAtMs + LONGEST_POLL_MS;
    note({ kind: 'pollSent', complete: askedHash === '' });
    const reply = await ports.pull(askedHash, current.step.signal);
    if (current.step.signal.aborted) return;
    note({ kind: 'pollAnswered', quiet: isQuiet(reply), tookMs: clock.now() - startedAtMs });
    const hash = reply.hash ?? askedHash;
    await ports.commit(reply, hash, askedHash === '');
    // A resync asked for during the commit has emptied the hash, and it has to stay empty.
    if (!current.step.signal.aborted) current.hash = hash;
    if (askedHash === '') current.completeAtMs = startedAtMs;
    else current.hashRefused = false;
    if (!current.hashRefused) forgetFailures(current);
    current.renewed = false;
    const tookMs = clock.now() - startedAtMs;
    if (isQuiet(reply) && tookMs < MIN_QUIET_POLL_MS) await pause(current, QUICK_REPLY_PAUSE_MS);
  }

  async function renewOnce(current: Run): Promise<'renewed' | 'later' | 'refused'> {
    if (current.renewed) return 'refused';
    const outcome = await ports.renew();
    note({ kind: 'tokenRenewal', outcome });
    current.renewed = outcome === 'renewed';
    return outcome;
  }

  /** Returns the milliseconds to wait before the next poll, or null when the loop has to end. */
  async function afterFailure(current: Run, error: unknown): Promise<number | null> {
    const failure = error instanceof DaktelaError ? error : new DaktelaError('network');
    note({
      kind: 'pollFailed',
      failure: error === failure ? failure.kind : 'internal',
      status: failure.status,
      tookMs: clock.now() - current.askedAtMs,
    });
    if (failure.kind === 'unauthorised') {
      const outcome = await renewOnce(current);
      if (outcome === 'renewed' || current.abort.signal.aborted) return 0;
      if (outcome === 'refused') return null;
    } else {
      // During a long trouble the new token may grow old as well.
      current.renewed = false;
    }
    const hashRefused = failure.kind === 'refused' || failure.kind === 'missing';
    if (hashRefused && current.hash !== '') {
      current.hash = '';
      const isFirst = !current.hashRefused;
      current.hashRefused = true;
      // A server that refuses every hash it gives would be asked without a pause.
      if (isFirst) return 0;
    }
    current.failures += 1;
    // Asking for everything is answered at once, so the link is known to be back without a 15 s hold.
    current.hash = '';
    const atMs = clock.now();
    const notBeforeMs = atMs + (failure.retryAfterMs ?? 0);
    const isFirst = current.failures === 1;
    if (isFirst) current.place = ports.random();
    const isQuick =
      failure.retryAfterMs === null &&
      ((isFirst && isOwnFailure(error, atMs - current.askedAtMs)) ||
        atMs - current.networkBackAtMs <= NETWORK_SETTLES_MS);
    const retry: Retry = isQuick
      ? retryQuickly(atMs, current.place)
      : retryInRound(atMs, current.roundEndsAtMs, notBeforeMs, current.place);
    current.roundEndsAtMs = retry.roundEndsAtMs;
    current.notBeforeMs = notBeforeMs;
    // Polling goes on even when nothing can be stored at the moment.
    const broken = { error: failure, atMs, retryAtMs: retry.atMs, notBeforeMs };
    await ports.linkBroken(broken).catch(() => {});
    return retry.atMs - atMs;
  }

  async function poll(current: Run): Promise<void> {
    while (!current.abort.signal.aborted) {
      try {
        await pollOnce(current);
      } catch (error) {
        if (!current.step.signal.aborted) {
          const delayMs = await afterFailure(current, error);
          if (delayMs === null) {
            current.abort.abort();
            if (run === current) run = null;
            note({ kind: 'loopExpired' });
            await ports.expired();
            return;
          }
          if (delayMs > 0) {
            note({ kind: 'waiting', forMs: delayMs });
            await pause(current, delayMs);
          }
        }
      }
      if (current.step.signal.aborted) current.step = new AbortController();
    }
    if (run === current) run = null;
  }

  /** Goes on with the next poll now; what comes after it is timed from then. */
  function endWait(current: Run): void {
    current.roundEndsAtMs = 0;
    current.step.abort();
  }

  /** Only a wait is cut short: a failed poll is waiting, a healthy one is on the wire. */
  function hurry(current: Run): void {
    if (current.failures === 0 || clock.now() < current.notBeforeMs) return;
    note({ kind: 'hurried' });
    endWait(current);
  }

  return {
    start(hash) {
      if (run) return;
      run = {
        abort: new AbortController(),
        hash,
        failures: 0,
        askedAtMs: clock.now(),
        dueByMs: clock.now() + LONGEST_POLL_MS,
        notBeforeMs: 0,
        roundEndsAtMs: 0,
        place: 0,
        networkBackAtMs: Number.NEGATIVE_INFINITY,
        completeAtMs: clock.now(),
        hashRefused: false,
        renewed: false,
        step: new AbortController(),
      };
      note({ kind: 'loopStarted' });
      void poll(run);
    },
    stop() {
      if (!run) return;
      run.abort.abort();
      run.step.abort();
      run = null;
      note({ kind: 'loopStopped' });
    },
    resync() {
      if (!run) return;
      run.hash = '';
      note({ kind: 'resync' });
      if (clock.now() >= run.notBeforeMs) endWait(run);
    },
    hurry() {
      if (run) hurry(run);
    },
    networkBack() {
      if (!run) return;
      const current = run;
      const { askedAtMs } = current;
      current.networkBackAtMs = clock.now();
      note({ kind: 'networkBack' });
      void sleep(clock, ports.random() * NETWORK_SPREAD_MS, current.abort.signal).then(() => {
        if (run === current && current.askedAtMs === askedAtMs) hurry(current);
      });
    },
    get running() {
      return run !== null;
    },
    overslept: () => run !== null && clock.now() > run.dueByMs,
  };
}
