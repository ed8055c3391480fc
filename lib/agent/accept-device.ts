import type { Device } from '@/lib/daktela/device';
import type { AgentState } from './state';

/** The devices a call can be taken on, when there is a choice at all. */
export function acceptDevices(state: AgentState | null): readonly Device[] {
  const devices = state?.whoim?.devices ?? [];
  return devices.length > 1 ? devices : [];
}

/**
 * The device to take calls on; null when there is no choice to make.
 * @param lastChosen name of the device chosen last, which may be gone by now
 */
export function acceptDeviceOf(state: AgentState | null, lastChosen: string | null): Device | null {
  const devices = acceptDevices(state);
  return devices.find(({ name }) => name === lastChosen) ?? devices[0] ?? null;
}
