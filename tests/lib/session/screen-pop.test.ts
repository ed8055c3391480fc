import { describe, expect, it } from 'vitest';
import { DEFAULT_SCREEN_POP, type ScreenPopSettings } from '@/lib/settings/screen-pop';
import { ANNA, createSessionWorld } from '../../support/session-world';

const PAGE = 'https://crm.example/search?q=%2B420600111222';

async function ready(settings: Partial<ScreenPopSettings> = { in: 'ring' }) {
  const bench = createSessionWorld();
  bench.settings.screenPop = {
    ...DEFAULT_SCREEN_POP,
    search: 'https://crm.example/search?q={number}',
    ...settings,
  };
  await bench.signIn();
  bench.world.goReady(ANNA);
  await bench.advance(1_000);
  const ring = (number = '+420600111222') =>
    bench.world.ringAgent({ agent: ANNA, number, queue: '3003' });
  const accept = async (activity: string) => {
    await bench.within(
      bench.session.command('accept', (client) => client.acceptActivity(activity, '305')),
    );
    await bench.advance(3_000);
  };
  return { bench, ring, accept };
}

describe('the caller’s page', () => {
  it('is opened at the first ring, and once however often pull data shows the call', async () => {
    const { bench, ring, accept } = await ready();
    const activity = ring();
    await bench.advance(1_000);
    expect(bench.pops).toEqual([PAGE]);
    await bench.advance(40_000);
    await accept(activity);
    expect(bench.pops).toEqual([PAGE]);
  });

  it('is opened when the call is answered, where the agent wants it then', async () => {
    const { bench, ring, accept } = await ready({ in: 'answer' });
    const activity = ring();
    await bench.advance(1_000);
    expect(bench.pops).toEqual([]);
    await accept(activity);
    expect(bench.pops).toEqual([PAGE]);
  });

  it('is opened for a dialled call, where the agent wants it', async () => {
    const { bench } = await ready({ out: 'ring' });
    await bench.within(bench.session.dial('1', '+420600111222', null));
    await bench.advance(1_000);
    expect(bench.pops).toEqual([PAGE]);
  });

  it('is opened for each of two calls that begin to ring at one moment', async () => {
    const { bench, ring } = await ready();
    ring();
    ring('+420600111333');
    await bench.advance(1_000);
    expect(bench.pops).toEqual([PAGE, 'https://crm.example/search?q=%2B420600111333']);
  });

  it('is opened by the next life for a call that began while the worker was dead', async () => {
    const { bench, ring } = await ready();
    bench.killWorker();
    ring();
    await bench.wakeWorker();
    await bench.advance(1_000);
    expect(bench.pops).toEqual([PAGE]);
  });

  it('is not opened for a call that came and went while the worker was dead', async () => {
    const { bench, ring } = await ready();
    bench.killWorker();
    bench.world.callerHangsUp(ring());
    await bench.wakeWorker();
    await bench.advance(1_000);
    expect(bench.pops).toEqual([]);
  });

  it('is not opened for a call of which the killed worker knew, and which is over since', async () => {
    const { bench, ring } = await ready();
    bench.onStep = (moment) => {
      if (moment === 'writeSnapshot is done') bench.killWorker();
    };
    const activity = ring();
    await bench.advance(1_000);
    bench.onStep = () => {};
    expect(bench.storage.snapshot?.state.activities).toHaveLength(1);
    bench.world.callerHangsUp(activity);
    await bench.wakeWorker();
    await bench.advance(1_000);
    expect(bench.pops).toEqual([]);
  });

  it('is not opened when it cannot be noted that it was', async () => {
    const { bench, ring } = await ready();
    bench.storage.failNext('writeScreenPops', 1_000);
    ring();
    await bench.advance(1_000);
    expect(bench.pops).toEqual([]);
  });

  it('is nobody’s business any more once the agent has signed out', async () => {
    const { bench, ring } = await ready();
    ring();
    await bench.advance(1_000);
    await bench.within(bench.session.signOut());
    expect(bench.storage.screenPops).toEqual([]);
  });

  it('is remembered for the last fifty calls and no more', async () => {
    const { bench, ring } = await ready();
    for (let call = 0; call < 60; call += 1) {
      const activity = ring();
      await bench.advance(100);
      bench.world.callerHangsUp(activity);
      await bench.advance(100);
    }
    expect(bench.pops).toHaveLength(60);
    expect(bench.storage.screenPops).toHaveLength(50);
  });
});

/** The moments from the ring to the open page between which a worker may be killed. */
async function momentsOfAPop(): Promise<string[]> {
  const { bench, ring } = await ready();
  const moments: string[] = [];
  bench.onStep = (moment) => moments.push(moment);
  ring();
  await bench.advance(1_000);
  return moments;
}

it('is opened at most once whenever the worker is killed, and lost only in the moment before', async () => {
  const moments = await momentsOfAPop();
  expect(moments).toContain('writeScreenPops is done');
  const popped: Record<string, number> = {};
  for (const [index, moment] of moments.entries()) {
    const { bench, ring } = await ready();
    let step = 0;
    bench.onStep = () => {
      if (step === index) bench.killWorker();
      step += 1;
    };
    ring();
    await bench.advance(1_000);
    await bench.wakeWorker();
    await bench.advance(2_000);
    popped[`${index} ${moment}`] = bench.pops.length;
  }
  const lost = Object.entries(popped).filter(([, times]) => times === 0);
  expect(Object.values(popped).every((times) => times <= 1)).toBe(true);
  expect(lost.map(([moment]) => moment.replace(/^\d+ /, ''))).toEqual([
    'writeScreenPops is done',
    'the CRM is asked for',
  ]);
});
