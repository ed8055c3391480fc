import { describe, expect, it } from 'vitest';
import { createDeferred } from '../../support/deferred';
import { ANNA, createSessionWorld, deskOf, ORIGIN } from '../../support/session-world';

const lastSignIn = (bench: ReturnType<typeof createSessionWorld>) => bench.state.signIn;

describe('signing in', () => {
  it('with a password ends signed in, with whoim and the desk', async () => {
    const bench = createSessionWorld();
    await bench.signIn(bench.byPassword());
    expect(bench.state).toMatchObject({
      signIn: { phase: 'signedIn', origin: ORIGIN },
      whoim: { name: ANNA },
      extension: { state: 'Session' },
      link: 'connected',
    });
  });

  it('with a token sends no password and ends signed in', async () => {
    const bench = createSessionWorld();
    await bench.signIn(bench.byToken());
    expect(bench.requestsTo('POST', '/login')).toEqual([]);
    expect(bench.state.whoim?.name).toBe(ANNA);
  });

  it('asks for the token only, so that no cookie of the web login is touched', async () => {
    const bench = createSessionWorld();
    await bench.signIn();
    expect(bench.requestsTo('POST', '/login')[0]?.body).toMatchObject({ only_token: true });
  });

  it.each(['string', 'object', 'user', 'sys'] as const)(
    'understands the login reply in the form %s',
    async (loginReply) => {
      const bench = createSessionWorld({ switches: { loginReply } });
      await bench.signIn();
      expect(lastSignIn(bench).phase).toBe('signedIn');
    },
  );

  it('passes through "logging in" and stores the token before it says "signed in"', async () => {
    const bench = createSessionWorld();
    await bench.signIn();
    const phases = bench.shown.map(({ state }) => state.signIn.phase);
    expect([...new Set(phases)]).toEqual(['signedOut', 'loggingIn', 'signedIn']);
    expect(bench.storage.credentials?.token).toMatch(/^ac/);
  });

  it.each([
    ['en', 'Wrong username or password'],
    ['cs', 'Špatné uživatelské jméno nebo heslo'],
  ])('with a wrong password tells the words of the server (%s)', async (language, words) => {
    const bench = createSessionWorld();
    bench.settings.language = language;
    const outcome = await bench.within(bench.session.signIn(bench.byPassword({ password: 'x' })));
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'badCredentials' } });
    expect(outcome).toMatchObject({ error: { messages: [words] } });
    expect(lastSignIn(bench)).toMatchObject({ failure: { kind: 'badCredentials' } });
  });

  it('with a bad token says so although whoim answers 200', async () => {
    const bench = createSessionWorld();
    const outcome = await bench.within(bench.session.signIn(bench.byToken({ token: 'nonsense' })));
    expect(outcome).toEqual({ ok: false, error: { kind: 'badToken', messages: [] } });
    expect(bench.storage.credentials).toBeNull();
  });

  it('with an address that cannot be used sends nothing', async () => {
    const bench = createSessionWorld();
    const request = { ...bench.byPassword(), address: 'http://plynarna.example' };
    const outcome = await bench.within(bench.session.signIn(request));
    expect(outcome).toEqual({ ok: false, error: { kind: 'badAddress', messages: [] } });
    expect(bench.simulator.requests).toEqual([]);
  });

  it('without a token in the reply says that the password alone is not enough', async () => {
    const bench = createSessionWorld({ switches: { loginToken: false } });
    const outcome = await bench.within(bench.session.signIn(bench.byPassword()));
    expect(outcome).toEqual({ ok: false, error: { kind: 'noToken', messages: [] } });
  });

  it('when the server cannot be reached says so and keeps nothing', async () => {
    const bench = createSessionWorld();
    bench.faults.breakConnection();
    const outcome = await bench.within(bench.session.signIn(bench.byPassword({ stay: true })));
    expect(outcome).toEqual({ ok: false, error: { kind: 'network', messages: [] } });
    expect([bench.storage.credentials, bench.storage.remembered]).toEqual([null, null]);
  });

  it('on a computer without a network says that it is offline', async () => {
    const bench = createSessionWorld();
    bench.settings.online = false;
    bench.faults.breakConnection();
    const outcome = await bench.within(bench.session.signIn(bench.byPassword()));
    expect(outcome).toEqual({ ok: false, error: { kind: 'offline', messages: [] } });
  });

  it('never stores the password', async () => {
    const bench = createSessionWorld();
    await bench.signIn(bench.byPassword({ stay: true }));
    const { snapshot, credentials, remembered } = bench.storage;
    expect(JSON.stringify([snapshot, credentials, remembered])).not.toContain('anna-heslo');
  });

  it('keeps the token out of the state, which every view may read', async () => {
    const bench = createSessionWorld();
    await bench.signIn();
    const token = bench.storage.credentials?.token ?? 'no token';
    expect(JSON.stringify(bench.storage.snapshot)).not.toContain(token);
  });

  it('is not disturbed by an alarm that comes before it is complete', async () => {
    const bench = createSessionWorld();
    const cleared = createDeferred<void>();
    bench.world.goReady(ANNA);
    bench.world.ringAgent({ agent: ANNA, number: '+420600111222', queue: '3001' });
    bench.storage.hold('clearRemembered', cleared.promise);
    const outcome = bench.session.signIn(bench.byPassword());
    await bench.settle();
    await bench.session.resume();
    await bench.settle();
    cleared.resolve();
    await bench.within(outcome);
    await bench.settle();
    expect(deskOf(bench.state)).toEqual(await bench.truth());
  });

  it('turns click-to-call on', async () => {
    const bench = createSessionWorld();
    await bench.signIn();
    expect(bench.sites.at(-1)).toBe('signedIn');
  });

  it('with a wrong address while somebody is signed in leaves them signed in', async () => {
    const bench = createSessionWorld();
    await bench.signIn();
    await bench.within(bench.session.signIn({ ...bench.byPassword(), address: '' }));
    expect(lastSignIn(bench).phase).toBe('signedIn');
  });

  it('anew replaces the agent who was signed in', async () => {
    const bench = createSessionWorld();
    await bench.signIn();
    const first = bench.storage.credentials?.token;
    await bench.signIn();
    expect(bench.storage.credentials?.token).not.toBe(first);
    expect(bench.polls.now).toBe(1);
  });

  it('fails with "interrupted" when the worker is killed in the middle', async () => {
    const bench = createSessionWorld();
    bench.faults.add({ kind: 'delay', ms: 10_000 });
    void bench.session.signIn(bench.byPassword());
    await bench.advance(1_000);
    bench.killWorker();
    await bench.wakeWorker();
    expect(lastSignIn(bench)).toMatchObject({ failure: { kind: 'interrupted' } });
  });
});

describe('permission for the host', () => {
  /** A sign-in that waits for the browser's prompt. */
  async function waiting() {
    const bench = createSessionWorld();
    bench.allowHost(false);
    const outcome = bench.session.signIn(bench.byPassword());
    await bench.settle();
    return { bench, outcome };
  }

  it('is awaited, and nothing is sent before', async () => {
    const { bench } = await waiting();
    await bench.advance(60_000);
    expect(lastSignIn(bench)).toEqual({ phase: 'awaitingPermission', origin: ORIGIN });
    expect(bench.simulator.requests).toEqual([]);
  });

  it('given later completes the sign-in, although the popup has long closed', async () => {
    const { bench, outcome } = await waiting();
    await bench.advance(60_000);
    bench.allowHost(true);
    expect(await bench.within(outcome)).toEqual({ ok: true });
    expect(lastSignIn(bench).phase).toBe('signedIn');
  });

  it('denied and cancelled ends the wait without a complaint', async () => {
    const { bench, outcome } = await waiting();
    await bench.session.cancelSignIn();
    expect(await bench.within(outcome)).toMatchObject({ error: { kind: 'cancelled' } });
    expect(lastSignIn(bench)).toMatchObject({
      phase: 'signedOut',
      failure: { kind: 'cancelled' },
    });
  });

  it('cancelled in the very moment of the click ends the wait too', async () => {
    const bench = createSessionWorld();
    bench.allowHost(false);
    await bench.wakeWorker();
    bench.onStep = (moment) => {
      if (moment === 'writeSnapshot arrives') void bench.session.cancelSignIn();
    };
    const outcome = bench.session.signIn(bench.byPassword());
    await bench.advance(1_000);
    expect(lastSignIn(bench).phase).toBe('signedOut');
    expect(await outcome).toMatchObject({ error: { kind: 'cancelled' } });
  });

  it('not given within three minutes ends the wait', async () => {
    const { bench, outcome } = await waiting();
    await bench.advance(179_000);
    expect(lastSignIn(bench).phase).toBe('awaitingPermission');
    await bench.advance(2_000);
    expect(await outcome).toMatchObject({ error: { kind: 'permission' } });
  });

  it('asked for by a second sign-in leaves the first one out of the game', async () => {
    const { bench, outcome } = await waiting();
    const second = bench.session.signIn(bench.byToken());
    await bench.settle();
    bench.allowHost(true);
    expect(await bench.within(second)).toEqual({ ok: true });
    expect(await outcome).toMatchObject({ error: { kind: 'cancelled' } });
    expect(bench.requestsTo('POST', '/login')).toEqual([]);
    expect(lastSignIn(bench).phase).toBe('signedIn');
  });
});

describe('cancelling', () => {
  it('while the server thinks keeps the agent signed out', async () => {
    const bench = createSessionWorld();
    bench.faults.add({ kind: 'delay', ms: 3_000 });
    const outcome = bench.session.signIn(bench.byPassword({ stay: true }));
    await bench.advance(1_000);
    await bench.session.cancelSignIn();
    expect(await bench.within(outcome)).toMatchObject({ error: { kind: 'cancelled' } });
    await bench.advance(60_000);
    expect(lastSignIn(bench).phase).toBe('signedOut');
    expect([bench.storage.credentials, bench.storage.remembered]).toEqual([null, null]);
  });
});
