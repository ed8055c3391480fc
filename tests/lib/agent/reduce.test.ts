import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AgentEvent, reduce } from '@/lib/agent/reduce';
import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import type { PullChanges } from '@/lib/daktela/pull-data';
import {
  aDevice,
  anActivity,
  anAnnouncement,
  anExtension,
  anOpenCall,
  aPause,
  aQueue,
  aState,
  aStatus,
  aWhoim,
  NOW_MS,
} from '../../support/builders';

const ORIGIN = 'https://company.daktela.com';
const LATER_MS = NOW_MS + 15_000;
const failure = { kind: 'refused', messages: ['No'] } as const;

const pulled = (changes: PullChanges, complete = false): AgentEvent => ({
  type: 'pulled',
  reply: { hash: 'h2', changes },
  complete,
  atMs: LATER_MS,
});

/** An agent in the middle of things: every field holds something. */
const busy = aState({
  activities: [anOpenCall()],
  queueStatuses: { 3001: [aStatus()] },
  availableDevices: [aDevice()],
  missedCount: 2,
  reloadMark: '7',
  notice: { id: 'n', number: '1', failure },
});

/** The same agent with nothing in hand: what waits for anybody leaves without asking. */
const waiting = { ...busy, activities: [anActivity({ user: null })] };

it('a reply with the hash alone changes nothing but the link and when it was heard and worked', () => {
  const before = { ...busy, link: 'reconnecting' } as const;
  expect(reduce(before, pulled({}))).toEqual({
    ...before,
    link: 'connected',
    pulledAtMs: LATER_MS,
    busyAtMs: LATER_MS,
  });
});

it('a complete reply with the hash alone does not empty the desk', () => {
  expect(reduce(busy, pulled({}, true)).activities).toEqual(busy.activities);
});

it.each<[string, PullChanges, keyof AgentState]>([
  ['activities', { activities: [anActivity({ name: 'b' })] }, 'activities'],
  ['extension', { extension: anExtension({ line: '777' }) }, 'extension'],
  ['queues', { queues: [aQueue({ name: '4001' })] }, 'queues'],
  ['missedCount', { missedCount: 3 }, 'missedCount'],
  ['announcements', { announcements: [anAnnouncement()] }, 'announcements'],
])('a reply with %s alone replaces that and keeps the rest', (_, changes, key) => {
  expect(reduce(waiting, pulled(changes))).toEqual({
    ...waiting,
    [key]: Object.values(changes)[0],
    pulledAtMs: LATER_MS,
    changedAtMs: LATER_MS,
    busyAtMs: key === 'activities' ? LATER_MS : null,
  });
});

it('announcements put away are remembered once each, the last 500 of them', () => {
  const dismissing = (announcements: string[]): AgentEvent => ({
    type: 'announcementsDismissed',
    announcements,
  });
  const twice = reduce(reduce(busy, dismissing(['a', 'b'])), dismissing(['b', 'c']));
  expect(twice.dismissedAnnouncements).toEqual(['a', 'b', 'c']);
  const many = Array.from({ length: 600 }, (_, index) => String(index));
  expect(reduce(twice, dismissing(many)).dismissedAnnouncements).toEqual(many.slice(-500));
});

it('an activity of nobody that is missing from a reply with activities is gone', () => {
  const before = aState({
    activities: [anActivity({ name: 'a', user: null }), anActivity({ name: 'b' })],
  });
  const after = reduce(before, pulled({ activities: [anActivity({ name: 'b' })] }));
  expect(after.activities.map(({ name }) => name)).toEqual(['b']);
});

it('a closed activity in a reply is not kept', () => {
  const closed = anActivity({ action: 'CLOSE' });
  expect(reduce(busy, pulled({ activities: [closed] })).activities).toEqual([]);
});

it('an extension of null says that the session has ended', () => {
  expect(reduce(busy, pulled({ extension: null })).extension).toBeNull();
});

it('a count of none replaces a count of missed activities', () => {
  expect(reduce(busy, pulled({ missedCount: 0 })).missedCount).toBe(0);
});

it('a reload mark of null replaces the last one', () => {
  expect(reduce(busy, pulled({ reloadUser: null })).reloadMark).toBeNull();
});

it('a complete reply ends what it does not name', () => {
  const after = reduce(busy, pulled({ extension: anExtension() }, true));
  expect(after).toMatchObject({ activities: [], queues: [], missedCount: 0 });
});

it('a complete reply keeps what pull data never tells', () => {
  const { whoim, queueStatuses, availableDevices, reloadMark, notice, signIn } = busy;
  const kept = { whoim, queueStatuses, availableDevices, reloadMark, notice, signIn };
  expect(reduce(busy, pulled({ activities: [] }, true))).toMatchObject(kept);
});

it('a partial reply keeps whatever it does not name', () => {
  const changesLike = fc.record(
    {
      activities: fc.array(fc.string().map((name) => anActivity({ name, user: null }))),
      extension: fc.constantFrom(null, anExtension({ state: 'Session' })),
      queues: fc.array(fc.string().map((name) => aQueue({ name }))),
      missedCount: fc.nat(),
    },
    { requiredKeys: [] },
  );
  const keys = ['activities', 'extension', 'queues', 'missedCount'] as const;
  fc.assert(
    fc.property(changesLike, (changes) => {
      const after = reduce(waiting, pulled(changes));
      for (const key of keys)
        expect(after[key]).toEqual(key in changes ? changes[key] : waiting[key]);
    }),
  );
});

it('the same reply twice gives the same state', () => {
  const event = pulled({ activities: [anActivity()], extension: anExtension() });
  const once = reduce(busy, event);
  expect(reduce(once, event)).toEqual(once);
});

it.each<[string, AgentEvent, AgentState['signIn']]>([
  [
    'waiting for permission',
    { type: 'permissionAwaited', origin: ORIGIN },
    { phase: 'awaitingPermission', origin: ORIGIN },
  ],
  ['logging in', { type: 'loginStarted', origin: ORIGIN }, { phase: 'loggingIn', origin: ORIGIN }],
  [
    'a sign-in that failed',
    { type: 'signInFailed', failure },
    { phase: 'signedOut', ended: null, failure },
  ],
  [
    'a session that expired',
    { type: 'signedOut', reason: 'expired' },
    { phase: 'signedOut', ended: 'expired', failure: null },
  ],
])('%s leaves nothing of an earlier agent', (_, event, signIn) => {
  expect(reduce(busy, event)).toEqual({ ...SIGNED_OUT, signIn });
});

it('a new agent starts with nothing but who it is', () => {
  const whoim = aWhoim({ name: 'petr' });
  expect(reduce(busy, { type: 'signedIn', origin: ORIGIN, whoim })).toEqual({
    ...SIGNED_OUT,
    signIn: { phase: 'signedIn', origin: ORIGIN },
    whoim,
  });
});

const TROUBLE = {
  failure,
  sinceMs: NOW_MS,
  retryAtMs: NOW_MS + 4_000,
  notBeforeMs: NOW_MS,
};
const { sinceMs: _since, ...NEXT } = TROUBLE;
const broken = ({ offline = false, atMs = NOW_MS } = {}): AgentEvent => ({
  type: 'linkBroken',
  offline,
  atMs,
  ...NEXT,
});

it('trouble keeps the time of its first failure', () => {
  const once = reduce(busy, broken());
  expect(reduce(once, broken({ atMs: NOW_MS + 9_000 })).trouble?.sinceMs).toBe(NOW_MS);
});

it('a good pull ends the trouble', () => {
  expect(reduce(reduce(busy, broken()), pulled({}))).toMatchObject({
    link: 'connected',
    trouble: null,
  });
});

it.each<[string, AgentEvent, Partial<AgentState>]>([
  [
    'whoim that was read',
    { type: 'whoimLoaded', whoim: aWhoim({ pauses: [aPause({ name: 'x' })] }) },
    { whoim: aWhoim({ pauses: [aPause({ name: 'x' })] }) },
  ],
  ['a broken link', broken({ offline: false }), { link: 'reconnecting', trouble: TROUBLE }],
  ['a computer off the network', broken({ offline: true }), { link: 'offline', trouble: TROUBLE }],
  [
    'a state that was asked for',
    { type: 'commanded', to: 'Idle', planned: false, atMs: NOW_MS },
    { commanded: { to: 'Idle', atMs: NOW_MS } },
  ],
  ['a worker awake again', { type: 'resumed' }, { link: 'connecting' }],
  [
    'statuses that were read',
    { type: 'statusesLoaded', queue: '4001', statuses: [] },
    { queueStatuses: { 3001: [aStatus()], 4001: [] } },
  ],
  ['devices that were read', { type: 'devicesLoaded', devices: [] }, { availableDevices: [] }],
  [
    'a notice',
    { type: 'noticed', notice: { id: 'm', number: '2', failure } },
    { notice: { id: 'm', number: '2', failure } },
  ],
  ['a notice that was read', { type: 'noticeDismissed' }, { notice: null }],
])('%s changes nothing else', (_, event, changes) => {
  expect(reduce(busy, event)).toEqual({ ...busy, ...changes });
});

it('a state is never changed in place', () => {
  const before = structuredClone(busy);
  reduce(busy, pulled({ activities: [], queues: [] }, true));
  reduce(busy, { type: 'statusesLoaded', queue: '1', statuses: [] });
  expect(busy).toEqual(before);
});
