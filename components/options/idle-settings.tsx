import { useId } from 'preact/hooks';
import { Button } from '@/components/button';
import { type IdleSettings as Chosen, IDLE_MINUTES } from '@/lib/settings/idle';
import { Lockable } from './lockable';
import { PauseSelect } from './pause-select';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';
import { ToggleRow } from './toggle-row';

function Minutes({
  id,
  minutes,
  onChoose,
}: {
  id: string;
  minutes: number;
  onChoose: (minutes: number) => void;
}) {
  const { t } = useSettings();
  // An administrator may have given another one.
  const all = [...new Set([...IDLE_MINUTES, minutes])].sort((a, b) => a - b);
  return (
    <select
      id={id}
      class="choose"
      aria-describedby={`${id}-note`}
      value={String(minutes)}
      onChange={({ currentTarget: { value } }) => onChoose(Number(value))}
    >
      {all.map((count) => (
        <option key={count} value={String(count)}>
          {t('idle.minutes', { count })}
        </option>
      ))}
    </select>
  );
}

/** The browser is asked in the very click; an administrator may have switched it on before anybody was. */
function NotAllowed() {
  const { t, idle } = useSettings();
  return (
    <div class="warning settings-warning" role="status">
      <p>{t('idle.notAllowed')}</p>
      <Button onClick={() => void idle.allow()}>{t('idle.allow')}</Button>
    </div>
  );
}

/** What becomes of the agent's state while nobody is at the computer. */
export function IdleSettings() {
  const { t, settings, change, idle: ofBrowser } = useSettings();
  const { idle } = settings;
  const { isAllowed, isStaticLogin, tellsLocked } = ofBrowser;
  const id = useId();
  const set = (changes: Partial<Chosen>) => change({ idle: { ...idle, ...changes } });

  function switchTo(on: boolean): void {
    set({ on });
    void (on ? ofBrowser.allow() : ofBrowser.disallow());
  }

  const cannotLeave = isStaticLogin.value && idle.pause === null;
  return (
    <SettingsGroup name="idle" title={t('idle.title')} lead={t('idle.lead')}>
      <ToggleRow
        path="idle.on"
        title={t('idle.on')}
        hint={t('idle.onHint')}
        on={idle.on}
        onChange={switchTo}
      />
      {idle.on && !isAllowed.value && <NotAllowed />}
      <Lockable path="idle.minutes">
        <SettingsRow
          control={`${id}-after`}
          title={t('idle.after')}
          hint={t(tellsLocked ? 'idle.afterHint' : 'idle.afterHintUnlocked')}
        >
          <Minutes
            id={`${id}-after`}
            minutes={idle.minutes}
            onChoose={(minutes) => set({ minutes })}
          />
        </SettingsRow>
      </Lockable>
      <Lockable path="idle.pause">
        <SettingsRow
          control={`${id}-then`}
          title={t('idle.then')}
          hint={t('idle.thenHint')}
          problem={cannotLeave ? t('idle.static') : undefined}
        >
          <PauseSelect
            id={`${id}-then`}
            none={t('idle.unready')}
            chosen={idle.pause}
            onChoose={(pause) => set({ pause })}
          />
        </SettingsRow>
      </Lockable>
      <ToggleRow
        path="idle.comesBack"
        title={t('idle.comesBack')}
        hint={t('idle.comesBackHint')}
        on={idle.comesBack}
        onChange={(comesBack) => set({ comesBack })}
      />
    </SettingsGroup>
  );
}
