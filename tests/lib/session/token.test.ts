import { describe, expect, it } from 'vitest';
import type { Switches } from '../../simulator/switches';
import { ANNA, createSessionWorld } from '../../support/session-world';

async function signedIn(switches: Partial<Switches> = {}, stay = true) {
  const bench = createSessionWorld({ switches: { loginReply: 'object', ...switches } });
  await bench.signIn(bench.byPassword({ stay }));
  return bench;
}

describe('an expired token', () => {
  it('with a refresh token is renewed and the agent notices nothing', async () => {
    const bench = await signedIn();
    const before = bench.shown.length;
    bench.world.expireTokens();
    bench.world.goReady(ANNA);
    await bench.advance(16_000);
    expect(bench.requestsTo('PUT', '/login')).toHaveLength(1);
    expect(bench.state).toMatchObject({ link: 'connected', extension: { state: 'Idle' } });
    const phases = bench.shown.slice(before).map(({ state }) => [state.signIn.phase, state.link]);
    expect(new Set(phases.map(String))).toEqual(new Set(['signedIn,connected']));
  });

  it('without a refresh token signs the agent out with a clear word', async () => {
    const bench = await signedIn({ loginReply: 'string' });
    bench.world.expireTokens();
    await bench.advance(16_000);
    expect(bench.state.signIn).toEqual({ phase: 'signedOut', ended: 'expired', failure: null });
    expect([bench.storage.credentials, bench.storage.remembered]).toEqual([null, null]);
  });

  it('with an expired refresh token signs the agent out', async () => {
    const bench = await signedIn();
    bench.world.expireTokens({ refreshToo: true });
    await bench.advance(16_000);
    expect(bench.state.signIn).toMatchObject({ ended: 'expired' });
    await bench.advance(120_000);
    expect(bench.requestsTo('PUT', '/login')).toHaveLength(1);
  });

  it('leaves the rotated refresh token in both places', async () => {
    const bench = await signedIn();
    const first = bench.storage.credentials;
    bench.world.expireTokens();
    await bench.advance(16_000);
    const { credentials, remembered } = bench.storage;
    expect(credentials?.refreshToken).not.toBe(first?.refreshToken);
    expect(credentials?.token).not.toBe(first?.token);
    expect(remembered).toEqual(credentials);
  });

  it('keeps the refresh token that was not rotated', async () => {
    const bench = await signedIn({ rotateRefreshToken: false });
    const first = bench.storage.credentials?.refreshToken;
    bench.world.expireTokens();
    await bench.advance(16_000);
    expect(bench.storage.credentials?.refreshToken).toBe(first);
  });

  it('of an agent who does not stay signed in is not remembered', async () => {
    const bench = await signedIn({}, false);
    bench.world.expireTokens();
    await bench.advance(16_000);
    expect(bench.storage.remembered).toBeNull();
    expect(bench.state.link).toBe('connected');
  });

  it('is renewed again and again', async () => {
    const bench = await signedIn({ tokenLifeMs: 60_000 });
    await bench.advance(600_000);
    expect(bench.requestsTo('PUT', '/login').length).toBeGreaterThanOrEqual(8);
    expect(bench.state).toMatchObject({ signIn: { phase: 'signedIn' }, link: 'connected' });
  });

  it.each([
    ['cannot be reached', { kind: 'cut' } as const],
    ['answers 502', { kind: 'status', status: 502 } as const],
    ['answers 429', { kind: 'rateLimit' } as const],
    ['answers with a page', { kind: 'html' } as const],
  ])('is renewed later when the server %s at the renewal', async (_name, fault) => {
    const bench = await signedIn();
    bench.world.expireTokens();
    bench.faults.add({ ...fault, match: { method: 'PUT', path: '/login' }, times: 2 });
    await bench.advance(30_000);
    expect(bench.requestsTo('PUT', '/login')).toHaveLength(3);
    expect(bench.state).toMatchObject({ signIn: { phase: 'signedIn' }, link: 'connected' });
  });

  it('that is refused right after its renewal signs the agent out', async () => {
    const bench = await signedIn();
    bench.faults.add({ kind: 'status', status: 401, match: { path: '/appPullData' } });
    await bench.advance(20_000);
    expect(bench.requestsTo('PUT', '/login')).toHaveLength(1);
    expect(bench.state.signIn).toMatchObject({ ended: 'expired' });
  });

  it('is renewed even when the renewed one cannot be stored', async () => {
    const bench = await signedIn();
    bench.world.expireTokens();
    bench.storage.failNext('writeCredentials');
    await bench.advance(60_000);
    expect(bench.state).toMatchObject({ signIn: { phase: 'signedIn' }, link: 'connected' });
  });
});
