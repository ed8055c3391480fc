import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import { type AgentDevice, agentDevices, serverListsDevices } from '@/lib/agent/agent-devices';
import { isReady } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import type { Translate } from '@/lib/i18n/translate';
import { CommandButton } from './command-button';
import { CommandSwitch } from './command-switch';
import { useDesk } from './desk-ports';
import { deviceKind, deviceTitle } from './device-title';
import { Panel } from './panel';
import { isFound, SearchField, WORTH_SEARCHING } from './search-field';

function DeviceSwitch({ device: { device, connected } }: { device: AgentDevice }) {
  const { t } = useDesk();
  return (
    <CommandSwitch
      label={deviceTitle(device)}
      on={connected}
      request={(on) =>
        on ? { type: 'device.add', device } : { type: 'device.remove', device: device.name }
      }
    >
      {deviceKind(device, t)}
    </CommandSwitch>
  );
}

function DeviceList({ devices }: { devices: readonly AgentDevice[] }) {
  const { t } = useDesk();
  const [typed, setTyped] = useState('');
  const found = devices.filter(({ device }) =>
    isFound(`${deviceTitle(device)} ${deviceKind(device, t)}`, typed),
  );
  return (
    <>
      {devices.length > WORTH_SEARCHING && (
        <SearchField label={t('device.search')} value={typed} onInput={setTyped} />
      )}
      <fieldset class="switches" aria-label={t('device.title')}>
        {found.map((device) => (
          <DeviceSwitch key={device.device.name} device={device} />
        ))}
        {found.length === 0 && <p class="hint">{t('search.nothing')}</p>}
      </fieldset>
    </>
  );
}

/** Whether calls can ring at all, in words (specification, Active/Inactive Device). */
function reachability(state: AgentState, t: Translate): { summary?: string } {
  const { extension } = state;
  return extension && isReady(state) ? { summary: t(`device.${extension.device}`) } : {};
}

/** The devices that ring for the agent, and those that could. */
export function DevicesPanel({ state }: { state: AgentState }) {
  const { t } = useDesk();
  const devices = agentDevices(state);
  const isAssumed = isReady(state) && !serverListsDevices(state);
  return (
    <Panel name="devices" title={t('device.title')} {...reachability(state, t)}>
      {devices.length > 0 ? (
        <DeviceList devices={devices} />
      ) : (
        <p class="hint">{t('device.empty')}</p>
      )}
      {devices.length > 0 && isAssumed && <p class="hint">{t('device.assumed')}</p>}
      {state.availableDevices === null && (
        <CommandButton look="quiet" icon={Plus} request={{ type: 'devices.load' }}>
          {t('device.more')}
        </CommandButton>
      )}
    </Panel>
  );
}
