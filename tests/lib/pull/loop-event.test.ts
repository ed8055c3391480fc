import { expect, it } from 'vitest';
import { CHANGE, createLoopBench } from '../../support/loop-bench';

async function aLoop() {
  const bench = createLoopBench();
  await bench.start('h');
  /** What was noted since it was last looked at. */
  const since = () => bench.noted.splice(0);
  return { bench, since };
}

it('a poll is noted when it leaves and when it is answered, with what came of it', async () => {
  const { bench, since } = await aLoop();
  await bench.advance(7_000);
  await bench.poll.reply('i', CHANGE);
  await bench.advance(15_000);
  await bench.poll.reply('i');
  expect(since()).toEqual([
    { kind: 'loopStarted' },
    { kind: 'pollSent', complete: false },
    { kind: 'pollAnswered', quiet: false, tookMs: 7_000 },
    { kind: 'pollSent', complete: false },
    { kind: 'pollAnswered', quiet: true, tookMs: 15_000 },
    { kind: 'pollSent', complete: false },
  ]);
});

it('a poll that fails is noted with its reason and the wait that follows, and what ends the wait', async () => {
  const { bench, since } = await aLoop();
  await bench.advance(2_000);
  since();
  await bench.poll.fail('server');
  const forMs = (bench.brokenLinks[0]?.retryAtMs ?? 0) - bench.clock.now();
  expect(forMs).toBeGreaterThan(0);
  expect(since()).toEqual([
    { kind: 'pollFailed', failure: 'server', status: null, tookMs: 2_000 },
    { kind: 'waiting', forMs },
  ]);
  bench.loop.hurry();
  await bench.settle();
  expect(since()).toEqual([{ kind: 'hurried' }, { kind: 'pollSent', complete: true }]);
});

it('an answer that cannot be stored is no failure of the server’s', async () => {
  const { bench, since } = await aLoop();
  bench.settings.holdCommits = true;
  since();
  await bench.poll.reply('i', CHANGE);
  bench.commits[0]?.done.reject(new Error('storage is full'));
  await bench.settle();
  expect(since()).toMatchObject([
    { kind: 'pollAnswered' },
    { kind: 'pollFailed', failure: 'internal', status: null },
    { kind: 'waiting' },
  ]);
});

it('a token that has run out is noted with what came of its renewal', async () => {
  const { bench, since } = await aLoop();
  bench.settings.renewal = 'refused';
  since();
  await bench.poll.fail('unauthorised');
  expect(since()).toMatchObject([
    { kind: 'pollFailed', failure: 'unauthorised' },
    { kind: 'tokenRenewal', outcome: 'refused' },
    { kind: 'loopExpired' },
  ]);
});

it('everything asked for anew, a network that is back, and the end are noted, the end once', async () => {
  const { bench, since } = await aLoop();
  since();
  bench.loop.resync();
  await bench.settle();
  bench.loop.networkBack();
  bench.loop.stop();
  bench.loop.stop();
  expect(since()).toEqual([
    { kind: 'resync' },
    { kind: 'pollSent', complete: true },
    { kind: 'networkBack' },
    { kind: 'loopStopped' },
  ]);
});
