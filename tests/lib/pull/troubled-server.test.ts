import { describe, expect, it } from 'vitest';
import { ROUND_MS } from '@/lib/pull/retry-time';
import type { Fault } from '../../simulator/faults';
import { ANNA, createSessionWorld, deskOf } from '../../support/session-world';

const POLL = { path: '/appPullData' };

/** Anna is signed in, and her next poll meets the fault. */
async function meet(...faults: Fault[]) {
  const contactCentre = createSessionWorld();
  await contactCentre.signIn();
  for (const fault of faults) contactCentre.faults.add({ match: POLL, times: 1, ...fault });
  contactCentre.world.goReady(ANNA);
  await contactCentre.settle();
  const polls = () => contactCentre.requestsTo('GET', '/appPullData');
  return {
    ...contactCentre,
    polls,
    /** The longest time between two polls in a row. */
    longestGapMs: () => {
      const times = polls().map(({ at }) => at);
      return Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? 0)));
    },
    link: () => contactCentre.storage.snapshot?.state.link,
    desk: () => contactCentre.storage.snapshot && deskOf(contactCentre.storage.snapshot.state),
  };
}

/** Moves time on until the poll after the faulted one has been sent. */
async function untilNextPoll(bench: Awaited<ReturnType<typeof meet>>): Promise<void> {
  const before = bench.polls().length;
  while (bench.polls().length === before) await bench.advance(50);
}

describe('a poll', () => {
  it.each<[string, Fault]>([
    ['502', { kind: 'status', status: 502 }],
    ['HTML in place of JSON', { kind: 'html' }],
    ['a 503 page', { kind: 'html', status: 503 }],
    ['a connection cut before the reply', { kind: 'cut' }],
    ['a connection cut in the middle of the reply', { kind: 'cutBody' }],
    ['403', { kind: 'status', status: 403 }],
    ['429 without Retry-After', { kind: 'rateLimit', as: 'none' }],
  ])('answered by %s is followed by another and nothing is lost', async (_name, fault) => {
    const bench = await meet(fault);
    bench.world.setDeviceReachable(ANNA, false);
    await bench.settle();
    expect(bench.link()).toBe('reconnecting');
    await bench.advance(1_000);
    expect(bench.link()).toBe('connected');
    expect(bench.desk()).toEqual(await bench.truth());
  });

  it('without an answer is given up after 25 s', async () => {
    const bench = await meet();
    bench.faults.add({ kind: 'delay', ms: 3_600_000, match: POLL, times: 1 });
    bench.world.goUnready(ANNA);
    await bench.settle();
    await bench.advance(24_900);
    expect(bench.polls().at(-1)?.outcome).toBe('open');
    await bench.advance(200);
    expect(bench.link()).toBe('reconnecting');
  });

  it.each(['seconds', 'date'] as const)(
    'told to wait 90 s in a %s waits for 90 s and then for its place in a round',
    async (as) => {
      const bench = await meet({ kind: 'rateLimit', retryAfterSeconds: 90, as });
      await untilNextPoll(bench);
      expect(bench.longestGapMs()).toBeGreaterThanOrEqual(89_000);
      expect(bench.longestGapMs()).toBeLessThanOrEqual(90_000 + ROUND_MS);
    },
  );

  it('with a hash that the server has forgotten is answered with everything', async () => {
    const bench = await meet();
    bench.killWorker();
    bench.world.forgetHashes();
    bench.world.goUnready(ANNA);
    await bench.wakeWorker();
    expect(bench.desk()).toEqual(await bench.truth());
  });

  it('whose hash is refused is repeated once with an empty one, and the link never breaks', async () => {
    const bench = await meet();
    bench.simulator.switches.unknownHash = 'refuse';
    bench.killWorker();
    bench.world.forgetHashes();
    bench.world.goUnready(ANNA);
    const before = bench.shown.length;
    await bench.wakeWorker();
    const links = new Set(bench.shown.slice(before).map(({ state }) => state.link));
    expect(
      bench
        .polls()
        .slice(-3)
        .map(({ status }) => status),
    ).toEqual([400, 200, null]);
    expect(links).toEqual(new Set(['connected']));
    expect(bench.desk()).toEqual(await bench.truth());
  });

  it('answered with nothing at once, again and again, is sent about twice a second', async () => {
    const bench = await meet();
    bench.simulator.switches.pollHold = 'atOnce';
    const before = bench.polls().length;
    await bench.advance(75_000);
    expect(bench.polls().length - before).toBeLessThanOrEqual(150);
  });
});
