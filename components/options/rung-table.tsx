import type { IconNode } from 'lucide';
import { AppWindow, Bell, CircleDot, Repeat2, Volume2 } from 'lucide';
import { Icon } from '@/components/icon';
import type { ActivityType } from '@/lib/daktela/activity';
import { type Reach, RUNGS, type Rung, rungsOf } from '@/lib/settings/alerts';
import { ALERTED_TYPES, typeKey } from './alert-words';
import { useSettings } from './settings-ports';

const ICONS: Readonly<Record<Rung, IconNode>> = {
  badge: CircleDot,
  notification: Bell,
  tone: Volume2,
  window: AppWindow,
  repeat: Repeat2,
};

/** What each column of the table means. */
export function RungLegend() {
  const { t } = useSettings();
  return (
    <ul class="rungs">
      {RUNGS.map((rung) => (
        <li key={rung} class="rung">
          <Icon node={ICONS[rung]} />
          <p>
            <b>{t(`rung.${rung}`)}</b> <span class="hint">{t(`rung.${rung}Hint`)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Which rungs each type of activity climbs. */
export function RungTable({ reach }: { reach: Reach }) {
  const { t, settings, change, alerts } = useSettings();
  const chosen = settings.alerts;
  const isQuiet = chosen.quietOnTelephone && alerts.onTelephone.value;

  function set(type: ActivityType, rung: Rung, on: boolean): void {
    const rungs = { ...chosen.rungs[reach][type], [rung]: on };
    change({
      alerts: {
        ...chosen,
        rungs: { ...chosen.rungs, [reach]: { ...chosen.rungs[reach], [type]: rungs } },
      },
    });
  }

  return (
    <table class="rung-table">
      <thead>
        <tr>
          <th scope="col">{t('alerts.type')}</th>
          {RUNGS.map((rung) => (
            <th key={rung} scope="col" title={t(`rung.${rung}`)}>
              <Icon node={ICONS[rung]} />
              <span class="rung-name">{t(`rung.${rung}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ALERTED_TYPES.map((type) => {
          const rungs = rungsOf(chosen, reach, type, isQuiet);
          return (
            <tr key={type}>
              <th scope="row">{t(typeKey(type))}</th>
              {RUNGS.map((rung) => (
                <td key={rung}>
                  <label class="rung-cell">
                    <input
                      type="checkbox"
                      aria-label={`${t(typeKey(type))}: ${t(`rung.${rung}`)}`}
                      checked={rungs[rung]}
                      onChange={({ currentTarget }) => set(type, rung, currentTarget.checked)}
                    />
                  </label>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
