import { describe, expect, it } from 'vitest';
import { ANNA, createSessionWorld, deskOf } from '../../support/session-world';

async function signedIn(stay: boolean) {
  const bench = createSessionWorld({ switches: { loginReply: 'object' } });
  await bench.signIn(bench.byPassword({ stay }));
  return bench;
}

describe('a restart of the browser', () => {
  it('is survived by an agent who stays signed in', async () => {
    const bench = await signedIn(true);
    bench.world.goReady(ANNA);
    await bench.restartBrowser();
    expect(bench.state).toMatchObject({
      signIn: { phase: 'signedIn' },
      link: 'connected',
      whoim: { name: ANNA },
    });
    expect(deskOf(bench.state)).toEqual(await bench.truth());
  });

  it('asks for no password again', async () => {
    const bench = await signedIn(true);
    await bench.restartBrowser();
    expect(bench.requestsTo('POST', '/login')).toHaveLength(1);
  });

  it('signs out everybody else', async () => {
    const bench = await signedIn(false);
    await bench.restartBrowser();
    expect(bench.state.signIn).toEqual({ phase: 'signedOut', ended: null, failure: null });
  });

  it('does not bring back an agent who signed in later without staying', async () => {
    const bench = await signedIn(true);
    await bench.signIn(bench.byPassword({ stay: false }));
    await bench.restartBrowser();
    expect(bench.state.signIn.phase).toBe('signedOut');
  });

  it('is survived with the token that was renewed last', async () => {
    const bench = await signedIn(true);
    bench.world.expireTokens();
    await bench.advance(16_000);
    await bench.restartBrowser();
    expect(bench.state).toMatchObject({ signIn: { phase: 'signedIn' }, link: 'connected' });
  });

  it('is survived with a token that expired overnight', async () => {
    const bench = await signedIn(true);
    bench.world.expireTokens();
    await bench.restartBrowser();
    await bench.advance(5_000);
    expect(bench.state).toMatchObject({ link: 'connected', whoim: { name: ANNA } });
  });
});

describe('a restart of the worker', () => {
  it('shows what was known before anything is asked of the server', async () => {
    const bench = await signedIn(false);
    bench.world.goReady(ANNA);
    await bench.advance(1_000);
    bench.killWorker();
    bench.faults.breakConnection();
    const before = bench.shown.length;
    await bench.wakeWorker();
    expect(bench.shown[before]?.state.extension?.state).toBe('Idle');
  });

  it('soon after the last pull goes on with the stored hash', async () => {
    const bench = await signedIn(false);
    const hash = bench.storage.snapshot?.hash ?? '';
    bench.killWorker();
    await bench.advance(10_000);
    await bench.wakeWorker();
    const query = bench.requestsTo('GET', '/appPullData').at(-1)?.query ?? '';
    expect(new URLSearchParams(query).get('hash')).toBe(hash);
  });

  it('with something in hand asks for everything, which is answered at once', async () => {
    const bench = await signedIn(false);
    bench.world.goReady(ANNA);
    bench.world.ringAgent({ agent: ANNA, number: '+420600111222', queue: '3001' });
    await bench.advance(1_000);
    bench.killWorker();
    await bench.wakeWorker();
    const query = bench.requestsTo('GET', '/appPullData').at(-2)?.query ?? '';
    expect(new URLSearchParams(query).get('hash')).toBe('');
  });

  it('long after the last pull asks for everything and says so meanwhile', async () => {
    const bench = await signedIn(false);
    bench.killWorker();
    // The computer slept: no alarm came.
    bench.storage.failNext('readCredentials', 1);
    await bench.advance(29_000);
    const sleptMs = 3_600_000;
    const now = bench.clock.now;
    Object.assign(bench.clock, { now: () => now() + sleptMs });
    const before = bench.shown.length;
    bench.storage.failNext('readCredentials', 0);
    await bench.wakeWorker();
    const query = bench.requestsTo('GET', '/appPullData').at(-2)?.query ?? '';
    expect(new URLSearchParams(query).get('hash')).toBe('');
    expect(bench.shown[before]?.badge.text).toBe('…');
    expect(bench.lastShown?.badge.text).toBe('off');
  });

  it('comes with the alarm, within 30 s', async () => {
    const bench = await signedIn(false);
    bench.killWorker();
    await bench.advance(30_000);
    expect([bench.awake, bench.lives]).toEqual([true, 2]);
  });

  it('that cannot read the storage at first is made good by the next alarm', async () => {
    const bench = await signedIn(false);
    bench.killWorker();
    bench.storage.failNext('readSnapshot');
    await expect(bench.session.resume()).rejects.toThrow('readSnapshot failed');
    await bench.advance(31_000);
    expect(bench.state.link).toBe('connected');
    expect(bench.polls.now).toBe(1);
  });

  it.each(['resume', 'hurry', 'networkBack'] as const)(
    'told to %s many times at once starts one loop',
    async (what) => {
      const bench = await signedIn(false);
      bench.killWorker();
      const { session } = bench;
      await Promise.all(Array.from({ length: 10 }, () => session[what]()));
      await bench.settle();
      expect([bench.polls.now, bench.polls.most]).toEqual([1, 1]);
    },
  );

  it('by a click that dismisses the notice keeps the rest of the state', async () => {
    const bench = await signedIn(false);
    bench.killWorker();
    await bench.within(bench.session.dismissNotice());
    expect(bench.state.signIn.phase).toBe('signedIn');
  });

  it('by a call from the context menu that fails keeps the rest of the state', async () => {
    const bench = await signedIn(false);
    bench.killWorker();
    const failure = { kind: 'notANumber' as const, messages: [] };
    await bench.within(bench.session.notify('id', 'abc', failure));
    expect(bench.state).toMatchObject({ signIn: { phase: 'signedIn' }, notice: { number: 'abc' } });
  });

  it('before the statuses of an open call were read has them read', async () => {
    const bench = await signedIn(false);
    bench.world.goReady(ANNA);
    await bench.advance(1_000);
    const name = bench.world.ringAgent({ agent: ANNA, number: '777', queue: '3001' });
    await bench.settle();
    bench.onStep = (moment) => {
      if (moment === 'GET statuses is asked') bench.killWorker();
    };
    void bench.session.command('accept', (client) => client.acceptActivity(name, '305'));
    await bench.settle();
    bench.onStep = () => {};
    expect(bench.awake).toBe(false);
    await bench.wakeWorker();
    expect(bench.state.queueStatuses['3001']).toHaveLength(3);
  });

  it('with a signed-out agent asks nothing of the server', async () => {
    const bench = createSessionWorld();
    await bench.wakeWorker();
    await bench.advance(60_000);
    expect(bench.simulator.requests).toEqual([]);
  });
});

describe('a computer that slept', () => {
  it('has its dead poll replaced by one that asks for everything', async () => {
    const bench = await signedIn(false);
    const { now } = bench.clock;
    Object.assign(bench.clock, { now: () => now() + 3_600_000 });
    await bench.session.resume();
    await bench.settle();
    const [last, beforeLast] = bench.requestsTo('GET', '/appPullData').reverse();
    expect(beforeLast?.query).toMatch(/hash=&|hash=$/);
    expect([beforeLast?.outcome, last?.outcome]).toEqual(['replied', 'open']);
  });

  it('is not mistaken for a server that asked to wait', async () => {
    const bench = await signedIn(false);
    bench.faults.add({
      kind: 'rateLimit',
      retryAfterSeconds: 240,
      match: { path: '/appPullData' },
    });
    await bench.advance(15_000);
    const before = bench.requestsTo('GET', '/appPullData').length;
    await bench.advance(200_000);
    expect(bench.requestsTo('GET', '/appPullData')).toHaveLength(before);
  });
});
