import { changeQueues } from '../simulator/changes';
import type { World } from '../simulator/world';

/** Logs the agent in to another queue for outgoing calls, as a supervisor may do. */
export function joinSecondQueue(world: World, agentName: string): { name: string; title: string } {
  const outbound = world.queues.get('4001');
  if (!outbound) throw new Error('There is no first one');
  const second = { ...outbound, name: '4002', title: 'Surveys' };
  world.queues.set(second.name, second);
  const agent = world.agent(agentName);
  changeQueues(world, agent, () => agent.queues.set(second.name, 0));
  return second;
}
