import type { Api, ApiCall } from '../api-call';
import { touch } from '../changes';
import type { Agent } from '../model';
import { reply } from '../reply';
import { wireDevice, wirePause, wireUser, wireWhoimQueue } from '../wire';

/** WhoIm: 200 even for a bad token, then with user null (fact sheet 2.6). */
const version = '2026.1';

function whoimUser(call: ApiCall, agent: Agent) {
  const user = wireUser(call, agent);
  const devices = [...call.world.devices.values()].filter(({ owner }) => owner === agent.name);
  return {
    ...user,
    _sys: { ...user._sys, accessToken: call.token },
    extensions: devices.map(wireDevice),
  };
}

function whoimQueues(call: ApiCall, agent: Agent) {
  const rights = call.world.profiles.get(agent.profile)?.queues ?? new Map();
  return [...rights].flatMap(([name, login]) => {
    const queue = call.world.queues.get(name);
    return queue === undefined ? [] : [wireWhoimQueue(call, queue, login)];
  });
}

function asAsked<T extends { name: unknown }>(call: ApiCall, items: T[]): unknown {
  if (call.world.switches.whoimLists === 'list') return items;
  return Object.fromEntries(items.map((item) => [String(item.name), item]));
}

function whoim(call: ApiCall): Response {
  const { agent } = call;
  if (agent === null) return reply(call, { version, user: null });
  if (agent.reloadPending) {
    agent.reloadPending = false;
    touch(call.world, agent, 'reloadUser');
  }
  const pauses = [...call.world.pauses.values()].filter(
    ({ allowed, type }) => allowed && type === null,
  );
  return reply(call, {
    version,
    user: whoimUser(call, agent),
    queues: asAsked(call, whoimQueues(call, agent)),
    pauses: asAsked(call, pauses.map(wirePause)),
  });
}

export function addWhoim(api: Api): void {
  api.get('/whoim', (c) => whoim(c.env));
}
