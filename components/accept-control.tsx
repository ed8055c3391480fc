import { Check, Phone } from 'lucide';
import type { Activity } from '@/lib/daktela/activity';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { deviceTitle } from './device-title';

/** Taking an activity; a call needs to know which device when the agent has several. */
export function AcceptControl({
  activity,
  look,
}: {
  activity: Activity;
  look: 'primary' | 'plain';
}) {
  const { t, state, settings, changeSettings } = useDesk();
  const devices = activity.type === 'CALL' ? (state.value?.whoim?.devices ?? []) : [];
  const offersDevices = devices.length > 1;
  const chosen = devices.find(({ name }) => name === settings.value.acceptDevice) ?? devices[0];
  return (
    <>
      {offersDevices && (
        <select
          class="accept-device"
          aria-label={t('state.device')}
          value={chosen?.name}
          onChange={({ currentTarget }) => changeSettings({ acceptDevice: currentTarget.value })}
        >
          {devices.map((device) => (
            <option key={device.name} value={device.name}>
              {deviceTitle(device)}
            </option>
          ))}
        </select>
      )}
      <CommandButton
        look={look}
        icon={activity.type === 'CALL' ? Phone : Check}
        request={{
          type: 'activity.accept',
          activity: activity.name,
          device: offersDevices ? (chosen?.name ?? null) : null,
        }}
      >
        {t('activity.accept')}
      </CommandButton>
    </>
  );
}
