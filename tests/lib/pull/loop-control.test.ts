import { describe, expect, it } from 'vitest';
import { ROUND_MS } from '@/lib/pull/retry-time';
import { CHANGE, createLoopBench } from '../../support/loop-bench';

/** Brings the loop into one of the states in which it may be told something. */
const states = {
  async 'a poll'(bench: ReturnType<typeof createLoopBench>) {
    await bench.start('h1');
  },
  async 'a commit'(bench: ReturnType<typeof createLoopBench>) {
    bench.settings.holdCommits = true;
    await bench.start('h1');
    await bench.poll.reply('h2', CHANGE);
  },
  async 'a wait'(bench: ReturnType<typeof createLoopBench>) {
    await bench.start('h1');
    await bench.poll.fail('network');
  },
  async 'the pause after a quick quiet reply'(bench: ReturnType<typeof createLoopBench>) {
    await bench.start('h1');
    await bench.poll.reply('h1');
  },
  async 'a renewal'(bench: ReturnType<typeof createLoopBench>) {
    await bench.start('h1');
    await bench.poll.fail('unauthorised');
  },
};

const names = Object.keys(states) as (keyof typeof states)[];

/** Lets go of whatever the state was holding. */
async function release(bench: ReturnType<typeof createLoopBench>): Promise<void> {
  bench.settings.holdCommits = false;
  bench.commits.at(-1)?.done.resolve();
  bench.renewals.at(-1)?.resolve('renewed');
  await bench.settle();
}

describe('stop', () => {
  it.each(names)('during %s starts no further poll', async (name) => {
    const bench = createLoopBench();
    await states[name](bench);
    bench.loop.stop();
    await release(bench);
    await bench.advance(600_000);
    expect([bench.polls.length, bench.loop.running]).toEqual([1, false]);
  });

  it('ends the poll on the wire', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    bench.loop.stop();
    expect(bench.poll.signal.aborted).toBe(true);
  });

  it('leaves no timer behind', async () => {
    const bench = createLoopBench();
    await states['a wait'](bench);
    bench.loop.stop();
    await bench.settle();
    expect(bench.clock.pending).toBe(0);
  });

  it('commits nothing of a reply that arrives in the same moment', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    const replied = bench.poll.reply('h2', CHANGE);
    bench.loop.stop();
    await replied;
    expect(bench.commits).toEqual([]);
  });

  it.each(['refused', 'later'] as const)(
    'during a renewal that is %s afterwards tells nothing more',
    async (outcome) => {
      const bench = createLoopBench();
      await states['a renewal'](bench);
      bench.loop.stop();
      bench.renewals.at(-1)?.resolve(outcome);
      await bench.advance(60_000);
      expect(bench.told).toEqual([]);
    },
  );

  it('followed by a start during a renewal leaves the new loop alone', async () => {
    const bench = createLoopBench();
    await states['a renewal'](bench);
    bench.loop.stop();
    await bench.start('new');
    bench.renewals.at(-1)?.resolve('refused');
    await bench.settle();
    expect([bench.loop.running, bench.told, bench.poll.hash]).toEqual([true, [], 'new']);
  });
});

describe('resync', () => {
  it.each(names)('during %s makes the next poll ask for everything', async (name) => {
    const bench = createLoopBench();
    await states[name](bench);
    bench.loop.resync();
    await release(bench);
    expect(bench.hashes).toEqual(['h1', '']);
  });

  it('during the commit of a complete reply is not lost', async () => {
    const bench = createLoopBench();
    bench.settings.holdCommits = true;
    await bench.start('');
    await bench.poll.reply('h1', CHANGE);
    bench.loop.resync();
    await release(bench);
    expect(bench.hashes).toEqual(['', '']);
  });

  it('waits as long as the server has asked to be left alone, and then asks for everything', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.poll.fail('rateLimited', 20_000);
    bench.loop.resync();
    await bench.advance(19_900);
    expect(bench.hashes).toEqual(['h1']);
    await bench.advance(200 + ROUND_MS);
    expect(bench.hashes).toEqual(['h1', '']);
  });

  it('takes the poll on the wire away', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    const first = bench.poll;
    bench.loop.resync();
    await bench.settle();
    expect([first.signal.aborted, bench.told]).toEqual([true, []]);
  });

  it('does nothing while no loop runs', async () => {
    const bench = createLoopBench();
    bench.loop.resync();
    await bench.advance(60_000);
    expect(bench.polls).toEqual([]);
  });
});

describe('hurry', () => {
  it('ends the wait after a failure at once', async () => {
    const bench = createLoopBench();
    await states['a wait'](bench);
    bench.loop.hurry();
    await bench.settle();
    expect(bench.hashes).toEqual(['h1', '']);
  });

  it('does not hurry a server that has asked to be left alone', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.poll.fail('rateLimited', 20_000);
    bench.loop.hurry();
    await bench.advance(19_900);
    expect(bench.hashes).toEqual(['h1']);
  });

  it('leaves a healthy poll on the wire', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    bench.loop.hurry();
    await bench.settle();
    expect([bench.polls.length, bench.poll.signal.aborted]).toEqual([1, false]);
  });

  it('leaves the pause after a quick quiet reply, or popups would make a hot loop', async () => {
    const bench = createLoopBench();
    await states['the pause after a quick quiet reply'](bench);
    bench.loop.hurry();
    await bench.settle();
    expect(bench.polls).toHaveLength(1);
  });

  it('during a commit changes nothing', async () => {
    const bench = createLoopBench();
    await states['a commit'](bench);
    bench.loop.hurry();
    await release(bench);
    expect(bench.hashes).toEqual(['h1', 'h2']);
  });

  it('does nothing while no loop runs', async () => {
    const bench = createLoopBench();
    bench.loop.hurry();
    await bench.settle();
    expect(bench.polls).toEqual([]);
  });
});

describe('a network that is back', () => {
  const SOON_MS = 2_000;

  it.each([0.1, 0.9])(
    'ends the wait after a failure within two seconds, at a moment of each agent’s own (chance %d)',
    async (random) => {
      const bench = createLoopBench();
      await bench.start('h1');
      await bench.advance(7_000);
      await bench.poll.fail('network');
      bench.settings.random = random;
      bench.loop.networkBack();
      expect(await bench.waitForPoll()).toBe(random * SOON_MS);
    },
  );

  it.each(['network', 'timeout'] as const)(
    'has a poll asked again within a second that ends with %s before the network has settled',
    async (kind) => {
      const bench = createLoopBench();
      await bench.start('h1');
      await bench.advance(7_000);
      bench.loop.networkBack();
      for (let failure = 0; failure < 3; failure += 1) {
        await bench.advance(1_000);
        await bench.poll.fail(kind);
        expect(await bench.waitForPoll()).toBeLessThanOrEqual(1_000);
      }
    },
  );

  it('is no reason to hurry later on', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    bench.loop.networkBack();
    await bench.advance(7_000);
    await bench.poll.fail('network');
    expect(await bench.waitForPoll()).toBeGreaterThan(ROUND_MS / 2);
  });

  it('leaves a poll alone that was sent meanwhile', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.poll.fail('network');
    bench.settings.random = 0.9;
    bench.loop.networkBack();
    await bench.advance(5_000);
    expect([bench.polls.length, bench.poll.signal.aborted]).toEqual([2, false]);
  });

  it('leaves a healthy poll on the wire', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    bench.loop.networkBack();
    await bench.advance(5_000);
    expect([bench.polls.length, bench.poll.signal.aborted]).toEqual([1, false]);
  });

  it('does not hurry a server that has asked to be left alone', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.poll.fail('rateLimited', 20_000);
    bench.loop.networkBack();
    await bench.advance(19_900);
    expect(bench.hashes).toEqual(['h1']);
  });

  it('starts nothing in a loop that was stopped or never ran', async () => {
    const bench = createLoopBench();
    bench.loop.networkBack();
    await bench.start('h1');
    await bench.advance(7_000);
    await bench.poll.fail('network');
    bench.loop.networkBack();
    bench.loop.stop();
    await bench.advance(60_000);
    expect([bench.polls.length, bench.clock.pending]).toEqual([1, 0]);
  });
});

describe('overslept', () => {
  /** The computer slept: time has passed, timers have not fired. */
  function sleepThrough(bench: ReturnType<typeof createLoopBench>, ms: number): () => void {
    const { now } = bench.clock;
    const clock = bench.clock as { now(): number };
    clock.now = () => now() + ms;
    return () => {
      clock.now = now;
    };
  }

  it('is not said of a poll that the server holds', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.advance(25_000);
    expect(bench.loop.overslept()).toBe(false);
  });

  it('is said of a poll that is older than any server holds one', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    sleepThrough(bench, 31_000);
    expect(bench.loop.overslept()).toBe(true);
  });

  it('is not said of a wait that the server has asked for', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.poll.fail('rateLimited', 300_000);
    await bench.advance(290_000);
    expect(bench.loop.overslept()).toBe(false);
  });

  it('is said of a wait that should be over', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.poll.fail('server');
    sleepThrough(bench, 60_000);
    expect(bench.loop.overslept()).toBe(true);
  });

  it('is not said when no loop runs', () => {
    const bench = createLoopBench();
    sleepThrough(bench, 60_000);
    expect(bench.loop.overslept()).toBe(false);
  });
});
