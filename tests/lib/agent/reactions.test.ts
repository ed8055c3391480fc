import { expect, it } from 'vitest';
import { type Effect, reactions } from '@/lib/agent/reactions';
import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import {
  aDevice,
  anActivity,
  anActivityQueue,
  anExtension,
  anOpenCall,
  aState,
  aWhoim,
} from '../../support/builders';

const quiet = aState();
const dynamic = { whoim: aWhoim({ devices: [] }) };
const unready = { extension: anExtension({ state: 'Session' }) };

const after = (next: Partial<AgentState>, previous: Partial<AgentState> = {}): Effect[] =>
  reactions({ ...quiet, ...previous }, { ...quiet, ...next });

it.each<[string, AgentState]>([
  ['a quiet desk', quiet],
  ['an open call without statuses', aState({ activities: [anOpenCall()] })],
  ['an unready agent who has to choose a device', aState({ ...dynamic, ...unready })],
  ['a mark to reload', aState({ reloadMark: '7' })],
  ['an agent not known yet', aState({ whoim: null })],
  ['nobody signed in', SIGNED_OUT],
])('the same state twice asks for nothing: %s', (_, state) => {
  expect(reactions(state, state)).toEqual([]);
});

it('a call that is opened asks for the statuses of its queue', () => {
  expect(after({ activities: [anOpenCall()] })).toEqual([{ type: 'loadStatuses', queue: '3001' }]);
});

it('two open activities of a queue ask once', () => {
  const activities = [anOpenCall({ name: 'a' }), anOpenCall({ name: 'b' })];
  expect(after({ activities })).toEqual([{ type: 'loadStatuses', queue: '3001' }]);
});

it('a second call of the same queue does not ask again', () => {
  const first = anOpenCall({ name: 'a' });
  expect(
    after({ activities: [first, anOpenCall({ name: 'b' })] }, { activities: [first] }),
  ).toEqual([]);
});

it('a queue that may have statuses is asked for them', () => {
  const queue = anActivityQueue({ hasStatuses: null });
  expect(after({ activities: [anOpenCall({ queue })] })).toHaveLength(1);
});

it('a queue with the name of something every object has is asked too', () => {
  const queue = anActivityQueue({ name: 'constructor' });
  expect(after({ activities: [anOpenCall({ queue })] })).toEqual([
    { type: 'loadStatuses', queue: 'constructor' },
  ]);
});

it.each<[string, Partial<AgentState>]>([
  [
    'its queue has none',
    { activities: [anOpenCall({ queue: anActivityQueue({ hasStatuses: false }) })] },
  ],
  [
    'its queue is known by title alone',
    { activities: [anOpenCall({ queue: anActivityQueue({ name: null }) })] },
  ],
  ['it has no queue', { activities: [anOpenCall({ queue: null })] }],
  ['they are known', { activities: [anOpenCall()], queueStatuses: { 3001: [] } }],
  ['it only rings', { activities: [anActivity()] }],
])('no statuses are asked for an activity when %s', (_, next) => {
  expect(after(next)).toEqual([]);
});

it('a dynamic user who becomes unready is shown devices to choose from', () => {
  expect(after({ ...dynamic, ...unready }, dynamic)).toEqual([{ type: 'loadDevices' }]);
});

it('devices are read anew each time, for somebody may have taken one', () => {
  const known = { ...dynamic, availableDevices: [aDevice()] };
  expect(after({ ...known, ...unready }, known)).toEqual([{ type: 'loadDevices' }]);
});

it.each<[string, Partial<AgentState>]>([
  ['has devices of their own', unready],
  ['is ready', dynamic],
])('no devices are asked for when the user %s', (_, next) => {
  expect(after(next)).toEqual([]);
});

it.each<[string, string | null, string | null, boolean]>([
  ['a first mark', null, 'true', true],
  ['another mark', '7', '8', true],
  ['the same mark', '7', '7', false],
  ['a mark taken back', '7', null, false],
])('whoim is read again for %s', (_, before, now, reloads) => {
  expect(after({ reloadMark: now }, { reloadMark: before })).toEqual(
    reloads ? [{ type: 'reloadWhoim' }] : [],
  );
});

it.each(['connecting', 'reconnecting', 'offline'] as const)(
  'an agent not known yet is asked for on the first contact after %s',
  (link) => {
    expect(after({ whoim: null }, { whoim: null, link })).toEqual([{ type: 'reloadWhoim' }]);
  },
);

it('an agent who is known is not asked for when the link is back', () => {
  expect(after({}, { link: 'reconnecting' })).toEqual([]);
});

it.each<[string, AgentState, AgentState]>([
  ['signing in', SIGNED_OUT, aState()],
  ['signing out', aState(), SIGNED_OUT],
])('%s makes the sites agree', (_, previous, next) => {
  expect(reactions(previous, next)).toContainEqual({ type: 'reconcileSites' });
});

it('nobody signed in asks the server for nothing', () => {
  const next = { ...SIGNED_OUT, reloadMark: '8', activities: [anOpenCall()] };
  expect(reactions(aState(), next)).toEqual([{ type: 'reconcileSites' }]);
});

it('a worker that wakes asks for what its stored state still lacks', () => {
  const stored = aState({ activities: [anOpenCall()], whoim: null });
  expect(reactions(SIGNED_OUT, stored)).toEqual([
    { type: 'reconcileSites' },
    { type: 'loadStatuses', queue: '3001' },
    { type: 'reloadWhoim' },
  ]);
});
