import { Plus } from 'lucide';
import { type AgentDevice, agentDevices, serverListsDevices } from '@/lib/agent/agent-devices';
import type { AgentState } from '@/lib/agent/state';
import type { Translate } from '@/lib/i18n/translate';
import { CommandButton } from './command-button';
import { CommandSwitch } from './command-switch';
import { useDesk } from './desk-ports';
import { deviceKind, deviceTitle } from './device-title';
import { Panel } from './panel';

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

/** Whether calls can ring at all, in words (specification, Active/Inactive Device). */
function reachability({ extension }: AgentState, t: Translate): { summary?: string } {
  if (extension === null || extension.state === 'Session') return {};
  return { summary: t(`device.${extension.device}`) };
}

/** The devices that ring for the agent, and those that could. */
export function DevicesPanel({ state }: { state: AgentState }) {
  const { t } = useDesk();
  const devices = agentDevices(state);
  const connected = devices.some((device) => device.connected);
  return (
    <Panel name="devices" title={t('device.title')} {...reachability(state, t)}>
      {devices.length > 0 && (
        <fieldset class="switches" aria-label={t('device.title')}>
          {devices.map((device) => (
            <DeviceSwitch key={device.device.name} device={device} />
          ))}
        </fieldset>
      )}
      {devices.length === 0 && <p class="hint">{t('device.empty')}</p>}
      {connected && !serverListsDevices(state) && <p class="hint">{t('device.assumed')}</p>}
      {state.availableDevices === null && (
        <CommandButton look="quiet" icon={Plus} request={{ type: 'devices.load' }}>
          {t('device.more')}
        </CommandButton>
      )}
    </Panel>
  );
}
