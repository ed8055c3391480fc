// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createScenario } from './scenario';

describe('a fault', () => {
  it('delay answers only after its time', async () => {
    const { anna, simulator, clock } = createScenario();
    simulator.faults.add({ kind: 'delay', ms: 5000 });
    let done = false;
    const reply = anna('GET', 'whoim').finally(() => {
      done = true;
    });
    await clock.advance(4999);
    expect(done).toBe(false);
    await clock.advance(1);
    expect((await reply).status).toBe(200);
  });

  it('delay ends when the client aborts, and leaves no timer', async () => {
    const { anna, simulator, clock, world } = createScenario();
    simulator.faults.add({ kind: 'delay', ms: 5000 });
    const abort = new AbortController();
    const reply = anna('GET', 'whoim', undefined, { signal: abort.signal });
    const outcome = expect(reply).rejects.toThrow(/abort/i);
    await clock.advance(1);
    abort.abort();
    await outcome;
    expect(world.timers.pending).toBe(0);
  });

  it('cut throws a TypeError as fetch does and the server does nothing', async () => {
    const { anna, simulator, world } = createScenario();
    simulator.faults.add({ kind: 'cut' });
    await expect(anna('POST', 'usersSession', { setReady: true })).rejects.toThrow(TypeError);
    expect(world.agent('anna.novakova').state).toBe('Session');
    expect(simulator.requests[0]).toMatchObject({ status: null, outcome: 'cut' });
  });

  it('cut with handled loses only the reply', async () => {
    const { anna, simulator, world } = createScenario();
    simulator.faults.add({ kind: 'cut', handled: true });
    await expect(anna('POST', 'usersSession', { setReady: true })).rejects.toThrow(TypeError);
    expect(world.agent('anna.novakova').state).toBe('Idle');
  });

  it('status answers it with a message', async () => {
    const { anna, simulator } = createScenario();
    simulator.faults.add({ kind: 'status', status: 503, message: 'Údržba' });
    const reply = await anna('GET', 'whoim');
    expect([reply.status, reply.body.error]).toEqual([503, ['Údržba']]);
  });

  it.each([
    [{ retryAfterSeconds: 7 }, '7'],
    [{ retryAfterSeconds: 7, as: 'date' }, 'Mon, 12 Jan 2026 08:00:07 GMT'],
    [{ as: 'none' }, null],
  ] as const)('rateLimit answers 429 for %j', async (details, retryAfter) => {
    const { anna, simulator } = createScenario();
    simulator.faults.add({ kind: 'rateLimit', ...details });
    const reply = await anna('GET', 'whoim');
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, retryAfter]);
  });

  it('html answers a page instead of JSON', async () => {
    const { anna, simulator } = createScenario();
    simulator.faults.add({ kind: 'html', status: 502 });
    const reply = await anna('GET', 'whoim');
    expect([reply.status, reply.text.slice(0, 15)]).toEqual([502, '<!doctype html>']);
  });

  it('emptyBody answers 200 with nothing', async () => {
    const { simulator } = createScenario();
    simulator.faults.add({ kind: 'emptyBody' });
    const reply = await simulator.fetch(new Request('http://daktela.test/api/v6/whoim'));
    expect([reply.status, await reply.text()]).toEqual([200, '']);
  });

  it('cutBody breaks in the middle of the body', async () => {
    const { simulator } = createScenario();
    simulator.faults.add({ kind: 'cutBody' });
    const reply = await simulator.fetch(new Request('http://daktela.test/api/v6/whoim'));
    expect(reply.status).toBe(200);
    await expect(reply.text()).rejects.toThrow(TypeError);
  });

  it('hits as many times as it says', async () => {
    const { anna, simulator } = createScenario();
    simulator.faults.add({ kind: 'status', status: 500, times: 2 });
    const statuses = [];
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await anna('GET', 'whoim')).status);
    expect(statuses).toEqual([500, 500, 200]);
  });

  it.each([
    [{ method: 'put' }, 200],
    [{ method: 'get' }, 500],
    [{ path: 'pauses' }, 200],
    [{ path: 'whoim' }, 500],
    [{ path: /v6\/who/g }, 500],
    [{ agent: 'eva.static' }, 200],
    [{ agent: 'anna.novakova', method: 'GET', path: 'whoim' }, 500],
  ])('hits only what %j matches', async (match, status) => {
    const { anna, simulator } = createScenario();
    simulator.faults.add({ kind: 'status', status: 500, match });
    expect((await anna('GET', 'whoim')).status).toBe(status);
    expect((await anna('GET', 'whoim')).status).toBe(status);
  });

  it('can be removed alone or with all others', async () => {
    const { anna, simulator } = createScenario();
    const first = simulator.faults.add({ kind: 'status', status: 500 });
    simulator.faults.add({ kind: 'status', status: 501 });
    simulator.faults.remove(first);
    expect((await anna('GET', 'whoim')).status).toBe(501);
    simulator.faults.clear();
    expect((await anna('GET', 'whoim')).status).toBe(200);
  });
});

describe('a broken connection', () => {
  it('cuts new requests and held polls until restored', async () => {
    const { anna, poll, pullAll, simulator, clock } = createScenario();
    const { hash } = await pullAll();
    const held = expect(poll(hash)).rejects.toThrow(TypeError);
    await clock.advance(1);
    simulator.faults.breakConnection();
    await held;
    await expect(anna('GET', 'whoim')).rejects.toThrow(TypeError);
    simulator.faults.restoreConnection();
    expect((await anna('GET', 'whoim')).status).toBe(200);
  });

  it('mends itself at the time given', async () => {
    const { anna, simulator, clock } = createScenario();
    simulator.faults.breakConnection(clock.now() + 3000);
    await clock.advance(2999);
    await expect(anna('GET', 'whoim')).rejects.toThrow(TypeError);
    await clock.advance(1);
    expect((await anna('GET', 'whoim')).status).toBe(200);
  });
});
