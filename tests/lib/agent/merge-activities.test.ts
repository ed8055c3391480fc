import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeActivities } from '@/lib/agent/merge-activities';
import type { AgentState } from '@/lib/agent/state';
import type { Activity } from '@/lib/daktela/activity';
import { anActivity, anOpenCall, aState } from '../../support/builders';

const namesOf = (activities: readonly Activity[]) => activities.map(({ name }) => name);
const call = anOpenCall({ name: 'call' });
const ring = anActivity({ name: 'ring' });

it('keeps an own activity that a partial reply does not mention, as unconfirmed', () => {
  const merged = mergeActivities(aState({ activities: [call] }), [ring], false);
  expect(namesOf(merged.activities)).toEqual(['call', 'ring']);
  expect(merged.unconfirmed).toEqual(['call']);
});

it('believes a complete reply that an activity is gone', () => {
  const state = aState({ activities: [call, ring], unconfirmed: ['call'] });
  const merged = mergeActivities(state, [ring], true);
  expect(namesOf(merged.activities)).toEqual(['ring']);
  expect(merged).toMatchObject({ unconfirmed: [], sendsDeltas: false });
});

it('finds out that the server sends changes only when a complete reply still has what was missing', () => {
  const state = aState({ activities: [call, ring], unconfirmed: ['call'] });
  expect(mergeActivities(state, [call, ring], true).sendsDeltas).toBe(true);
});

it('takes from a server that sends changes only what it says and nothing more', () => {
  const state = aState({ activities: [call, ring], sendsDeltas: true });
  const held = anOpenCall({ name: 'call', title: 'changed' });
  const merged = mergeActivities(state, [held, anActivity({ name: 'new' })], false);
  expect(namesOf(merged.activities)).toEqual(['call', 'ring', 'new']);
  expect(merged.activities[0]?.title).toBe('changed');
  expect(merged.unconfirmed).toEqual([]);
});

it('lets go of what a server that sends changes only has closed', () => {
  const state = aState({ activities: [call, ring], sendsDeltas: true });
  const closed = anActivity({ name: 'ring', action: 'CLOSE' });
  expect(namesOf(mergeActivities(state, [closed], false).activities)).toEqual(['call']);
});

it('keeps what waits for anybody too until the server has shown its style', () => {
  const pool = anActivity({ name: 'pool', user: null });
  const state = aState({ activities: [pool], sendsDeltas: null });
  const merged = mergeActivities(state, [ring], false);
  expect(namesOf(merged.activities)).toEqual(['pool', 'ring']);
  expect(merged.unconfirmed).toEqual(['pool']);
});

it('learns that the server lists everything when what was missing is gone indeed', () => {
  const state = aState({ activities: [ring], unconfirmed: ['pool'], sendsDeltas: null });
  expect(mergeActivities(state, [ring], true).sendsDeltas).toBe(false);
});

it('learns nothing from a complete reply that confirms nothing', () => {
  const state = aState({ activities: [ring], sendsDeltas: null });
  expect(mergeActivities(state, [ring], true).sendsDeltas).toBeNull();
});

interface Change {
  readonly name: string;
  readonly action: 'WAIT' | 'OPEN' | 'CLOSE';
  readonly isMine: boolean;
}

/** A server in either style, and a client that asks for everything whenever it is not sure. */
function play(changes: readonly Change[], wholeKeys: boolean): void {
  const truth = new Map<string, Activity>();
  let state: AgentState = aState({ activities: [], sendsDeltas: null });
  const apply = (listed: readonly Activity[], complete: boolean) => {
    state = { ...state, ...mergeActivities(state, listed, complete) };
  };
  for (const { name, action, isMine } of changes) {
    const changed = anActivity({ name, action, ...(isMine ? {} : { user: null }) });
    if (action === 'CLOSE') truth.delete(name);
    else truth.set(name, changed);
    apply(wholeKeys ? [...truth.values()] : [changed], false);
    if (state.unconfirmed.length > 0) apply([...truth.values()], true);
    expect(namesOf(state.activities).sort()).toEqual([...truth.keys()].sort());
  }
}

it.each([
  ['whole lists', true],
  ['changes only', false],
])('shows the truth after any history with a server that sends %s', (_style, wholeKeys) => {
  const change = fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    action: fc.constantFrom('WAIT', 'OPEN', 'CLOSE'),
    isMine: fc.boolean(),
  }) as fc.Arbitrary<Change>;
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => play(changes, wholeKeys)),
  );
});
