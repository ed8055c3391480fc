import { describe, expect, it } from 'vitest';
import type { FailureKind } from '@/lib/daktela/failure';
import { FIRST_ROUND_AFTER_MS, ROUND_MS } from '@/lib/pull/retry-time';
import { CHANGE, createLoopBench } from '../../support/loop-bench';

describe('one loop', () => {
  it('started twice is still one loop', async () => {
    const bench = createLoopBench();
    bench.loop.start('');
    await bench.start('other');
    expect(bench.hashes).toEqual(['']);
  });

  it('never has two polls on the wire, whatever is asked of it', async () => {
    const bench = createLoopBench();
    await bench.start();
    bench.loop.resync();
    bench.loop.start('');
    bench.loop.resync();
    bench.loop.hurry();
    await bench.settle();
    await bench.poll.fail('network');
    bench.loop.hurry();
    bench.loop.resync();
    await bench.advance(60_000);
    expect(bench.mostOnTheWire).toBe(1);
  });

  it('can be started again after it was stopped', async () => {
    const bench = createLoopBench();
    await bench.start('a');
    bench.loop.stop();
    await bench.start('b');
    expect(bench.hashes).toEqual(['a', 'b']);
    expect(bench.loop.running).toBe(true);
  });
});

describe('hash', () => {
  it('goes from each reply to the next poll', async () => {
    const bench = createLoopBench();
    await bench.start();
    await bench.poll.reply('h1', CHANGE);
    await bench.poll.reply('h2', CHANGE);
    expect(bench.hashes).toEqual(['', 'h1', 'h2']);
  });

  it('stays as it is when a reply brings none', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.poll.reply(null, CHANGE);
    expect(bench.hashes).toEqual(['h1', 'h1']);
  });

  it('is stored together with the reply, and only the reply to an empty hash is complete', async () => {
    const bench = createLoopBench();
    await bench.start();
    await bench.poll.reply('h1', CHANGE);
    await bench.poll.reply('h2', CHANGE);
    expect(bench.commits.map(({ hash, complete }) => [hash, complete])).toEqual([
      ['h1', true],
      ['h2', false],
    ]);
  });

  it('is sent only after the commit is done', async () => {
    const bench = createLoopBench();
    bench.settings.holdCommits = true;
    await bench.start();
    await bench.poll.reply('h1', CHANGE);
    await bench.advance(60_000);
    expect(bench.hashes).toEqual(['']);
    bench.commit.done.resolve();
    await bench.settle();
    expect(bench.hashes).toEqual(['', 'h1']);
  });

  it('of a reply that could not be committed is never sent', async () => {
    const bench = createLoopBench();
    bench.settings.holdCommits = true;
    await bench.start('h1');
    await bench.poll.reply('h2', CHANGE);
    bench.commit.done.reject(new Error('storage is full'));
    await bench.waitForPoll();
    expect(bench.hashes).toEqual(['h1', '']);
  });

  it.each(['refused', 'missing'] as const)(
    'is given up when it is %s, and at once',
    async (kind) => {
      const bench = createLoopBench();
      await bench.start('forgotten');
      await bench.poll.fail(kind);
      expect(bench.hashes).toEqual(['forgotten', '']);
      expect(bench.told).toEqual([]);
    },
  );

  it('refused although it is empty makes the loop wait as for any other failure', async () => {
    const bench = createLoopBench();
    await bench.start('');
    await bench.poll.fail('refused');
    expect(bench.hashes).toEqual(['']);
    expect(bench.told).toEqual(['link broken']);
    await bench.waitForPoll();
    expect(bench.hashes).toEqual(['', '']);
  });

  it('refused each time it is given is asked for less and less often', async () => {
    const bench = createLoopBench();
    bench.settings.random = 0.999_999;
    await bench.start('');
    for (let round = 0; round < 400 && bench.clock.now() % 86_400_000 < 28_920_000; round += 1) {
      if (bench.poll.hash === '') await bench.poll.reply(`h${round}`, CHANGE);
      else await bench.poll.fail('refused');
      await bench.advance(100);
    }
    expect(bench.polls.length).toBeLessThan(30);
  });
});

describe('quiet replies', () => {
  it('after the usual 15 s are followed by the next poll at once', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.advance(15_000);
    await bench.poll.reply('h1');
    expect(bench.hashes).toEqual(['h1', 'h1']);
  });

  it('are committed, so that the time of the last pull is known', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.advance(15_000);
    await bench.poll.reply('h1');
    expect(bench.commits).toHaveLength(1);
  });

  it('that come at once do not make a hot loop', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    for (let tick = 0; tick < 1_000; tick += 1) {
      await bench.poll.reply('h1');
      await bench.advance(10);
    }
    expect(bench.polls.length).toBeLessThanOrEqual(21);
  });

  it('are no reason to wait when they bring a change', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.poll.reply('h2', CHANGE);
    expect(bench.hashes).toEqual(['h1', 'h2']);
  });
});

const HELD_MS = 7_000;
/** How long those wait whose chance says one half. */
const QUICK_WAIT_MS = 600;
const FIRST_ROUND_WAIT_MS = FIRST_ROUND_AFTER_MS + ROUND_MS / 2;

/** The server cuts a poll that it has held for a while. */
async function cutHeldPoll(bench: ReturnType<typeof createLoopBench>, kind: FailureKind) {
  await bench.advance(HELD_MS);
  await bench.poll.fail(kind);
}

describe('failures', () => {
  it.each(['network', 'server', 'notDaktela', 'forbidden'] as const)(
    '%s of a held poll makes it wait for its place in a round and then ask for everything',
    async (kind) => {
      const bench = createLoopBench();
      await bench.start('h1');
      await cutHeldPoll(bench, kind);
      expect(bench.told).toEqual(['link broken']);
      expect(await bench.waitForPoll()).toBe(FIRST_ROUND_WAIT_MS);
      expect(bench.hashes).toEqual(['h1', '']);
    },
  );

  it.each(['network', 'server', 'notDaktela', 'forbidden'] as const)(
    '%s of a poll just sent is mended within a second, as few others ask at that moment',
    async (kind) => {
      const bench = createLoopBench();
      await bench.start('h1');
      await bench.advance(600);
      await bench.poll.fail(kind);
      expect(bench.told).toEqual(['link broken']);
      expect(await bench.waitForPoll()).toBe(QUICK_WAIT_MS);
      expect(bench.hashes).toEqual(['h1', '']);
    },
  );

  it('of a poll that was held for longer than a connection takes to break are everybody’s', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.advance(610);
    await bench.poll.fail('network');
    expect(await bench.waitForPoll()).toBe(FIRST_ROUND_WAIT_MS);
  });

  it('of a poll that vanished may be everybody’s', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.advance(25_000);
    await bench.poll.fail('timeout');
    expect(await bench.waitForPoll()).toBe(FIRST_ROUND_WAIT_MS);
  });

  it('that go on after one quick retry may be everybody’s', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    const waits: number[] = [];
    for (let failure = 0; failure < 3; failure += 1) {
      await bench.poll.fail('network');
      waits.push(await bench.waitForPoll());
    }
    expect(waits).toEqual([QUICK_WAIT_MS, FIRST_ROUND_WAIT_MS, ROUND_MS]);
  });

  it('after a held poll was cut are not retried quickly, however quickly they come', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    const roundFromMs = bench.clock.now() + HELD_MS + FIRST_ROUND_AFTER_MS;
    await cutHeldPoll(bench, 'network');
    const rounds: number[] = [];
    for (const random of [0.2, 0.9, 0.1, 0.4]) {
      bench.settings.random = random;
      await bench.waitForPoll();
      rounds.push((bench.poll.atMs - roundFromMs) / ROUND_MS);
      await bench.poll.fail('network');
    }
    // The place in the round was drawn when the trouble began.
    expect(rounds).toEqual([0.5, 1.5, 2.5, 3.5]);
  });

  it('are forgotten with the first good reply', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    for (let failure = 0; failure < 5; failure += 1) {
      await bench.poll.fail('server');
      await bench.waitForPoll();
    }
    await bench.poll.reply('h2', CHANGE);
    await bench.poll.fail('server');
    expect(await bench.waitForPoll()).toBe(QUICK_WAIT_MS);
  });

  it('with Retry-After wait as long as the server says, and then for their moment in a round', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.poll.fail('rateLimited', 120_000);
    expect(await bench.waitForPoll()).toBe(120_000 + ROUND_MS / 2);
  });

  it('of a poll that vanished wait too when the server says how long', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.poll.fail('timeout', 60_000);
    expect(await bench.waitForPoll()).toBe(60_000 + ROUND_MS / 2);
  });

  it('after a hurried poll do not count the rounds that were left out', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await cutHeldPoll(bench, 'network');
    for (let opening = 0; opening < 5; opening += 1) {
      bench.loop.hurry();
      await bench.settle();
      await bench.poll.fail('network');
    }
    expect(await bench.waitForPoll()).toBe(FIRST_ROUND_WAIT_MS);
  });

  it('are told with their cause and the time of the next poll', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.poll.fail('server');
    const [broken] = bench.brokenLinks;
    await bench.waitForPoll();
    expect(broken).toMatchObject({ error: { kind: 'server' }, notBeforeMs: broken?.atMs });
    expect(bench.poll.atMs).toBe(broken?.retryAtMs);
  });

  it('with Retry-After are told with the time before which nobody may ask', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    await bench.poll.fail('rateLimited', 42_000);
    const [broken] = bench.brokenLinks;
    expect([broken?.notBeforeMs, broken?.retryAtMs]).toEqual(
      [42_000, 42_000 + ROUND_MS / 2].map((delayMs) => Number(broken?.atMs) + delayMs),
    );
  });

  it('with Retry-After zero do not make a hot loop', async () => {
    const bench = createLoopBench();
    await bench.start('h1');
    for (let failure = 0; failure < 100; failure += 1) {
      await bench.poll.fail('rateLimited', 0);
      await bench.advance(100);
    }
    expect(bench.polls.length).toBeLessThanOrEqual(8);
  });

  it('of a commit do not end the loop', async () => {
    const bench = createLoopBench();
    bench.settings.holdCommits = true;
    await bench.start('h1');
    for (let failure = 0; failure < 3; failure += 1) {
      await bench.poll.reply('h2', CHANGE);
      bench.commit.done.reject(new Error('storage is full'));
      await bench.waitForPoll();
    }
    await bench.poll.reply('h2', CHANGE);
    bench.commit.done.resolve();
    await bench.settle();
    expect(bench.hashes).toEqual(['h1', '', '', '', 'h2']);
  });

  it('of the store that should note a broken link do not end the loop', async () => {
    const bench = createLoopBench();
    bench.failing.linkBroken = true;
    await bench.start('h1');
    await bench.poll.fail('network');
    await bench.waitForPoll();
    expect(bench.hashes).toEqual(['h1', '']);
  });
});

describe('a token the server does not know', () => {
  it('is renewed once, and the loop goes on at once with the same hash', async () => {
    const bench = createLoopBench();
    bench.settings.renewal = 'renewed';
    await bench.start('h1');
    await bench.poll.fail('unauthorised');
    expect(bench.hashes).toEqual(['h1', 'h1']);
    expect([bench.renewals.length, bench.told]).toEqual([1, []]);
  });

  it('a second time in a row is final', async () => {
    const bench = createLoopBench();
    bench.settings.renewal = 'renewed';
    await bench.start('h1');
    await bench.poll.fail('unauthorised');
    await bench.poll.fail('unauthorised');
    expect([bench.renewals.length, bench.told]).toEqual([1, ['expired']]);
    expect(bench.loop.running).toBe(false);
  });

  it('may be renewed again after a good reply', async () => {
    const bench = createLoopBench();
    bench.settings.renewal = 'renewed';
    await bench.start('h1');
    await bench.poll.fail('unauthorised');
    await bench.poll.reply('h2', CHANGE);
    await bench.poll.fail('unauthorised');
    expect([bench.renewals.length, bench.told]).toEqual([2, []]);
  });

  it('may be renewed again after a trouble in which it has grown old', async () => {
    const bench = createLoopBench();
    bench.settings.renewal = 'renewed';
    await bench.start('h1');
    await bench.poll.fail('unauthorised');
    await bench.poll.fail('server');
    await bench.waitForPoll();
    await bench.poll.fail('unauthorised');
    expect([bench.renewals.length, bench.told]).toEqual([2, ['link broken']]);
  });

  it('ends the loop when it cannot be renewed', async () => {
    const bench = createLoopBench();
    bench.settings.renewal = 'refused';
    await bench.start('h1');
    await bench.poll.fail('unauthorised');
    await bench.advance(600_000);
    expect([bench.polls.length, bench.told]).toEqual([1, ['expired']]);
  });

  it('is renewed later when the renewal gets no answer', async () => {
    const bench = createLoopBench();
    bench.settings.renewal = 'later';
    await bench.start('h1');
    await bench.poll.fail('unauthorised');
    expect(bench.told).toEqual(['link broken']);
    bench.settings.renewal = 'renewed';
    await bench.waitForPoll();
    await bench.poll.fail('unauthorised');
    await bench.poll.reply('h2', CHANGE);
    expect(bench.hashes).toEqual(['h1', '', '', 'h2']);
  });
});
