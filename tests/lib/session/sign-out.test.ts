import { describe, expect, it } from 'vitest';
import { createDeferred } from '../../support/deferred';
import { ANNA, createSessionWorld, ORIGIN } from '../../support/session-world';

/** Anna, signed in for good and ready. */
async function ready() {
  const bench = createSessionWorld({ switches: { loginReply: 'object' } });
  await bench.signIn(bench.byPassword({ stay: true }));
  bench.world.goReady(ANNA);
  await bench.advance(1_000);
  return bench;
}

function nothingIsLeft({ storage }: ReturnType<typeof createSessionWorld>): void {
  expect([storage.credentials, storage.remembered, storage.dials]).toEqual([null, null, null]);
  expect(storage.snapshot?.hash).toBe('');
  expect(storage.snapshot?.state).toMatchObject({
    signIn: { phase: 'signedOut' },
    whoim: null,
    extension: null,
    activities: [],
    queues: [],
  });
}

describe('signing out', () => {
  it('goes unready and logs out at the server, in this order', async () => {
    const bench = await ready();
    const before = bench.simulator.requests.length;
    await bench.within(bench.session.signOut());
    const asked = bench.simulator.requests.slice(before).map(({ path, body }) => [path, body]);
    expect(asked).toEqual([
      ['/api/v6/usersSession', { setReady: false }],
      ['/api/v6/logout', null],
    ]);
    expect(bench.world.agent(ANNA).state).toBe('Session');
  });

  it('does not go unready when the agent is not ready', async () => {
    const bench = createSessionWorld();
    await bench.signIn();
    await bench.within(bench.session.signOut());
    expect(bench.requestsTo('POST', '/usersSession')).toEqual([]);
    expect(bench.requestsTo('GET', '/logout')).toHaveLength(1);
  });

  it('leaves an agent with static login ready', async () => {
    const bench = createSessionWorld({ agent: 'eva.static' });
    await bench.signIn();
    await bench.within(bench.session.signOut());
    expect(bench.requestsTo('POST', '/usersSession')).toEqual([]);
  });

  it('forgets everything', async () => {
    const bench = await ready();
    await bench.within(bench.session.signOut());
    nothingIsLeft(bench);
    expect(bench.state.signIn).toMatchObject({ ended: 'byAgent' });
  });

  it('forgets everything before the server has answered', async () => {
    const bench = await ready();
    bench.faults.add({ kind: 'delay', ms: 3_600_000 });
    void bench.session.signOut();
    await bench.settle();
    nothingIsLeft(bench);
  });

  it('forgets everything while the server is down', async () => {
    const bench = await ready();
    bench.faults.breakConnection();
    await bench.within(bench.session.signOut());
    nothingIsLeft(bench);
  });

  it('ends the poll on the wire and starts no other', async () => {
    const bench = await ready();
    await bench.within(bench.session.signOut());
    const polls = bench.requestsTo('GET', '/appPullData');
    expect(polls.at(-1)?.outcome).toBe('aborted');
    await bench.advance(120_000);
    expect(bench.requestsTo('GET', '/appPullData')).toHaveLength(polls.length);
  });

  it('is not undone by anything that comes later', async () => {
    const bench = await ready();
    await bench.within(bench.session.signOut());
    bench.killWorker();
    await bench.wakeWorker();
    await bench.restartBrowser();
    await bench.advance(120_000);
    expect(bench.state.signIn.phase).toBe('signedOut');
    expect([bench.storage.credentials, bench.storage.remembered]).toEqual([null, null]);
  });

  it('turns click-to-call off', async () => {
    const bench = await ready();
    await bench.within(bench.session.signOut());
    expect(bench.sites.at(-1)).toBe('signedOut');
  });

  it('cut off by a kill at any step is carried through by the next life', async () => {
    for (let step = 1; step <= 10; step += 1) {
      const bench = await ready();
      let left = step;
      bench.onStep = (moment) => {
        if (bench.state.signIn.phase === 'signedOut' || /answered|is done/.test(moment)) left -= 1;
        if (left === 0 && bench.state.signIn.phase === 'signedOut') bench.killWorker();
      };
      void bench.session.signOut();
      await bench.settle();
      bench.onStep = () => {};
      bench.killWorker();
      await bench.wakeWorker();
      await bench.restartBrowser();
      expect(bench.state.signIn.phase, `killed at step ${step}`).toBe('signedOut');
      expect(bench.storage.remembered, `killed at step ${step}`).toBeNull();
    }
  });

  it('of which only the state was stored is completed by the next life', async () => {
    const bench = await ready();
    const never = createDeferred<void>();
    bench.storage.hold('clear', never.promise);
    bench.storage.hold('clearRemembered', never.promise);
    void bench.session.signOut();
    await bench.settle();
    expect(bench.state.signIn.phase).toBe('signedOut');
    bench.killWorker();
    never.resolve();
    await bench.settle();
    expect(bench.storage.remembered).not.toBeNull();
    await bench.wakeWorker();
    nothingIsLeft(bench);
  });

  it('during the renewal of the token leaves no token behind and is no expiry', async () => {
    const bench = await ready();
    bench.world.expireTokens();
    bench.faults.add({ kind: 'delay', ms: 5_000, match: { method: 'PUT', path: '/login' } });
    await bench.advance(16_000);
    expect(bench.requestsTo('PUT', '/login')).toHaveLength(1);
    void bench.session.signOut();
    await bench.advance(30_000);
    nothingIsLeft(bench);
    expect(bench.state.signIn).toMatchObject({ ended: 'byAgent' });
  });

  it('between the two writes of a renewed token leaves none of them', async () => {
    const bench = await ready();
    const stored = createDeferred<void>();
    bench.storage.hold('writeCredentials', stored.promise);
    bench.world.expireTokens();
    await bench.advance(16_000);
    const signedOut = bench.session.signOut();
    await bench.settle();
    stored.resolve();
    await bench.within(signedOut);
    expect(bench.requestsTo('PUT', '/login')).toHaveLength(1);
    nothingIsLeft(bench);
  });

  it('while a sign-in is being completed wins', async () => {
    const bench = createSessionWorld();
    await bench.wakeWorker();
    bench.onStep = (moment) => {
      if (moment === 'writeCredentials arrives') void bench.session.signOut();
    };
    await bench.within(bench.session.signIn(bench.byPassword({ stay: true })));
    await bench.advance(60_000);
    nothingIsLeft(bench);
    expect(bench.polls.now).toBe(0);
  });

  it('while the token of a sign-in is still being stored ends the sign-in', async () => {
    const bench = createSessionWorld();
    const stored = createDeferred<void>();
    bench.storage.hold('writeRemembered', stored.promise);
    const outcome = bench.session.signIn(bench.byPassword({ stay: true }));
    await bench.settle();
    void bench.session.signOut();
    await bench.settle();
    stored.resolve();
    expect(await bench.within(outcome)).toMatchObject({ error: { kind: 'cancelled' } });
    await bench.advance(60_000);
    nothingIsLeft(bench);
    expect(bench.requestsTo('GET', '/appPullData')).toEqual([]);
  });

  it('lets a late answer to another question come to nothing', async () => {
    const bench = await ready();
    bench.faults.add({ kind: 'delay', ms: 2_000, match: { path: '/getAvailableExtensions' } });
    const devices = bench.session.loadDevices();
    await bench.settle();
    await bench.within(bench.session.signOut());
    expect(await bench.within(devices)).toMatchObject({ error: { kind: 'signedOut' } });
    expect(bench.state.availableDevices).toBeNull();
  });
});

describe('without permission for the host', () => {
  it('the agent is signed out with the reason', async () => {
    const bench = await ready();
    bench.allowHost(false);
    await bench.within(bench.session.checkPermission());
    nothingIsLeft(bench);
    expect(bench.state.signIn).toMatchObject({ ended: 'permissionRemoved' });
  });

  it('removed for some other site nothing happens', async () => {
    const bench = await ready();
    await bench.within(bench.session.checkPermission());
    expect(bench.state.signIn.phase).toBe('signedIn');
  });

  it('removed while the worker was dead is noticed by the life that the change wakes', async () => {
    const bench = await ready();
    bench.killWorker();
    bench.allowHost(false);
    await bench.within(bench.session.checkPermission());
    expect(bench.state.signIn).toMatchObject({ ended: 'permissionRemoved' });
  });
});

describe('an address that the administrator has locked', () => {
  it('signs out in good order whoever is signed in elsewhere, with the reason', async () => {
    const bench = await ready();
    bench.settings.requiredOrigin = 'https://other.daktela.com';
    const before = bench.simulator.requests.length;
    await bench.within(bench.session.checkAddress());
    nothingIsLeft(bench);
    expect(bench.state.signIn).toMatchObject({ ended: 'addressLocked' });
    const asked = bench.simulator.requests.slice(before).map(({ path }) => path);
    expect(asked).toEqual(['/api/v6/usersSession', '/api/v6/logout']);
  });

  it('is nothing new to whoever is signed in there', async () => {
    const bench = await ready();
    bench.settings.requiredOrigin = ORIGIN;
    await bench.within(bench.session.checkAddress());
    expect(bench.state.signIn.phase).toBe('signedIn');
  });

  it('is the one that is signed in to, whatever another page of ours may ask for', async () => {
    const bench = createSessionWorld();
    bench.settings.requiredOrigin = ORIGIN;
    await bench.signIn({ ...bench.byPassword(), address: 'other.daktela.com' });
    expect(bench.state.signIn).toEqual({ phase: 'signedIn', origin: ORIGIN });
  });
});
