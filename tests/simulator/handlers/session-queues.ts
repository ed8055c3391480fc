import { isCallQueue } from '../agent-moves';
import { type ApiCall, asName, isObject } from '../api-call';
import { changeQueues } from '../changes';
import { refuse } from '../errors';
import type { Agent } from '../model';

/** Logging in and out of queues (specification, section Log in and Out of Queues). */
interface Change {
  name: string;
  login: boolean;
  penalty: number;
}

function parse(item: unknown): Change {
  if (!isObject(item) || typeof item.login !== 'boolean') refuse('badPayload');
  const name = asName(item.name);
  const penalty = Number(item.penalty ?? 0);
  if (name === null || !Number.isInteger(penalty) || penalty < 0) refuse('badPayload');
  return { name, login: item.login, penalty };
}

function check(call: ApiCall, agent: Agent, { name, login }: Change): void {
  const { world } = call;
  const queue = world.queues.get(name);
  const right = world.profiles.get(agent.profile)?.queues.get(name);
  const strict = world.switches.alreadyThere === 'refuse';
  if (queue === undefined) refuse('queueUnknown', name);
  if (login) {
    if (queue.deactivated) refuse('queueDeactivated', queue.title);
    if (right === undefined || right === '') refuse('queueForbidden', queue.title);
    if (isCallQueue(queue) && agent.devices.length === 0) refuse('queueNeedsDevice', queue.title);
    if (strict && agent.queues.has(name)) refuse('queueAlreadyIn', queue.title);
    return;
  }
  if (right === 'fix') refuse('queueFix', queue.title);
  if (strict && !agent.queues.has(name)) refuse('queueNotIn', queue.title);
}

/** Does all of the changes or, when one breaks a rule, none. */
export function changeMembership(call: ApiCall, agent: Agent, queues: unknown): void {
  if (agent.state === 'Session') refuse('notReady');
  if (!Array.isArray(queues) && !isObject(queues)) refuse('badPayload');
  const changes = Object.values(queues).map(parse);
  for (const change of changes) check(call, agent, change);
  changeQueues(call.world, agent, () => {
    for (const { name, login, penalty } of changes) {
      if (login) agent.queues.set(name, penalty);
      else agent.queues.delete(name);
    }
  });
}
