import { useId } from 'preact/hooks';
import type { QuietHours as Hours } from '@/lib/settings/alerts';
import { timeText } from './alert-words';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';
import { Toggle } from './toggle';

/** From after work to before it. */
const FIRST: Hours = { from: 18 * 60, to: 8 * 60 };

function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

function Time({
  label,
  minutes,
  onChange,
}: {
  label: string;
  minutes: number;
  onChange: (minutes: number) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="time"
        required
        value={timeText(minutes)}
        onChange={({ currentTarget }) => {
          const next = minutesOf(currentTarget.value);
          // A time that was emptied is none, so what was kept stays.
          if (next === null) currentTarget.value = timeText(minutes);
          else onChange(next);
        }}
      />
    </div>
  );
}

/** A time of the day in which nothing sounds. */
export function QuietHours() {
  const { t, settings, change } = useSettings();
  const { quietHours } = settings.alerts;
  const id = useId();
  const set = (hours: Hours | null) =>
    change({ alerts: { ...settings.alerts, quietHours: hours } });
  return (
    <div class="settings-part">
      <SettingsRow beside control={id} title={t('ring.quiet')} hint={t('ring.quietHint')}>
        <Toggle id={id} on={quietHours !== null} onChange={(on) => set(on ? FIRST : null)} />
      </SettingsRow>
      {quietHours && (
        <div class="times">
          <Time
            label={t('ring.from')}
            minutes={quietHours.from}
            onChange={(from) => set({ ...quietHours, from })}
          />
          <Time
            label={t('ring.to')}
            minutes={quietHours.to}
            onChange={(to) => set({ ...quietHours, to })}
          />
          {quietHours.from === quietHours.to && (
            <p class="problem" role="status">
              {t('ring.neverQuiet')}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
