import type { Device } from '@/lib/daktela/device';
import { isReady } from './derive';
import type { AgentState } from './state';

export interface AgentDevice {
  readonly device: Device;
  readonly connected: boolean;
}

/** Whether the server itself says which devices are connected. */
export function serverListsDevices(state: AgentState): boolean {
  return state.extension?.devices != null;
}

/**
 * What the server does not tell: devices of one's own are connected by going ready
 * (specification, Go Ready), and what was added or removed from here is as the server confirmed it.
 */
function isAssumedConnected(state: AgentState, { name }: Device, own: boolean): boolean {
  return isReady(state) && (state.deviceChanges[name] ?? own);
}

/** The agent's own devices, those connected, and those that can be added once they were asked for. */
export function agentDevices(state: AgentState): AgentDevice[] {
  const own = state.whoim?.devices ?? [];
  const told = state.extension?.devices ?? null;
  const devices = new Map<string, Device>();
  for (const device of [...own, ...(told ?? []), ...(state.availableDevices ?? [])]) {
    const known = devices.get(device.name);
    // One list has the title, another the model.
    devices.set(device.name, known ? { ...device, title: known.title ?? device.title } : device);
  }
  return [...devices.values()].map((device) => ({
    device,
    connected: told
      ? told.some(({ name }) => name === device.name)
      : isAssumedConnected(
          state,
          device,
          own.some(({ name }) => name === device.name),
        ),
  }));
}
