import { expect, it } from 'vitest';
import {
  arrivedAtMs,
  callEndedAtMs,
  callerOf,
  callPhaseOf,
  isPulledSince,
  linkOf,
  mustChooseDevice,
  openActivities,
  pauseTitle,
  pauseTitleOf,
  presenceOf,
  ringingActivities,
  STALE_AFTER_MS,
  talkingSinceMs,
  waitingActivities,
  waitsSinceMs,
} from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import type { Activity, Channel } from '@/lib/daktela/activity';
import {
  aChannel,
  anActivity,
  anExtension,
  anOpenCall,
  aPause,
  aState,
  aWhoim,
  COLLEAGUE,
  ME,
  NOW_MS,
} from '../../support/builders';

const lists = { ringingActivities, waitingActivities, openActivities };
const bareMe = { name: 'anna.novakova', title: null };
const nameless = { name: null, title: 'Anna Nováková' };

/** The lists in which a single activity shows up. */
function listsWith(activity: Activity, overrides: Partial<AgentState> = {}): string[] {
  const state = aState({ activities: [activity], ...overrides });
  return Object.entries(lists).flatMap(([name, list]) => (list(state).length > 0 ? [name] : []));
}

it.each<[string, Partial<Activity>, string[]]>([
  ['WAIT for me', { action: 'WAIT', user: ME }, ['ringingActivities']],
  ['WAIT for my bare name', { action: 'WAIT', user: bareMe }, ['ringingActivities']],
  ['WAIT for a colleague', { action: 'WAIT', user: COLLEAGUE }, []],
  ['WAIT for nobody', { action: 'WAIT', user: null }, ['waitingActivities']],
  ['WAIT for somebody without a name', { action: 'WAIT', user: nameless }, []],
  ['new for nobody', { action: 'NEW', user: null }, ['waitingActivities']],
  ['new for me', { action: 'NEW', user: ME }, []],
  ['new for a colleague', { action: 'NEW', user: COLLEAGUE }, []],
  ['open and mine', { action: 'OPEN', user: ME }, ['openActivities']],
  ['open without a known user', { action: 'OPEN', user: nameless }, ['openActivities']],
  ['open without a user', { action: 'OPEN', user: null }, ['openActivities']],
  ["open and a colleague's", { action: 'OPEN', user: COLLEAGUE }, []],
  ['postponed', { action: 'POSTPONE', user: ME }, []],
  ['closed', { action: 'CLOSE', user: ME }, []],
])('an activity that is %s belongs to %j', (_, overrides, names) => {
  expect(listsWith(anActivity(overrides))).toEqual(names);
});

it('a colleague of the same title is not me', () => {
  const twin = { name: 'anna.novakova2', title: ME.title };
  expect(listsWith(anActivity({ user: twin }))).toEqual([]);
});

it('before whoim was read the extension says who I am', () => {
  expect(listsWith(anActivity(), { whoim: null })).toEqual(['ringingActivities']);
});

it('nothing rings for an agent who is not known at all', () => {
  const unknown = { whoim: null, extension: anExtension({ user: nameless }) };
  expect(listsWith(anActivity({ user: nameless }), unknown)).toEqual([]);
});

const phaseOf = (channels: readonly Channel[] | null) =>
  callPhaseOf(aState(), anOpenCall({ channels }));

it.each<[string, readonly Channel[] | null, string]>([
  ['legs not known yet', null, 'unknown'],
  ['no legs', [], 'unknown'],
  ['my leg ringing', [aChannel({ state: 'Ringing' })], 'ringing'],
  ['my leg speaking', [aChannel()], 'talking'],
  ['my leg on hold', [aChannel({ state: 'On Hold' })], 'onHold'],
  ['my leg in a state of its own', [aChannel({ state: 'Unknown' })], 'unknown'],
  ['my leg closed', [aChannel({ state: 'Closed' })], 'ended'],
  ["the customer's leg alone", [aChannel({ user: null })], 'unknown'],
  ["a colleague's leg alone", [aChannel({ user: COLLEAGUE })], 'unknown'],
  ['a leg of somebody without a name', [aChannel({ user: nameless })], 'unknown'],
  [
    "my leg closed beside the customer's speaking",
    [aChannel({ state: 'Closed' }), aChannel({ user: null })],
    'ended',
  ],
  [
    'my first leg closed and my second speaking',
    [aChannel({ state: 'Closed' }), aChannel()],
    'talking',
  ],
  [
    'my first leg closed and my second unknown',
    [aChannel({ state: 'Closed' }), aChannel({ state: 'Unknown' })],
    'unknown',
  ],
  [
    'one leg of mine on hold and one speaking',
    [aChannel({ state: 'On Hold' }), aChannel()],
    'talking',
  ],
  ['my leg by its bare name', [aChannel({ user: bareMe })], 'talking'],
])('an open call with %s is %s', (_, channels, phase) => {
  expect(phaseOf(channels)).toBe(phase);
});

it.each<[string, Partial<Activity>, number | null]>([
  ['my speaking leg', { channels: [aChannel()] }, NOW_MS - 10_000],
  ['its opening while no leg speaks', { channels: null }, NOW_MS - 12_000],
  [
    "its opening and not the customer's leg",
    { channels: [aChannel({ user: null, speakingSinceMs: NOW_MS - 99_000 })] },
    NOW_MS - 12_000,
  ],
  [
    'my running leg and not the one before',
    {
      channels: [aChannel({ state: 'Closed', speakingSinceMs: NOW_MS - 99_000 }), aChannel()],
    },
    NOW_MS - 10_000,
  ],
  ['nothing when nothing is known', { channels: null, openedAtMs: null }, null],
])('a call is timed from %s', (_, overrides, sinceMs) => {
  expect(talkingSinceMs(aState(), anOpenCall(overrides))).toBe(sinceMs);
});

it('a call has ended when the last of my legs was closed', () => {
  const closed = (agoMs: number, user = ME) =>
    aChannel({ state: 'Closed', closedAtMs: NOW_MS - agoMs, user });
  const call = anOpenCall({ channels: [closed(9_000), closed(4_000), closed(1_000, COLLEAGUE)] });
  expect(callEndedAtMs(aState(), call)).toBe(NOW_MS - 4_000);
});

it.each([[null], [[]], [[aChannel()]]])(
  'nobody knows when a call with the legs %j ended',
  (channels) => {
    expect(callEndedAtMs(aState(), anOpenCall({ channels }))).toBeNull();
  },
);

const presence = (overrides: Partial<AgentState>, nowMs = NOW_MS) =>
  presenceOf(aState(overrides), nowMs);

it.each([
  ['Idle', 'ready'],
  ['Session', 'unready'],
  ['Paused', 'paused'],
  ['Unknown', 'unknown'],
] as const)('an agent in the state %s is %s', (state, expected) => {
  expect(presence({ extension: anExtension({ state }) })).toBe(expected);
});

it('an agent without a session is unready', () => {
  expect(presence({ extension: null })).toBe('unready');
});

it.each(['Idle', 'Paused', 'Session', 'Unknown'] as const)(
  'an agent who speaks is on a call whatever the state %s',
  (state) => {
    expect(presence({ extension: anExtension({ state }), activities: [anOpenCall()] })).toBe(
      'onCall',
    );
  },
);

it.each<[string, Partial<Activity>, string]>([
  ['a call on hold', { channels: [aChannel({ state: 'On Hold' })] }, 'onCall'],
  ['an open call whose legs are not known', { channels: null }, 'onCall'],
  ['a call that has ended', { channels: [aChannel({ state: 'Closed' })] }, 'ready'],
  ['an open chat', { type: 'CHAT', channels: null }, 'ready'],
  ["a colleague's call", { user: COLLEAGUE }, 'ready'],
])('a ready agent with %s is %s', (_, overrides, expected) => {
  expect(presence({ activities: [anOpenCall(overrides)] })).toBe(expected);
});

it('a ringing call does not change the state', () => {
  expect(presence({ activities: [anActivity()] })).toBe('ready');
});

it('a state is known for 30 seconds after it was confirmed', () => {
  expect(presence({}, NOW_MS + STALE_AFTER_MS)).toBe('ready');
  expect(STALE_AFTER_MS).toBe(30_000);
});

it.each<[string, Partial<AgentState>]>([
  ['a ready agent', {}],
  ['an agent on a call', { activities: [anOpenCall()] }],
  ['a paused agent', { extension: anExtension({ state: 'Paused' }) }],
  ['an unready agent', { extension: anExtension({ state: 'Session' }) }],
])('%s is in an unknown state once that is older than 30 seconds', (_, overrides) => {
  expect(presence(overrides, NOW_MS + STALE_AFTER_MS + 1)).toBe('unknown');
});

it.each<[string, number | null, boolean]>([
  ['never', null, false],
  ['before the start', NOW_MS - 1, false],
  ['at the start', NOW_MS, true],
  ['after the start', NOW_MS + 1, true],
])('of a state that was pulled %s it is said whether it was since', (_, pulledAtMs, isSince) => {
  expect(isPulledSince(aState({ pulledAtMs }), NOW_MS)).toBe(isSince);
});

it('a state never confirmed is unknown', () => {
  expect(presence({ pulledAtMs: null })).toBe('unknown');
});

it.each(['connecting', 'reconnecting', 'offline'] as const)(
  'a link that is %s is shown as that at any age',
  (link) => {
    expect(linkOf(aState({ link }), NOW_MS)).toBe(link);
    expect(linkOf(aState({ link }), NOW_MS + 60_000)).toBe(link);
  },
);

it('a link written as connected is one that is lost when nothing came for 30 seconds', () => {
  expect(linkOf(aState(), NOW_MS + 30_000)).toBe('connected');
  expect(linkOf(aState(), NOW_MS + 30_001)).toBe('reconnecting');
});

it.each<[string, Partial<AgentState>, string | null]>([
  ['its own title', { extension: anExtension({ pause: aPause({ title: 'Oběd' }) }) }, 'Oběd'],
  [
    'the title among the allowed pauses',
    { extension: anExtension({ pause: aPause({ title: null }) }) },
    'Lunch',
  ],
  [
    'its name when nobody knows its title',
    { extension: anExtension({ pause: aPause({ name: 'wrap-up', title: null }) }) },
    'wrap-up',
  ],
  ['nothing when there is none', { extension: anExtension() }, null],
  ['nothing without a session', { extension: null }, null],
])('a pause is called by %s', (_, overrides, title) => {
  expect(pauseTitleOf(aState(overrides))).toBe(title);
});

it('a pause of which only the name is told is called as in the list, else by its name', () => {
  const allowed = [aPause({ name: 'lunch', title: 'Lunch' })];
  expect(pauseTitle({ name: 'lunch' }, allowed)).toBe('Lunch');
  expect(pauseTitle({ name: 'coffee' }, allowed)).toBe('coffee');
  expect(pauseTitle({ name: 'coffee' })).toBe('coffee');
});

it.each<[string, number | null, number | null, number | null, number | null]>([
  ['that was passed on', 1_000, 5_000, 5_000, 1_000],
  ['of which only the arrival is told', 1_000, null, 1_000, 1_000],
  ['of which only the ringing is told', null, 5_000, 5_000, 5_000],
  ['of which no time is told', null, null, null, null],
])(
  'an activity %s waits and has arrived since then',
  (_, createdAtMs, waitingSinceMs, waits, arrived) => {
    const activity = anActivity({ createdAtMs, waitingSinceMs });
    expect(waitsSinceMs(activity)).toBe(waits);
    expect(arrivedAtMs(activity)).toBe(arrived);
  },
);

it.each<[string, Partial<AgentState>, boolean]>([
  ['a user with a device', {}, false],
  ['a user without one', { whoim: aWhoim({ devices: [] }) }, true],
  ['a user of whom it is not said', { whoim: aWhoim({ devices: null }) }, false],
  ['a user not known yet', { whoim: null }, false],
])('of %s a device has to be chosen: %3$j', (_, overrides, must) => {
  expect(mustChooseDevice(aState(overrides))).toBe(must);
});

it.each<[string, Partial<Activity>, string | null]>([
  [
    'the contact',
    { contact: { name: 'c', title: 'Jan Zkouška' }, callerName: 'VIP' },
    'Jan Zkouška',
  ],
  ["the queue's name for the caller", { callerName: 'VIP' }, 'VIP'],
  ['the number', { contact: { name: 'c', title: null }, title: 'x' }, '+420600111222'],
  ['the address', { type: 'EMAIL', number: null, address: 'a@example.com' }, 'a@example.com'],
  ['the title', { type: 'EMAIL', number: null, title: 'Invoice' }, 'Invoice'],
  ['nothing', { number: null, title: null }, null],
])('the other side is called by %s', (_, overrides, caller) => {
  expect(callerOf(anActivity(overrides))).toBe(caller);
});
