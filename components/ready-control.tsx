import { CircleCheck, RefreshCw } from 'lucide';
import { useState } from 'preact/hooks';
import { mustChooseDevice } from '@/lib/agent/derive';
import { deviceKey } from '@/lib/agent/ready-device';
import type { AgentState } from '@/lib/agent/state';
import type { Device } from '@/lib/daktela/device';
import { Button } from './button';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { deviceKind, deviceTitle } from './device-title';

/** Devices under the word for their kind, the kinds in the order the server has them. */
function DeviceOptions({ devices }: { devices: readonly Device[] }) {
  const { t } = useDesk();
  const kinds = [...new Set(devices.map((device) => deviceKind(device, t)))];
  return (
    <>
      {kinds.map((kind) => (
        <optgroup key={kind} label={kind}>
          {devices
            .filter((device) => deviceKind(device, t) === kind)
            .map((device) => (
              <option key={deviceKey(device)} value={deviceKey(device)}>
                {deviceTitle(device)}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}

function DeviceChoice({
  devices,
  chosen,
  onChoose,
}: {
  devices: readonly Device[] | null;
  chosen: Device | null;
  onChoose: (key: string) => void;
}) {
  const { t } = useDesk();
  if (devices === null) return <p class="hint">{t('state.devicesLoading')}</p>;
  if (devices.length === 0) {
    return (
      <div class="row">
        <p class="hint">{t('state.noDevices')}</p>
        <CommandButton look="quiet" icon={RefreshCw} request={{ type: 'devices.load' }}>
          {t('state.reloadDevices')}
        </CommandButton>
      </div>
    );
  }
  return (
    <div class="field">
      <label for="ready-device">{t('state.device')}</label>
      <select
        id="ready-device"
        value={chosen ? deviceKey(chosen) : ''}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        <DeviceOptions devices={devices} />
      </select>
    </div>
  );
}

/** Going ready, with the device when the user has none of their own or the server asked for one. */
export function ReadyControl({ state }: { state: AgentState }) {
  const { t, commands, send, settings, changeSettings } = useDesk();
  const [choice, setChoice] = useState<string | null>(null);
  const refused = commands.failure.value?.request.type === 'agent.ready';
  const offersDevices = mustChooseDevice(state) || state.availableDevices !== null;
  const devices = state.availableDevices;
  const wanted = choice ?? settings.value.readyDevice;
  const known = devices?.find((device) => deviceKey(device) === wanted);
  const device = offersDevices ? (known ?? devices?.[0] ?? null) : null;
  return (
    <div class="state-actions">
      {offersDevices && (
        <DeviceChoice
          devices={devices}
          chosen={device}
          onChoose={(key) => {
            setChoice(key);
            changeSettings({ readyDevice: key });
          }}
        />
      )}
      {refused && !offersDevices && (
        <Button look="quiet" onClick={() => void send({ type: 'devices.load' })}>
          {t('state.device')}
        </Button>
      )}
      <CommandButton
        look="primary"
        icon={CircleCheck}
        disabled={offersDevices && device === null}
        request={{ type: 'agent.ready', device }}
        onRun={() => device && changeSettings({ readyDevice: deviceKey(device) })}
      >
        {t('state.goReady')}
      </CommandButton>
    </div>
  );
}
