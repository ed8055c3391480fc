import { Check, Phone } from 'lucide';
import type { Activity } from '@/lib/daktela/activity';
import type { Device } from '@/lib/daktela/device';
import { CommandButton } from './command-button';
import { type Desk, useDesk } from './desk-ports';
import { deviceTitle } from './device-title';

/** The devices a call can be taken on, when there is a choice at all. */
function devicesOf({ state }: Desk): readonly Device[] {
  const devices = state.value?.whoim?.devices ?? [];
  return devices.length > 1 ? devices : [];
}

function chosenDevice(desk: Desk): Device | null {
  const devices = devicesOf(desk);
  const { acceptDevice } = desk.settings.value;
  return devices.find(({ name }) => name === acceptDevice) ?? devices[0] ?? null;
}

/** On which of several devices calls are taken; the last choice is kept. */
export function AcceptDevice() {
  const desk = useDesk();
  const devices = devicesOf(desk);
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
