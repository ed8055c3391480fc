import { DaktelaError } from '@/lib/daktela/failure';
import type { PullReply } from '@/lib/daktela/pull-data';
import { createPullLoop, type PullLoop } from '@/lib/pull/loop';
import { seededRandom } from './seeded-random';
import { createSwarmClock } from './swarm-clock';

export interface StormPlan {
  readonly agents: number;
  /** How long the server is away after it has cut every poll at one moment. */
  readonly awayMs: number;
  /**
   * What the server does meanwhile: `refuses` at once, asks all to come back at one and the same
   * date (`Retry-After`), lets everything vanish, the polls on the wire as well, or `drains`: cuts
   * nothing, answers the polls that it holds when their time is over, and refuses new ones.
   */
  readonly meanwhile: 'refuses' | 'namesDate' | 'isSilent' | 'drains';
  readonly seed: number;
}

export interface Storm {
  /** Requests of agents who are not back, by second since the cut. */
  readonly reconnecting: readonly number[];
  /** All requests, the long polls of those who are back among them, by second since the cut. */
  readonly all: readonly number[];
  /** Milliseconds from the return of the server until each agent has been told everything; sorted. */
  readonly backAfterMs: readonly number[];
}

/** A server holds a poll that has no news this long. */
const HOLD_MS = 15_000;
/** The client gives up a request that is not answered. */
const CLIENT_TIMEOUT_MS = 25_000;
/** One way to the server and back, at most. */
const ROUND_TRIP_MS = 80;
const CUT_AT_MS = 2 * HOLD_MS;
const WATCHED_AFTER_MS = 90_000;
const SETTLED: PullReply = { hash: 'h', changes: { missedCount: 0 } };
const QUIET: PullReply = { hash: 'h', changes: {} };

/** Plays a restart or an outage with the real loop of every agent, on one clock. */
export async function playStorm({ agents, awayMs, meanwhile, seed }: StormPlan): Promise<Storm> {
  const clock = createSwarmClock();
  const random = seededRandom(seed);
  const returnsAtMs = CUT_AT_MS + awayMs;
  const seconds = Math.ceil((awayMs + WATCHED_AFTER_MS) / 1_000);
  const reconnecting = Array.from({ length: seconds }, () => 0);
  const all = Array.from({ length: seconds }, () => 0);
  const backAtMs: number[] = [];
  const onTheWire = new Set<(error: DaktelaError) => void>();

  const isAway = () => clock.now() >= CUT_AT_MS && clock.now() < returnsAtMs;
  const later = (answer: () => void, delayMs: number) =>
    clock.setTimeout(answer, delayMs + random() * ROUND_TRIP_MS);

  function count(isBack: boolean): void {
    const second = Math.floor((clock.now() - CUT_AT_MS) / 1_000);
    if (second < 0 || second >= seconds) return;
    all[second] = (all[second] ?? 0) + 1;
    if (!isBack) reconnecting[second] = (reconnecting[second] ?? 0) + 1;
  }

  function refuse(reject: (error: DaktelaError) => void): void {
    if (meanwhile === 'isSilent') {
      later(() => reject(new DaktelaError('timeout')), CLIENT_TIMEOUT_MS);
      return;
    }
    const retryAfterMs = returnsAtMs - clock.now();
    const error =
      meanwhile === 'namesDate'
        ? new DaktelaError('server', { retryAfterMs })
        : new DaktelaError('network');
    later(() => reject(error), 0);
  }

  function poll(hash: string): Promise<PullReply> {
    return new Promise((resolve, reject) => {
      if (isAway()) {
        refuse(reject);
        return;
      }
      onTheWire.add(reject);
      const answer = () => {
        // A request that was cut has been told so.
        if (!onTheWire.delete(reject)) return;
        resolve(hash === '' ? SETTLED : QUIET);
      };
      later(answer, hash === '' ? 0 : HOLD_MS);
    });
  }

  function createAgent(): PullLoop {
    let isBack = true;
    clock.setTimeout(() => {
      isBack = false;
    }, CUT_AT_MS);
    return createPullLoop({
      clock,
      random,
      pull(hash) {
        count(isBack);
        return poll(hash);
      },
      async commit() {
        if (!isBack && clock.now() >= returnsAtMs) backAtMs.push(clock.now());
        isBack ||= clock.now() >= returnsAtMs;
      },
      linkBroken: async () => {},
      renew: async () => 'refused',
      expired: async () => {},
    });
  }

  for (let agent = 0; agent < agents; agent += 1) {
    const loop = createAgent();
    clock.setTimeout(() => loop.start(''), random() * HOLD_MS);
  }
  clock.setTimeout(() => {
    if (meanwhile === 'drains') return;
    for (const reject of onTheWire) {
      if (meanwhile === 'isSilent')
        later(
          () => reject(new DaktelaError('timeout')),
          random() * HOLD_MS + CLIENT_TIMEOUT_MS - HOLD_MS,
        );
      else reject(new DaktelaError('network'));
    }
    onTheWire.clear();
  }, CUT_AT_MS);
  await clock.runUntil(CUT_AT_MS + seconds * 1_000 - 1);
  const backAfterMs = backAtMs.map((atMs) => atMs - returnsAtMs).sort((a, b) => a - b);
  return { reconnecting, all, backAfterMs };
}
