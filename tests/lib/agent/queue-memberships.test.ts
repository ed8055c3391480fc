import { describe, expect, it } from 'vitest';
import {
  missingOutgoingQueues,
  needsProfileQueues,
  queueMemberships,
  queuesAreLoading,
} from '@/lib/agent/queue-memberships';
import type { AgentState } from '@/lib/agent/state';
import type { Queue } from '@/lib/daktela/queue';
import { anExtension, aQueue, aState, aWhoim } from '../../support/builders';

const withQueues = (queues: Queue[], overrides: Partial<AgentState> = {}) =>
  aState({ whoim: aWhoim({ queues }), queues: [], ...overrides });

const titles = (state: AgentState) => queueMemberships(state).map(({ queue }) => queue.title);

describe('the queues of an agent', () => {
  it('are those of whoim that are active and permitted, by title', () => {
    const state = withQueues([
      aQueue({ name: '2', title: 'Sales' }),
      aQueue({ name: '1', title: 'Billing', login: 'auto' }),
      aQueue({ name: '3', title: 'Old', deactivated: true }),
      aQueue({ name: '4', title: 'Management', login: null }),
    ]);
    expect(titles(state)).toEqual(['Billing', 'Sales']);
  });

  it('with a number in their title are in the order of the numbers', () => {
    const named = (title: string) => aQueue({ name: title, title });
    expect(titles(withQueues([named('Line 10'), named('Line 9')]))).toEqual(['Line 9', 'Line 10']);
  });

  it('are those of the profile when whoim does not say how to log in', () => {
    const state = withQueues([aQueue({ login: null })], {
      profileQueues: [aQueue({ title: 'Of the profile' })],
    });
    expect(titles(state)).toEqual(['Of the profile']);
  });

  it('hold a queue the agent is logged in to although nobody lists it', () => {
    const state = withQueues([aQueue()], { queues: [aQueue({ name: '9', title: 'Extra' })] });
    expect(titles(state)).toEqual(['Extra', 'Support']);
  });

  it('have the title from the list when pull data gives the name alone', () => {
    const bare = aQueue({ title: '3001', type: null, login: null });
    const state = withQueues([aQueue({ login: 'fix' })], { queues: [bare] });
    expect(queueMemberships(state)).toMatchObject([
      { queue: { title: 'Support' }, loggedIn: true },
    ]);
  });

  it('keep the penalty the agent is logged in with', () => {
    const state = withQueues([aQueue({ penalty: '5' })], { queues: [aQueue({ penalty: '2' })] });
    expect(queueMemberships(state)).toMatchObject([{ loggedIn: true, penalty: '2' }]);
  });

  it('have the penalty of the list while the agent is logged out', () => {
    expect(queueMemberships(withQueues([aQueue({ penalty: '5' })]))).toMatchObject([
      { loggedIn: false, penalty: '5' },
    ]);
  });

  it('have penalty 0 when nobody says another', () => {
    expect(queueMemberships(withQueues([aQueue()]))).toMatchObject([{ penalty: '0' }]);
  });
});

describe('the queues of the profile', () => {
  it('are needed when no queue of whoim says how to log in', () => {
    expect(needsProfileQueues(withQueues([aQueue({ login: null })]))).toBe(true);
  });

  it('are not needed when one does', () => {
    expect(needsProfileQueues(withQueues([aQueue({ login: null }), aQueue()]))).toBe(false);
  });

  it('are loading until they were read', () => {
    const state = withQueues([aQueue({ login: null })]);
    expect(queuesAreLoading(state)).toBe(true);
    expect(queuesAreLoading({ ...state, profileQueues: [] })).toBe(false);
  });
});

describe('a queue for outgoing calls', () => {
  const outbound = aQueue({ name: '4001', title: 'Outbound', type: 'out', direction: 'out' });

  it('is missing when the agent is logged in to none', () => {
    const state = withQueues([aQueue(), outbound], { queues: [aQueue()] });
    expect(missingOutgoingQueues(state)?.map(({ queue }) => queue.name)).toEqual(['4001']);
  });

  it.each(['out', 'outbounder', 'progressive'])('is not missing in a queue of type %s', (type) => {
    const queue = { ...outbound, type };
    expect(missingOutgoingQueues(withQueues([queue], { queues: [queue] }))).toBeNull();
  });

  it('is missing for good when none is permitted', () => {
    expect(missingOutgoingQueues(withQueues([aQueue()], { queues: [aQueue()] }))).toEqual([]);
  });

  it('is not needed by who may dial without one', () => {
    const whoim = aWhoim({ queues: [aQueue(), outbound], dialsWithoutQueue: true });
    expect(missingOutgoingQueues(aState({ whoim }))).toBeNull();
  });

  it('cannot be told about when a queue of unknown type is logged in', () => {
    const unknown = aQueue({ name: '7', type: null });
    expect(missingOutgoingQueues(withQueues([outbound], { queues: [unknown] }))).toBeNull();
  });

  it.each([null, anExtension({ state: 'Session' })])(
    'is no matter before going ready',
    (extension) => {
      expect(missingOutgoingQueues(withQueues([outbound], { extension }))).toBeNull();
    },
  );
});
