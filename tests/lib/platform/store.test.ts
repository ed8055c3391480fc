import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import { saveStatusChoices } from '@/lib/platform/status-choices';
import { sessionStore, watchState } from '@/lib/platform/store';

const SIGNED_IN: AgentState = {
  ...SIGNED_OUT,
  signIn: { phase: 'signedIn', origin: 'https://plynarna.example' },
};
const credentials = {
  origin: 'https://plynarna.example',
  token: 't',
  refreshToken: null,
  stay: true,
};
const dials = [
  { id: 'a', number: '777', sentAtMs: 1, atMs: 1, outcome: 'sent' as const, activity: null },
];

const turns = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.storage.session.remove(['snapshot', 'credentials', 'dials']);
});

describe('session store', () => {
  it('has nothing at first', async () => {
    expect(await sessionStore.readSnapshot()).toBeNull();
    expect(await sessionStore.readCredentials()).toBeNull();
    expect(await sessionStore.readDials()).toEqual([]);
  });

  it('gives back what was written', async () => {
    await sessionStore.writeSnapshot({ state: SIGNED_IN, hash: 'h' });
    await sessionStore.writeCredentials(credentials);
    await sessionStore.writeDials(dials);
    expect(await sessionStore.readSnapshot()).toEqual({ state: SIGNED_IN, hash: 'h' });
    expect(await sessionStore.readCredentials()).toEqual(credentials);
    expect(await sessionStore.readDials()).toEqual(dials);
  });

  it('writes state and hash in one go', async () => {
    const set = vi.spyOn(fakeBrowser.storage.session, 'set');
    await sessionStore.writeSnapshot({ state: SIGNED_IN, hash: 'h' });
    expect(set.mock.calls).toEqual([[{ snapshot: { state: SIGNED_IN, hash: 'h' } }]]);
  });

  it('forgets token and dials but not the state when cleared', async () => {
    await sessionStore.writeSnapshot({ state: SIGNED_OUT, hash: '' });
    await sessionStore.writeCredentials(credentials);
    await sessionStore.writeDials(dials);
    await sessionStore.clear();
    expect(await sessionStore.readCredentials()).toBeNull();
    expect(await sessionStore.readDials()).toEqual([]);
    expect(await sessionStore.readSnapshot()).toEqual({ state: SIGNED_OUT, hash: '' });
  });

  it('forgets the statuses chosen for activities that are still open when cleared', async () => {
    saveStatusChoices({ a: ['statuses_resolved'] });
    await sessionStore.clear();
    expect(await fakeBrowser.storage.session.get('statusChoices')).toEqual({});
  });

  it('remembers for which calls the CRM was opened, until it is cleared', async () => {
    expect(await sessionStore.readScreenPops()).toEqual([]);
    await sessionStore.writeScreenPops(['a', 'b']);
    expect(await sessionStore.readScreenPops()).toEqual(['a', 'b']);
    await sessionStore.clear();
    expect(await sessionStore.readScreenPops()).toEqual([]);
  });

  it('writes nothing to storage.local, which pages could be given and which outlives the browser', async () => {
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    await sessionStore.writeCredentials(credentials);
    await sessionStore.writeSnapshot({ state: SIGNED_IN, hash: 'h' });
    expect(set).not.toHaveBeenCalled();
  });
});

describe('watching the state', () => {
  it('starts with the stored state', async () => {
    await sessionStore.writeSnapshot({ state: SIGNED_IN, hash: 'h' });
    const seen: AgentState[] = [];
    watchState((state) => seen.push(state));
    await turns();
    expect(seen).toEqual([SIGNED_IN]);
  });

  it('starts signed out when nothing is stored', async () => {
    const seen: AgentState[] = [];
    watchState((state) => seen.push(state));
    await turns();
    expect(seen).toEqual([SIGNED_OUT]);
  });

  it('goes on with every write', async () => {
    const seen: string[] = [];
    watchState(({ signIn }) => seen.push(signIn.phase));
    await turns();
    await sessionStore.writeSnapshot({ state: SIGNED_IN, hash: 'h' });
    await sessionStore.writeSnapshot({ state: SIGNED_OUT, hash: '' });
    expect(seen).toEqual(['signedOut', 'signedIn', 'signedOut']);
  });

  it('is not disturbed by writes of the token', async () => {
    const seen: AgentState[] = [];
    watchState((state) => seen.push(state));
    await turns();
    await sessionStore.writeCredentials(credentials);
    expect(seen).toHaveLength(1);
  });

  it('never falls back to an older state when a write overtakes the first read', async () => {
    await sessionStore.writeSnapshot({ state: SIGNED_OUT, hash: '' });
    const seen: string[] = [];
    watchState(({ signIn }) => seen.push(signIn.phase));
    await sessionStore.writeSnapshot({ state: SIGNED_IN, hash: 'h' });
    await turns();
    expect(seen.at(-1)).toBe('signedIn');
  });

  it('ends when asked, even before the first state was read', async () => {
    const seen: AgentState[] = [];
    watchState((state) => seen.push(state))();
    await turns();
    await sessionStore.writeSnapshot({ state: SIGNED_IN, hash: 'h' });
    expect(seen).toEqual([]);
  });
});
