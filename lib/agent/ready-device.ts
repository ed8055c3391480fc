import type { Device } from '@/lib/daktela/device';
import { mustChooseDevice } from './derive';
import type { AgentState } from './state';

/** How the device that was gone ready with is remembered. */
export const deviceKey = ({ model, name }: Device): string => `${model}/${name}`;

/**
 * The device to go ready with where nobody is asked: the last one, or the only one. Null when
 * none is needed, undefined when only the agent knows.
 * @param lastChosen key of the device
 */
export function readyDeviceOf(
  state: AgentState,
  lastChosen: string | null,
): Device | null | undefined {
  if (!mustChooseDevice(state)) return null;
  const devices = state.availableDevices ?? [];
  const [only] = devices.length === 1 ? devices : [];
  return devices.find((device) => deviceKey(device) === lastChosen) ?? only;
}
