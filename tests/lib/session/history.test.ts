import { describe, expect, it } from 'vitest';
import { ANNA, createSessionWorld } from '../../support/session-world';

async function ready() {
  const bench = createSessionWorld();
  await bench.signIn();
  bench.world.goReady(ANNA);
  await bench.advance(1_000);
  const ring = (number: string) => bench.world.ringAgent({ agent: ANNA, number, queue: '3003' });
  const missed = async (number: string) => {
    const activity = ring(number);
    await bench.advance(1_000);
    bench.world.callerHangsUp(activity);
    await bench.advance(1_000);
  };
  const entries = () =>
    (bench.storage.history?.entries ?? []).map(({ activity, outcome }) => [
      activity.number,
      outcome,
    ]);
  const reads = () => bench.requestsTo('GET', '/activities').length;
  return { bench, entries, missed, reads, ring };
}

describe('the history', () => {
  it('notes a missed call without asking the server', async () => {
    const { entries, missed, reads } = await ready();
    await missed('+420600111222');
    expect(entries()).toEqual([['+420600111222', 'missed']]);
    expect(reads()).toBe(0);
  });

  it('notes a call that ended while the worker was dead', async () => {
    const { bench, entries, ring } = await ready();
    const activity = ring('+420600111222');
    await bench.advance(1_000);
    bench.killWorker();
    bench.world.callerHangsUp(activity);
    await bench.wakeWorker();
    await bench.advance(1_000);
    expect(entries()).toEqual([['+420600111222', 'missed']]);
  });

  it("is joined with Daktela's own list of the agent's activities", async () => {
    const { bench, entries, missed } = await ready();
    await missed('+420600111222');
    await bench.within(bench.session.loadHistory());
    expect(entries()).toEqual([['+420600111222', 'missed']]);
    expect(bench.storage.history?.loadedAtMs).not.toBeNull();
  });

  it("asks for the agent's own activities, the newest first", async () => {
    const { bench } = await ready();
    await bench.within(bench.session.loadHistory());
    const [request] = bench.requestsTo('GET', '/activities');
    expect(Object.fromEntries(new URLSearchParams(request?.query))).toMatchObject({
      'filter[0][field]': 'user',
      'filter[0][value]': ANNA,
      'sort[0][dir]': 'desc',
    });
  });

  it('is not read again within seconds, however many views ask', async () => {
    const { bench, reads } = await ready();
    for (let view = 0; view < 5; view += 1) await bench.within(bench.session.loadHistory());
    expect(reads()).toBe(1);
    await bench.advance(6_000);
    await bench.within(bench.session.loadHistory());
    expect(reads()).toBe(2);
  });

  it('keeps what was seen when the list cannot be read, and says why', async () => {
    const { bench, entries, missed } = await ready();
    await missed('+420600111222');
    bench.faults.add({
      kind: 'status',
      status: 403,
      match: { method: 'GET', path: '/activities' },
    });
    await bench.within(bench.session.loadHistory());
    expect(entries()).toHaveLength(1);
    expect(bench.storage.history?.failure?.kind).toBe('forbidden');
  });

  it('is gone when the agent signs out', async () => {
    const { bench, missed } = await ready();
    await missed('+420600111222');
    await bench.within(bench.session.signOut());
    expect(bench.storage.history).toBeNull();
  });

  it('of one agent is not shown to the next', async () => {
    const { bench, missed } = await ready();
    await missed('+420600111222');
    await bench.signIn(bench.byToken());
    expect(bench.storage.history?.entries ?? []).toEqual([]);
  });

  it('that comes in after the agent has left is dropped', async () => {
    const { bench, missed } = await ready();
    await missed('+420600111222');
    bench.faults.add({ kind: 'delay', ms: 3_000, match: { method: 'GET', path: '/activities' } });
    const loading = bench.session.loadHistory();
    await bench.settle();
    await bench.within(bench.session.signOut());
    await bench.within(loading);
    expect(bench.storage.history).toBeNull();
  });
});
