import { expect, it } from 'vitest';
import { withChoice } from '@/lib/agent/status-choices';
import { anActivity } from '../../support/builders';

it('a choice is kept beside those for other activities', () => {
  const activities = [anActivity({ name: 'a' }), anActivity({ name: 'b' })];
  expect(withChoice({ a: ['x'], b: ['y'] }, 'a', ['z'], activities)).toEqual({
    a: ['z'],
    b: ['y'],
  });
});

it('a choice for an activity that is gone is dropped', () => {
  expect(withChoice({ gone: ['x'] }, 'a', [], [anActivity({ name: 'a' })])).toEqual({ a: [] });
});
