import { goUnready } from './agent-moves';
import type { Agent } from './model';
import type { World } from './world';

/** Polling is presence: who stops polling is logged out of work (fact sheet 3). */
export function pollStarted(world: World, agent: Agent): void {
  agent.openPolls += 1;
  agent.lastPollAt = world.now();
}

export function pollEnded(world: World, agent: Agent): void {
  agent.openPolls -= 1;
  agent.lastPollAt = world.now();
  const { inactivityLogoutMs } = world.switches;
  if (inactivityLogoutMs === null) return;
  world.timers.after(inactivityLogoutMs, () => {
    const since = world.now() - (agent.lastPollAt ?? 0);
    const gone = agent.openPolls === 0 && since >= inactivityLogoutMs;
    if (gone && agent.state !== 'Session') goUnready(world, agent);
  });
}
