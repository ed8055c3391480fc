import { CircleCheck, CirclePower, Coffee, Play, RefreshCw, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import { mustChooseDevice, presenceOf } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import type { Device } from '@/lib/daktela/device';
import type { Pause } from '@/lib/daktela/pause';
import { Button } from './button';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { deviceTitle } from './device-title';
import { Disclosure } from './disclosure';
import { clockText } from './duration';
import { Icon } from './icon';

const deviceKey = ({ model, name }: Device) => `${model}/${name}`;

function DeviceChoice({
  devices,
  chosen,
  onChoose,
}: {
  devices: readonly Device[] | null;
  chosen: Device | null;
  onChoose: (device: Device | null) => void;
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
        onChange={({ currentTarget }) =>
          onChoose(devices.find((device) => deviceKey(device) === currentTarget.value) ?? null)
        }
      >
        {devices.map((device) => (
          <option key={deviceKey(device)} value={deviceKey(device)}>
            {deviceTitle(device)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Going ready, with the device when the user has none of their own or the server asked for one. */
function GoReady({ state }: { state: AgentState }) {
  const { t, commands, send } = useDesk();
  const [choice, setChoice] = useState<Device | null>(null);
  const refused = commands.failure.value?.key.startsWith('{"type":"agent.ready"') ?? false;
  const offersDevices = mustChooseDevice(state) || state.availableDevices !== null;
  const devices = state.availableDevices;
  const known = devices?.find((device) => choice && deviceKey(device) === deviceKey(choice));
  const device = offersDevices ? (known ?? devices?.[0] ?? null) : null;
  return (
    <div class="state-actions">
      {offersDevices && <DeviceChoice devices={devices} chosen={device} onChoose={setChoice} />}
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
      >
        {t('state.goReady')}
      </CommandButton>
    </div>
  );
}

function PauseChoice({ pauses }: { pauses: readonly Pause[] }) {
  const { t } = useDesk();
  return (
    <Disclosure
      className="pause"
      button={(open, toggle) => (
        <Button icon={Coffee} expanded={open} onClick={toggle}>
          {t('state.pause')}
        </Button>
      )}
    >
      <ul class="pause-list" aria-label={t('state.pause')}>
        {pauses.map(({ name, title }) => (
          <li key={name}>
            <CommandButton look="quiet" request={{ type: 'pause.start', pause: name }}>
              {title ?? name}
            </CommandButton>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Actions({ state }: { state: AgentState }) {
  const { t } = useDesk();
  const isStatic = state.whoim?.staticLogin ?? false;
  const pauses = (state.whoim?.pauses ?? []).filter(({ kind }) => kind === 'own');
  const phase = state.extension?.state ?? 'Session';
  if (phase === 'Session' && !isStatic) return <GoReady state={state} />;
  return (
    <div class="state-actions">
      {phase === 'Paused' && (
        <CommandButton look="primary" icon={Play} request={{ type: 'pause.end' }}>
          {t('state.endPause')}
        </CommandButton>
      )}
      {phase === 'Idle' && pauses.length > 0 && <PauseChoice pauses={pauses} />}
      {!isStatic && (
        <CommandButton icon={CirclePower} request={{ type: 'agent.unready' }}>
          {t('state.goUnready')}
        </CommandButton>
      )}
    </div>
  );
}

/** Why the state cannot be told for certain. */
function Unconfirmed({ state }: { state: AgentState }) {
  const { t, nowMs } = useDesk();
  const now = nowMs.value;
  if (presenceOf(state, now) !== 'unknown') return null;
  return (
    <p class="hint">
      {state.pulledAtMs === null
        ? t('presence.neverConfirmed')
        : t('presence.sinceConfirmed', { age: clockText(now - state.pulledAtMs) })}
    </p>
  );
}

/** The agent's own state and the ways out of it. */
export function StatePanel({ state }: { state: AgentState }) {
  const { t } = useDesk();
  const isReady = state.extension?.state === 'Idle' || state.extension?.state === 'Paused';
  return (
    <section class="panel state" aria-label={t('state.label')}>
      <Unconfirmed state={state} />
      <Actions state={state} />
      {isReady && state.extension?.device === 'Unavailable' && (
        <p class="warning">
          <Icon node={TriangleAlert} size={16} />
          {t('presence.deviceUnavailable')}
        </p>
      )}
    </section>
  );
}
