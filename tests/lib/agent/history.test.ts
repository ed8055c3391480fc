import { describe, expect, it } from 'vitest';
import {
  endedActivities,
  entryOf,
  type HistoryEntry,
  NO_HISTORY,
  withEntries,
} from '@/lib/agent/history';
import { anActivity, anOpenCall, aState, COLLEAGUE, NOW_MS } from '../../support/builders';

const later = (activities = aState().activities) =>
  aState({ activities, pulledAtMs: NOW_MS + 1_000 });
const outcomes = (entries: readonly HistoryEntry[]) =>
  entries.map(({ activity, outcome }) => [activity.name, outcome]);

const entry = (name: string, atMs: number, outcome: HistoryEntry['outcome'] = 'handled') => ({
  activity: anActivity({ name }),
  atMs,
  durationMs: null,
  outcome,
});

describe('the history', () => {
  it('gets a call that was in hand and is gone, with how long it was open', () => {
    const ended = endedActivities(aState({ activities: [anOpenCall()] }), later());
    expect(ended).toMatchObject([{ outcome: 'handled', durationMs: 13_000 }]);
  });

  it('gets a call that rang at the agent and went away as missed', () => {
    const ended = endedActivities(aState({ activities: [anActivity()] }), later());
    expect(outcomes(ended)).toEqual([['activities_1.1', 'missed']]);
  });

  it('gets a call that rang at the agent and rings at a colleague now as missed', () => {
    const elsewhere = anActivity({ user: COLLEAGUE });
    const ended = endedActivities(aState({ activities: [anActivity()] }), later([elsewhere]));
    expect(outcomes(ended)).toEqual([['activities_1.1', 'missed']]);
  });

  it('gets nothing of a call that was accepted', () => {
    const ended = endedActivities(aState({ activities: [anActivity()] }), later([anOpenCall()]));
    expect(ended).toEqual([]);
  });

  it('gets nothing of what waited for anybody', () => {
    const pool = anActivity({ user: null });
    expect(endedActivities(aState({ activities: [pool] }), later())).toEqual([]);
  });

  it('has one entry for each activity, and what came last counts', () => {
    const history = withEntries(NO_HISTORY, [entry('a', 1, 'missed')]);
    const after = withEntries(history, [entry('a', 1, 'handled')]);
    expect(outcomes(after.entries)).toEqual([['a', 'handled']]);
  });

  it('has the newest first', () => {
    const { entries } = withEntries(NO_HISTORY, [entry('old', 1), entry('new', 2)]);
    expect(entries.map(({ activity }) => activity.name)).toEqual(['new', 'old']);
  });

  it('does not grow for ever', () => {
    const many = Array.from({ length: 500 }, (_, index) => entry(`a${index}`, index));
    const { entries } = withEntries(NO_HISTORY, many);
    expect([entries.length, entries[0]?.atMs]).toEqual([200, 499]);
  });
});

it.each([
  [true, 'handled'],
  [false, 'missed'],
  [null, 'unknown'],
] as const)('answered %s in the list of the server is %s', (answered, outcome) => {
  expect(entryOf({ activity: anActivity(), durationMs: null, answered }).outcome).toBe(outcome);
});
