import { expect, it } from 'vitest';
import { dialObstacle } from '@/lib/agent/dial-obstacle';
import type { AgentState } from '@/lib/agent/state';
import { anExtension, aQueue, aState, aWhoim } from '../../support/builders';

const outbound = aQueue({ name: '4001', title: 'Outbound', type: 'out' });
const whoim = aWhoim({ queues: [outbound] });

it.each<[string, Partial<AgentState>, ReturnType<typeof dialObstacle>]>([
  ['unready', { extension: anExtension({ state: 'Session' }) }, 'notReady'],
  ['in no queue for outgoing calls', { whoim, queues: [aQueue()] }, 'noQueue'],
  [
    'without a device that can ring',
    { whoim, queues: [outbound], extension: anExtension({ device: 'Unavailable' }) },
    'noDevice',
  ],
  ['with all that is needed', { whoim, queues: [outbound] }, null],
])('of an agent who is %s is told', (_, state, obstacle) => {
  expect(dialObstacle(aState(state))).toBe(obstacle);
});
