import { DaktelaError, type FailureKind } from '@/lib/daktela/failure';
import type { PullReply } from '@/lib/daktela/pull-data';
import { type BrokenLink, createPullLoop } from '@/lib/pull/loop';
import type { LoopEvent } from '@/lib/pull/loop-event';
import { createDeferred, type Deferred } from './deferred';
import { createTestClock } from './test-clock';

export interface Poll {
  readonly hash: string;
  readonly atMs: number;
  readonly signal: AbortSignal;
  reply(hash: string | null, changes?: PullReply['changes']): Promise<void>;
  fail(kind: FailureKind, retryAfterMs?: number): Promise<void>;
}

export interface Commit {
  readonly hash: string;
  readonly complete: boolean;
  readonly done: Deferred<void>;
}

type Renewal = 'renewed' | 'later' | 'refused';

/** A pull loop whose server, store and clock are moved by hand. */
export function createLoopBench() {
  const clock = createTestClock();
  const polls: Poll[] = [];
  const commits: Commit[] = [];
  const renewals: Deferred<Renewal>[] = [];
  const told: string[] = [];
  const settings = { random: 0.5, holdCommits: false, renewal: null as Renewal | null };
  const brokenLinks: BrokenLink[] = [];
  const noted: LoopEvent[] = [];
  const failing = { linkBroken: false };
  let onTheWire = 0;
  let mostOnTheWire = 0;

  const loop = createPullLoop({
    clock,
    random: () => settings.random,
    pull(hash, signal) {
      const answer = createDeferred<PullReply>();
      onTheWire += 1;
      mostOnTheWire = Math.max(mostOnTheWire, onTheWire);
      signal.addEventListener('abort', () => answer.reject(new DaktelaError('cancelled')));
      polls.push({
        hash,
        atMs: clock.now(),
        signal,
        reply(nextHash, changes = {}) {
          answer.resolve({ hash: nextHash, changes });
          return clock.settle();
        },
        fail(kind, retryAfterMs) {
          answer.reject(new DaktelaError(kind, retryAfterMs === undefined ? {} : { retryAfterMs }));
          return clock.settle();
        },
      });
      return answer.promise.finally(() => {
        onTheWire -= 1;
      });
    },
    commit(_reply, hash, complete) {
      const done = createDeferred<void>();
      commits.push({ hash, complete, done });
      if (!settings.holdCommits) done.resolve();
      return done.promise;
    },
    async linkBroken(broken) {
      brokenLinks.push(broken);
      told.push('link broken');
      if (failing.linkBroken) throw new Error('storage is full');
    },
    renew() {
      const renewal = createDeferred<Renewal>();
      renewals.push(renewal);
      if (settings.renewal) renewal.resolve(settings.renewal);
      return renewal.promise;
    },
    async expired() {
      told.push('expired');
    },
    note: (event) => void noted.push(event),
  });

  return {
    clock,
    loop,
    polls,
    commits,
    renewals,
    told,
    brokenLinks,
    noted,
    settings,
    failing,
    advance: clock.advance,
    settle: clock.settle,
    get hashes() {
      return polls.map(({ hash }) => hash);
    },
    get mostOnTheWire() {
      return mostOnTheWire;
    },
    /** The poll on the wire. */
    get poll(): Poll {
      const poll = polls.at(-1);
      if (!poll) throw new Error('No poll was started');
      return poll;
    },
    get commit(): Commit {
      const commit = commits.at(-1);
      if (!commit) throw new Error('Nothing was committed');
      return commit;
    },
    async start(hash = '') {
      loop.start(hash);
      await clock.settle();
    },
    /** Milliseconds from one instant until the next poll starts. */
    async waitForPoll(limitMs = 700_000, stepMs = 10): Promise<number> {
      const before = polls.length;
      const sinceMs = clock.now();
      while (polls.length === before && clock.now() - sinceMs < limitMs)
        await clock.advance(stepMs);
      return this.poll.atMs - sinceMs;
    },
  };
}

export const CHANGE: PullReply['changes'] = { missedCount: 1 };
