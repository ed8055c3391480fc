import { returnToPool } from './activity-moves';
import { changeQueues, touch } from './changes';
import type { Agent, AgentState, Queue } from './model';
import type { World } from './world';

function setState(world: World, agent: Agent, state: AgentState): void {
  agent.state = state;
  agent.stateAt = world.now();
  touch(world, agent, 'extension');
}

function clearPause(agent: Agent): void {
  agent.pause = null;
  agent.pausedAt = null;
}

export const isCallQueue = (queue: Queue): boolean => queue.type === 'in' || queue.type === 'out';

/** Queues the server logs an agent in to when they go ready. */
function automaticQueues(world: World, agent: Agent): string[] {
  const rights = world.profiles.get(agent.profile)?.queues ?? new Map<string, string>();
  return [...rights]
    .filter(([name, right]) => {
      const active = world.queues.get(name)?.deactivated === false;
      return active && (right === 'auto' || right === 'fix');
    })
    .map(([name]) => name);
}

function ownDevices(world: World, agent: Agent): string[] {
  return [...world.devices.values()]
    .filter((device) => device.owner === agent.name)
    .map(({ name }) => name);
}

/** Session to Idle: devices are connected, automatic queues logged in. */
export function goReady(world: World, agent: Agent, device: string | null): void {
  const fixed = agent.dynamicDevice ? [] : ownDevices(world, agent);
  const wanted = device === null ? fixed : [...fixed, device];
  agent.devices = [...new Set([...agent.devices, ...wanted])];
  agent.readyAt = world.now();
  setState(world, agent, 'Idle');
  changeQueues(world, agent, () => {
    for (const name of automaticQueues(world, agent)) agent.queues.set(name, 0);
  });
}

/** To Session: pause ended, queues and devices let go, ringing activities back to the pool. */
export function goUnready(world: World, agent: Agent): void {
  for (const activity of world.activitiesOf(agent)) {
    if (activity.user === agent.name && activity.action === 'WAIT') returnToPool(world, activity);
  }
  clearPause(agent);
  agent.devices = [];
  agent.readyAt = null;
  setState(world, agent, 'Session');
  changeQueues(world, agent, () => agent.queues.clear());
}

export function startPause(world: World, agent: Agent, pause: string): void {
  agent.pause = pause;
  agent.pausedAt = world.now();
  agent.pausesTaken.set(pause, (agent.pausesTaken.get(pause) ?? 0) + 1);
  setState(world, agent, 'Paused');
}

export function endPause(world: World, agent: Agent): void {
  clearPause(agent);
  setState(world, agent, 'Idle');
}

export function connectDevice(world: World, agent: Agent, device: string): void {
  agent.devices = [...agent.devices, device];
  touch(world, agent, 'extension');
}

export function disconnectDevice(world: World, agent: Agent, device: string): void {
  agent.devices = agent.devices.filter((name) => name !== device);
  touch(world, agent, 'extension');
}

/** The first pause of a system type: wrap after closing, lajdak after rejecting. */
export function startSystemPause(world: World, agent: Agent, type: 'wrap' | 'lajdak'): void {
  const pause = [...world.pauses.values()].find((item) => item.type === type);
  if (pause === undefined || agent.state === 'Session') return;
  startPause(world, agent, pause.name);
  if (type !== 'wrap') return;
  world.timers.after(world.switches.wrapUpMs, () => {
    if (agent.pause === pause.name) endPause(world, agent);
  });
}
