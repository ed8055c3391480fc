import { useId, useState } from 'preact/hooks';
import { Button } from '@/components/button';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';

/** On which device it rings, where the browser lets one choose. */
export function OutputDevice() {
  const { t, settings, change, alerts } = useSettings();
  const [isRefused, setRefused] = useState(false);
  const id = useId();
  const { output } = settings.alerts;
  const outputs = alerts.outputs.value;
  if (!alerts.canChooseOutput) {
    return (
      <SettingsRow title={t('ring.output')}>
        <p class="hint">{t('ring.outputFixed')}</p>
      </SettingsRow>
    );
  }
  const isGone = output !== null && !outputs.some((one) => one.id === output);
  return (
    <SettingsRow control={id} title={t('ring.output')} hint={t('ring.outputHint')}>
      <select
        id={id}
        class="choose"
        aria-describedby={`${id}-note`}
        value={output ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ alerts: { ...settings.alerts, output: value || null } })
        }
      >
        <option value="">{t('ring.systemOutput')}</option>
        {outputs.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
        {isGone && <option value={output}>{t('ring.outputGone')}</option>}
      </select>
      {outputs.length === 0 && (
        <>
          <p class="hint">{t('ring.outputsHint')}</p>
          <div>
            <Button onClick={() => void alerts.allowOutputs().then((yes) => setRefused(!yes))}>
              {t('ring.showOutputs')}
            </Button>
          </div>
          {isRefused && (
            <p class="problem" role="alert">
              {t('ring.outputsRefused')}
            </p>
          )}
        </>
      )}
    </SettingsRow>
  );
}
