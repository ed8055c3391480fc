import { describe, expect, it } from 'vitest';
import { nextStateStep } from '@/lib/agent/next-state';
import { reactions } from '@/lib/agent/reactions';
import { reduce } from '@/lib/agent/reduce';
import { type AgentState, type NextState, SIGNED_OUT } from '@/lib/agent/state';
import {
  anActivity,
  anExtension,
  anOpenCall,
  aPause,
  aState,
  NOW_MS,
} from '../../support/builders';

const lunch: NextState = { kind: 'pause', pause: 'lunch' };
const later = (state: AgentState): AgentState => ({ ...state, pulledAtMs: NOW_MS + 1_000 });
const planned = (overrides: Partial<AgentState> = {}) => aState({ nextState: lunch, ...overrides });

const afterPull = (state: AgentState) => nextStateStep(state, later(state));

describe('the next state', () => {
  it('waits while a call is in hand', () => {
    expect(afterPull(planned({ activities: [anOpenCall()] }))).toBe('wait');
  });

  it('waits while another call rings', () => {
    expect(afterPull(planned({ activities: [anActivity()] }))).toBe('wait');
  });

  it('does not wait for what rings at nobody', () => {
    expect(afterPull(planned({ activities: [anActivity({ user: null })] }))).toBe('apply');
  });

  it('comes with the pull that shows empty hands', () => {
    expect(afterPull(planned())).toBe('apply');
  });

  it('comes with no other change of the state', () => {
    const state = planned();
    expect(nextStateStep(state, { ...state, missedAway: null })).toBe('wait');
  });

  it('is not taken from what an earlier life of the worker has left', () => {
    expect(nextStateStep(SIGNED_OUT, planned())).toBe('wait');
  });

  it('is done when pull data shows the pause already', () => {
    const extension = anExtension({ state: 'Paused', pause: aPause() });
    expect(afterPull(planned({ extension }))).toBe('done');
  });

  it('is still to come while another pause runs', () => {
    const extension = anExtension({
      state: 'Paused',
      pause: aPause({ name: 'wrap', kind: 'wrap' }),
    });
    expect(afterPull(planned({ extension }))).toBe('apply');
  });

  it('is done when the agent is unready already', () => {
    const extension = anExtension({ state: 'Session' });
    expect(afterPull(planned({ nextState: { kind: 'unready' }, extension }))).toBe('done');
  });

  it('is asked of the background once for each pull', () => {
    const state = planned();
    expect(reactions(state, later(state))).toEqual([{ type: 'applyNextState', nextState: lunch }]);
  });

  it('is forgotten when the agent asks for a state at once', () => {
    const after = reduce(planned(), {
      type: 'commanded',
      to: 'Paused',
      planned: false,
      atMs: NOW_MS,
    });
    expect(after.nextState).toBeNull();
  });

  it('stays until it is settled when it is itself what was asked for', () => {
    const after = reduce(planned(), {
      type: 'commanded',
      to: 'Paused',
      planned: true,
      atMs: NOW_MS,
    });
    expect(after.nextState).toEqual(lunch);
  });

  it('leaves with the agent', () => {
    expect(reduce(planned(), { type: 'signedOut', reason: 'byAgent' }).nextState).toBeNull();
  });
});
