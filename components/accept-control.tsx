import { Check, Phone } from 'lucide';
import { acceptDeviceOf, acceptDevices } from '@/lib/agent/accept-device';
import type { Activity } from '@/lib/daktela/activity';
import type { Device } from '@/lib/daktela/device';
import { CommandButton } from './command-button';
import { type Desk, useDesk } from './desk-ports';
import { deviceTitle } from './device-title';

function chosenDevice({ state, settings }: Desk): Device | null {
  return acceptDeviceOf(state.value, settings.value.acceptDevice);
}

/** On which of several devices calls are taken; the last choice is kept. */
export function AcceptDevice() {
  const desk = useDesk();
  const devices = acceptDevices(desk.state.value);
  if (devices.length === 0) return null;
  return (
    <select
      class="accept-device"
      aria-label={desk.t('state.device')}
      value={chosenDevice(desk)?.name}
      onChange={({ currentTarget }) => desk.changeSettings({ acceptDevice: currentTarget.value })}
    >
      {devices.map((device) => (
        <option key={device.name} value={device.name}>
          {deviceTitle(device)}
        </option>
      ))}
    </select>
  );
}

/** Taking an activity. Only a call needs a device, and only when the agent has several. */
export function AcceptButton({
  activity,
  look,
}: {
  activity: Activity;
  look: 'primary' | 'plain';
}) {
  const desk = useDesk();
  const isCall = activity.type === 'CALL';
  return (
    <CommandButton
      look={look}
      {...(look === 'primary' ? { icon: isCall ? Phone : Check } : {})}
      request={{
        type: 'activity.accept',
        activity: activity.name,
        device: isCall ? (chosenDevice(desk)?.name ?? null) : null,
      }}
    >
      {desk.t('activity.accept')}
    </CommandButton>
  );
}
