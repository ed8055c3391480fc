import { connectDevice, disconnectDevice, isCallQueue } from '../agent-moves';
import type { ApiCall } from '../api-call';
import { refuse } from '../errors';
import type { Agent } from '../model';
import type { World } from '../world';

/** Adding and removing devices (specification, section Add/Remove Device). */
export function userOfDevice(world: World, device: string): Agent | null {
  for (const agent of world.agents.values()) if (agent.devices.includes(device)) return agent;
  return null;
}

/** Refuses a device that does not exist or is somebody else's. */
export function checkDevice(world: World, agent: Agent, name: string, model: string | null): void {
  const device = world.devices.get(name);
  if (device === undefined || (model !== null && model !== device.model)) {
    refuse('deviceUnknown', name);
  }
  const user = userOfDevice(world, name);
  const usedByOther = user !== null && user !== agent;
  const ownedByOther = device.owner !== null && device.owner !== agent.name;
  if (usedByOther || ownedByOther) refuse('deviceUsed', name);
}

export function addDevice(call: ApiCall, agent: Agent, name: string, model: string | null): void {
  const { switches } = call.world;
  if (model === null && switches.addDeviceNeedsModel) refuse('modelMissing');
  checkDevice(call.world, agent, name, model);
  if (!agent.devices.includes(name)) connectDevice(call.world, agent, name);
  else if (switches.alreadyThere === 'refuse') refuse('deviceConnected', name);
}

function isInCallQueue(world: World, agent: Agent): boolean {
  return [...agent.queues.keys()].some((name) => {
    const queue = world.queues.get(name);
    return queue !== undefined && isCallQueue(queue);
  });
}

export function removeDevice(call: ApiCall, agent: Agent, name: string): void {
  if (!agent.devices.includes(name)) refuse('deviceNotConnected', name);
  if (agent.devices.length === 1 && isInCallQueue(call.world, agent)) refuse('lastDevice');
  disconnectDevice(call.world, agent, name);
}
