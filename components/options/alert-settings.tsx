import { useState } from 'preact/hooks';
import { Button } from '@/components/button';
import {
  type AlertSettings as Alerts,
  DEFAULT_ALERTS,
  REACHES,
  type Reach,
} from '@/lib/settings/alerts';
import { ChoiceCards } from './choice-cards';
import { Lockable } from './lockable';
import { RungLegend, RungTable } from './rung-table';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';
import { ToggleRow } from './toggle-row';

/** How what rings reaches the agent. */
export function AlertSettings() {
  const { t, settings, change, alerts } = useSettings();
  const [reach, setReach] = useState<Reach>('own');
  const chosen = settings.alerts;
  const set = (changes: Partial<Alerts>) => change({ alerts: { ...chosen, ...changes } });
  const isAsAtFirst = REACHES.every((each) => Object.keys(chosen.rungs[each]).length === 0);
  return (
    <SettingsGroup name="alerts" title={t('alerts.title')} lead={t('alerts.lead')}>
      <ToggleRow
        path="alerts.quietOnTelephone"
        title={t('alerts.quietOnTelephone')}
        hint={[
          t('alerts.quietOnTelephoneHint'),
          ...(alerts.onTelephone.value ? [t('alerts.onTelephone')] : []),
        ].join(' ')}
        on={chosen.quietOnTelephone}
        onChange={(quietOnTelephone) => set({ quietOnTelephone })}
      />
      <SettingsRow title={t('alerts.ladder')} hint={t('alerts.ladderHint')}>
        <RungLegend />
        <ChoiceCards
          label={t('alerts.reach')}
          choices={REACHES.map((value) => ({
            value,
            title: t(`reach.${value}`),
            hint: t(`reach.${value}Hint`),
          }))}
          chosen={reach}
          onChoose={setReach}
        />
        <Lockable path="alerts.rungs">
          <RungTable reach={reach} />
          {!isAsAtFirst && (
            <div>
              <Button onClick={() => set({ rungs: DEFAULT_ALERTS.rungs })}>
                {t('alerts.asAtFirst')}
              </Button>
            </div>
          )}
        </Lockable>
      </SettingsRow>
      <ToggleRow
        path="alerts.autoPause"
        title={t('alerts.autoPause')}
        hint={t('alerts.autoPauseHint')}
        on={chosen.autoPause}
        onChange={(autoPause) => set({ autoPause })}
      />
    </SettingsGroup>
  );
}
