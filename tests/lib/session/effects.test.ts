import { describe, expect, it } from 'vitest';
import type { Switches } from '../../simulator/switches';
import { ANNA, createSessionWorld } from '../../support/session-world';

async function ready(switches: Partial<Switches> = {}) {
  const bench = createSessionWorld({ switches: { loginReply: 'object', ...switches } });
  await bench.signIn();
  bench.world.goReady(ANNA);
  await bench.advance(1_000);
  return bench;
}

/** A call of the queue is taken by the agent. */
async function take(bench: Awaited<ReturnType<typeof ready>>, queue = '3001'): Promise<void> {
  const name = bench.world.ringAgent({ agent: ANNA, number: '+420600111222', queue });
  await bench.settle();
  await bench.within(bench.session.command(name, (client) => client.acceptActivity(name, '305')));
  await bench.advance(1_000);
}

const statusReads = (bench: ReturnType<typeof createSessionWorld>) =>
  bench.requestsTo('GET', '/statuses');
const whoimReads = (bench: ReturnType<typeof createSessionWorld>) =>
  bench.requestsTo('GET', '/whoim').length;

describe('statuses of a queue', () => {
  it('are read when a call of it is open', async () => {
    const bench = await ready();
    await take(bench);
    expect(bench.state.queueStatuses['3001']?.map(({ title }) => title)).toEqual([
      'Vyřešeno',
      'Call back',
      'Escalated',
    ]);
  });

  it('are read once, however many of its calls are open', async () => {
    const bench = await ready();
    await take(bench);
    await take(bench);
    expect(statusReads(bench)).toHaveLength(1);
  });

  it('are not read when the queue has none', async () => {
    const bench = await ready();
    await take(bench, '3003');
    expect(statusReads(bench)).toEqual([]);
  });

  it('are read again after the server could not answer', async () => {
    const bench = await ready();
    bench.faults.add({ kind: 'status', status: 503, times: 2, match: { path: '/statuses' } });
    await take(bench);
    await bench.advance(10_000);
    expect(statusReads(bench).map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(bench.state.queueStatuses['3001']).toHaveLength(3);
  });

  it('that may not be read count as none, so that the call can be closed', async () => {
    const bench = await ready({ statusesReadable: false });
    await take(bench);
    await bench.advance(30_000);
    expect(statusReads(bench)).toHaveLength(1);
    expect(bench.state.queueStatuses['3001']).toEqual([]);
  });

  it('asked for with a token that has just expired are read with the renewed one', async () => {
    const bench = await ready();
    bench.faults.add({ kind: 'status', status: 401, times: 1, match: { path: '/statuses' } });
    await take(bench);
    await bench.advance(10_000);
    expect(bench.state.queueStatuses['3001']).toHaveLength(3);
  });

  it('that arrive after the agent has left are thrown away', async () => {
    const bench = await ready();
    bench.faults.add({ kind: 'delay', ms: 3_000, match: { path: '/statuses' } });
    await take(bench);
    await bench.within(bench.session.signOut());
    await bench.advance(10_000);
    expect(bench.state.queueStatuses).toEqual({});
  });

  it('that are refused after the agent has left are thrown away', async () => {
    const bench = await ready({ statusesReadable: false });
    bench.faults.add({ kind: 'delay', ms: 3_000, match: { path: '/statuses' } });
    await take(bench);
    await bench.within(bench.session.signOut());
    await bench.advance(10_000);
    expect(bench.state.queueStatuses).toEqual({});
  });
});

describe('devices', () => {
  it('are read for a user who has none of their own', async () => {
    const bench = createSessionWorld({ agent: 'petr.svoboda' });
    await bench.signIn();
    await bench.settle();
    expect(bench.state.availableDevices?.map(({ name }) => name)).toContain('307');
    expect(bench.requestsTo('GET', '/getAvailableExtensions')).toHaveLength(1);
  });

  it('are not read for a user with a desk phone', async () => {
    const bench = createSessionWorld();
    await bench.signIn();
    await bench.advance(60_000);
    expect(bench.requestsTo('GET', '/getAvailableExtensions')).toEqual([]);
    expect(bench.state.availableDevices).toBeNull();
  });

  it('are read anew when the agent asks', async () => {
    const bench = await ready();
    expect(await bench.within(bench.session.loadDevices())).toEqual({ ok: true });
    expect(bench.state.availableDevices).not.toBeNull();
  });

  it('that cannot be read are told as a failure to the agent who asked', async () => {
    const bench = await ready();
    bench.faults.add({ kind: 'status', status: 502, match: { path: '/getAvailableExtensions' } });
    expect(await bench.within(bench.session.loadDevices())).toMatchObject({
      error: { kind: 'server' },
    });
  });
});

describe('whoim', () => {
  it.each(['boolean', 'number', 'counter', 'sticky'] as const)(
    'is read once for one mark of the kind %s',
    async (reloadUserAs) => {
      const bench = await ready({ reloadUserAs });
      const before = whoimReads(bench);
      bench.world.bumpReloadUser(ANNA);
      await bench.advance(120_000);
      expect(whoimReads(bench) - before).toBe(1);
    },
  );

  it('is read again for the next mark', async () => {
    const bench = await ready();
    const before = whoimReads(bench);
    for (let mark = 0; mark < 3; mark += 1) {
      bench.world.bumpReloadUser(ANNA);
      await bench.advance(20_000);
    }
    expect(whoimReads(bench) - before).toBe(3);
  });

  it('is read again after the server could not answer', async () => {
    const bench = await ready();
    const before = whoimReads(bench);
    bench.faults.add({ kind: 'cut', times: 2, match: { path: '/whoim' } });
    bench.world.bumpReloadUser(ANNA);
    await bench.advance(30_000);
    expect(whoimReads(bench) - before).toBe(3);
  });

  it('is given up after some attempts', async () => {
    const bench = await ready();
    const before = whoimReads(bench);
    bench.faults.add({ kind: 'status', status: 502, match: { path: '/whoim' } });
    bench.world.bumpReloadUser(ANNA);
    await bench.advance(600_000);
    expect(whoimReads(bench) - before).toBe(4);
  });
});
