import { expect, it } from 'vitest';
import { activityTypes } from '../simulator/model';
import { seededRandom } from '../support/seeded-random';
import { planCampaign } from './plan';

const plan = (seed: number) => planCampaign(500, 60, seededRandom(seed));

it('a campaign is the same for the same seed and another for another', () => {
  expect(plan(1)).toEqual(plan(1));
  expect(plan(1)).not.toEqual(plan(2));
});

it('a campaign has as many calls as asked for, of every type, reach and ending', () => {
  const calls = plan(1).rounds.flat(2);
  expect(calls).toHaveLength(500);
  expect(new Set(calls.map(({ type }) => type))).toEqual(new Set(activityTypes));
  const ways = new Set(calls.map(({ reach, ending }) => `${reach} ${ending}`));
  expect(ways.size).toBe(9);
});

it('a cancelled call has rung for 50 ms at most', () => {
  const cancelled = plan(1)
    .rounds.flat(2)
    .filter(({ ending }) => ending === 'cancelled');
  expect(cancelled.length).toBeGreaterThan(20);
  expect(Math.max(...cancelled.map(({ ringsForMs }) => ringsForMs))).toBeLessThanOrEqual(50);
});

it('a campaign has troubles of every kind, some that nobody helps with', () => {
  const { troubles } = plan(1);
  expect(new Set(troubles.map(({ kind }) => kind))).toEqual(new Set(['kill', 'drop', 'sleep']));
  expect(troubles.filter(({ isHelped }) => !isHelped)).toHaveLength(6);
});
