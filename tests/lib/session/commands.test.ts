import { describe, expect, it } from 'vitest';
import { ANNA, createSessionWorld } from '../../support/session-world';

async function ready() {
  const bench = createSessionWorld({ switches: { loginReply: 'object' } });
  await bench.signIn();
  bench.world.goReady(ANNA);
  await bench.advance(1_000);
  return bench;
}

describe('a command', () => {
  it('clicked twice is sent once, and both clicks get its answer', async () => {
    const bench = await ready();
    const click = () => bench.session.command('pause', (client) => client.startPause('lunch'));
    const outcomes = await bench.within(Promise.all([click(), click()]));
    expect(outcomes).toEqual([{ ok: true }, { ok: true }]);
    expect(bench.requestsTo('POST', '/usersSession')).toHaveLength(1);
  });

  it('may be sent again once it was answered', async () => {
    const bench = await ready();
    const click = () => bench.session.command('pause', (client) => client.startPause('lunch'));
    await bench.within(click());
    await bench.within(click());
    expect(bench.requestsTo('POST', '/usersSession')).toHaveLength(2);
  });

  it('does not hold up another one', async () => {
    const bench = await ready();
    bench.faults.add({ kind: 'delay', ms: 5_000, times: 1, match: { method: 'POST' } });
    void bench.session.command('a', (client) => client.startPause('lunch'));
    await bench.settle();
    await bench.session.command('b', (client) => client.startPause('coffee'));
    expect(bench.world.agent(ANNA).pause).toBe('coffee');
  });

  it.each([
    ['en', 'Pause unknown does not exist'],
    ['cs', 'Pauza unknown neexistuje'],
  ])('that is refused is told in the words of the server (%s)', async (language, words) => {
    const bench = createSessionWorld();
    bench.settings.language = language;
    await bench.signIn();
    bench.world.goReady(ANNA);
    const outcome = await bench.within(
      bench.session.command('pause', (client) => client.startPause('unknown')),
    );
    expect(outcome).toEqual({ ok: false, error: { kind: 'refused', messages: [words] } });
  });

  it('is shown by pull data and not before', async () => {
    const bench = await ready();
    const seen: unknown[] = [];
    const run = bench.session.command('unready', async (client) => {
      await client.setUnready();
      seen.push(bench.state.extension?.state);
    });
    await bench.within(run);
    await bench.settle();
    expect([...seen, bench.state.extension?.state]).toEqual(['Idle', 'Session']);
  });

  it('on a computer without a network says that it is offline', async () => {
    const bench = await ready();
    bench.settings.online = false;
    bench.faults.breakConnection();
    const outcome = await bench.session.command('a', (client) => client.startPause('lunch'));
    expect(outcome).toEqual({ ok: false, error: { kind: 'offline', messages: [] } });
  });

  it('that comes too often tells how long the server asks to wait', async () => {
    const bench = await ready();
    bench.faults.add({ kind: 'rateLimit', retryAfterSeconds: 20, match: { method: 'POST' } });
    const outcome = await bench.session.command('a', (client) => client.startPause('lunch'));
    expect(outcome).toMatchObject({ error: { kind: 'rateLimited', retryAfterMs: 20_000 } });
  });

  it('while nobody is signed in sends nothing', async () => {
    const bench = createSessionWorld();
    const outcome = await bench.within(
      bench.session.command('unready', (client) => client.setUnready()),
    );
    expect(outcome).toEqual({ ok: false, error: { kind: 'signedOut', messages: [] } });
    expect(bench.simulator.requests).toEqual([]);
  });

  it.each([
    ['cut off', { kind: 'cut' } as const],
    ['cut off after it was carried out', { kind: 'cut', handled: true } as const],
    ['answered by 502', { kind: 'status', status: 502 } as const],
    ['answered by 429', { kind: 'rateLimit' } as const],
  ])('that is %s is not sent again', async (_name, fault) => {
    const bench = await ready();
    bench.faults.add({ ...fault, times: 1, match: { method: 'POST' } });
    await bench.within(bench.session.command('p', (client) => client.startPause('lunch')));
    await bench.advance(120_000);
    expect(bench.requestsTo('POST', '/usersSession')).toHaveLength(1);
  });

  it('that meets an expired token fails, is not repeated, and has the token renewed at once', async () => {
    const bench = await ready();
    bench.world.expireTokens();
    const outcome = await bench.within(
      bench.session.command('p', (client) => client.startPause('lunch')),
    );
    await bench.settle();
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'unauthorised' } });
    expect(bench.requestsTo('POST', '/usersSession')).toHaveLength(1);
    expect(bench.requestsTo('PUT', '/login')).toHaveLength(1);
    expect(bench.state.link).toBe('connected');
  });

  it('wakes a dead worker and is sent with the stored token', async () => {
    const bench = await ready();
    bench.killWorker();
    const outcome = await bench.within(
      bench.session.command('p', (client) => client.startPause('lunch')),
    );
    expect(outcome).toEqual({ ok: true });
    expect(bench.world.agent(ANNA).pause).toBe('lunch');
  });
});

/** The connection is cut for a moment while a poll is held. */
async function cutOff() {
  const bench = await ready();
  await bench.advance(5_000);
  bench.faults.breakConnection();
  await bench.advance(500);
  bench.faults.restoreConnection();
  expect(bench.state.link).toBe('reconnecting');
  return bench;
}

describe('a desk that waits to ask again', () => {
  it('asks at once when a command of the agent’s is answered', async () => {
    const bench = await cutOff();
    await bench.within(bench.session.command('a', (client) => client.startPause('lunch')));
    await bench.settle();
    expect([bench.state.link, bench.state.extension?.state]).toEqual(['connected', 'Paused']);
  });

  it('goes on waiting when a command of the agent’s is not answered', async () => {
    const bench = await cutOff();
    const polls = () => bench.requestsTo('GET', '/appPullData').length;
    const before = polls();
    bench.faults.add({ kind: 'cut', times: 1, match: { method: 'POST' } });
    await bench.within(bench.session.command('a', (client) => client.startPause('lunch')));
    await bench.settle();
    expect([bench.state.link, polls()]).toEqual(['reconnecting', before]);
  });

  it('asks within two seconds when the computer has its network back', async () => {
    const bench = await cutOff();
    await bench.session.networkBack();
    await bench.advance(2_000);
    expect(bench.state.link).toBe('connected');
  });
});

describe('pull data after a command', () => {
  const emptyPolls = (bench: ReturnType<typeof createSessionWorld>) =>
    bench
      .requestsTo('GET', '/appPullData')
      .filter(({ query }) => new URLSearchParams(query).get('hash') === '').length;

  it('that says nothing for 3 s is asked for everything', async () => {
    const bench = await ready();
    const before = emptyPolls(bench);
    await bench.within(bench.session.command('x', (client) => client.availableDevices()));
    await bench.advance(2_900);
    expect(emptyPolls(bench)).toBe(before);
    await bench.advance(200);
    expect(emptyPolls(bench)).toBe(before + 1);
  });

  it('that has shown the change is left alone', async () => {
    const bench = await ready();
    const before = emptyPolls(bench);
    await bench.within(bench.session.command('p', (client) => client.startPause('lunch')));
    await bench.advance(10_000);
    expect(emptyPolls(bench)).toBe(before);
  });

  it('is not asked for anything because of a refused command', async () => {
    const bench = await ready();
    const before = emptyPolls(bench);
    await bench.within(bench.session.command('p', (client) => client.startPause('unknown')));
    await bench.advance(10_000);
    expect(emptyPolls(bench)).toBe(before);
  });
});
