import { useId } from 'preact/hooks';
import type { QuietHours as Hours } from '@/lib/settings/alerts';
import { useSettings } from './settings-ports';
import { ToggleRow } from './toggle-row';

/** From after work to before it. */
const FIRST: Hours = { from: 18 * 60, to: 8 * 60 };

const two = (part: number) => String(part).padStart(2, '0');
const timeOf = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

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
        value={timeOf(minutes)}
        onChange={({ currentTarget }) => {
          const next = minutesOf(currentTarget.value);
          // A time that was emptied is none, so what was kept stays.
          if (next === null) currentTarget.value = timeOf(minutes);
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
  const set = (hours: Hours | null) =>
    change({ alerts: { ...settings.alerts, quietHours: hours } });
  return (
    <div class="settings-part">
      <ToggleRow
        title={t('ring.quiet')}
        hint={t('ring.quietHint')}
        on={quietHours !== null}
        onChange={(on) => set(on ? FIRST : null)}
      />
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
