import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byUrgency, byWaiting, inPlace, stageOf } from '@/lib/agent/urgency';
import type { Activity } from '@/lib/daktela/activity';
import {
  aChannel,
  anActivity,
  anEmail,
  anOpenCall,
  aState,
  COLLEAGUE,
  NOW_MS,
} from '../../support/builders';

const names = (activities: readonly Activity[]) => activities.map(({ name }) => name);
const inOrder = (...activities: Activity[]) => names(byUrgency(aState({ activities })));
const callIn = (name: string, channel: Parameters<typeof aChannel>[0]) =>
  anOpenCall({ name, channels: [aChannel(channel)] });

const pieces = {
  ringing: anActivity({ name: 'ringing' }),
  talking: callIn('talking', {}),
  onHold: callIn('onHold', { state: 'On Hold' }),
  offered: anEmail({ name: 'offered' }),
  afterCall: callIn('afterCall', { state: 'Closed', closedAtMs: NOW_MS - 1_000 }),
  open: anEmail({ name: 'open', action: 'OPEN', openedAtMs: NOW_MS - 90_000 }),
};
const MOST_URGENT_FIRST = ['ringing', 'talking', 'onHold', 'offered', 'afterCall', 'open'];

it('what a caller waits for comes before what a letter waits for, and both before what nobody waits for', () => {
  expect(inOrder(...Object.values(pieces))).toEqual(MOST_URGENT_FIRST);
});

it('the order does not depend on how the server lists the pieces', () => {
  const shuffled = fc.shuffledSubarray(Object.values(pieces), { minLength: 6 });
  fc.assert(
    fc.property(shuffled, (activities) => {
      expect(inOrder(...activities)).toEqual(MOST_URGENT_FIRST);
    }),
  );
});

it('of several ringing calls the one that rings longest is first', () => {
  const rings = (name: string, forMs: number) =>
    anActivity({ name, waitingSinceMs: NOW_MS - forMs });
  expect(inOrder(rings('short', 1_000), rings('long', 9_000), rings('middle', 5_000))).toEqual([
    'long',
    'middle',
    'short',
  ]);
});

it('pieces of the same second keep one order', () => {
  const [a, b] = [anActivity({ name: 'a' }), anActivity({ name: 'b' })];
  expect(inOrder(b, a)).toEqual(inOrder(a, b));
});

it('a piece without any time comes after those of its kind that have one', () => {
  const timeless = anActivity({ name: 'a', waitingSinceMs: null, createdAtMs: null });
  expect(inOrder(timeless, anActivity({ name: 'b' }))).toEqual(['b', 'a']);
});

it('a dialled call keeps its place when it is answered', () => {
  const other = anOpenCall({ name: 'other', openedAtMs: NOW_MS - 5_000 });
  const dialled = (state: 'Ringing' | 'Speaking') =>
    anOpenCall({ name: 'dialled', channels: [aChannel({ state })], openedAtMs: NOW_MS - 20_000 });
  expect(inOrder(other, dialled('Ringing'))).toEqual(inOrder(other, dialled('Speaking')));
});

it("what waits for anybody and what is a colleague's is not among the agent's pieces", () => {
  expect(inOrder(anActivity({ user: null }), anOpenCall({ user: COLLEAGUE }))).toEqual([]);
});

it.each<[string, Activity, string]>([
  ['ringing', anActivity(), 'ringing'],
  ['offered', anEmail(), 'offered'],
  ['open without legs', anOpenCall({ channels: null }), 'inCall'],
  ['open with my leg ringing', callIn('a', { state: 'Ringing' }), 'calling'],
  ['open and on hold', pieces.onHold, 'onHold'],
  ['open and hung up', pieces.afterCall, 'afterCall'],
  ['an open e-mail', pieces.open, 'open'],
])('a piece that is %s: %3$s', (_, activity, stage) => {
  expect(stageOf(aState(), activity)).toBe(stage);
});

it('waiting pieces stand in the order in which they came', () => {
  const came = (name: string, agoMs: number) => anActivity({ name, createdAtMs: NOW_MS - agoMs });
  expect(names(byWaiting([came('new', 1_000), came('old', 60_000), came('a', 5_000)]))).toEqual([
    'old',
    'a',
    'new',
  ]);
});

it('held in place, known pieces stay where they are and new ones come after them', () => {
  const wanted = ['new', 'a', 'newer', 'b'].map((name) => anActivity({ name }));
  expect(names(inPlace(['b', 'gone', 'a'], wanted))).toEqual(['b', 'a', 'new', 'newer']);
});
