import { useId } from 'preact/hooks';
import { MARK_COLOURS } from '@/lib/settings/marks';
import { ChoiceCards } from './choice-cards';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';
import { Toggle } from './toggle';

/** The same line twice, as a light page and as a dark one would have it. */
function Sample() {
  const { t, settings } = useSettings();
  const { shown, colour } = settings.marks;
  const [before = '', after = ''] = t('marks.sampleText', { number: '\n' }).split('\n');
  return (
    <div class="samples">
      {(['light', 'dark'] as const).map((theme) => (
        <p key={theme} class={`sample sample-${theme}`}>
          {before}
          <span class={shown ? `mark mark-${colour}` : undefined} dir="ltr">
            +420 777 123 456
          </span>
          {after}
        </p>
      ))}
    </div>
  );
}

/** Whether numbers stand out on pages, and in which colour. */
export function MarksSettings() {
  const { t, settings, change } = useSettings();
  const { marks } = settings;
  const id = useId();
  return (
    <SettingsGroup name="marks" title={t('marks.title')} lead={t('marks.lead')}>
      <SettingsRow beside control={id} title={t('marks.shown')} hint={t('marks.shownHint')}>
        <Toggle
          id={id}
          on={marks.shown}
          onChange={(shown) => change({ marks: { ...marks, shown } })}
        />
      </SettingsRow>
      <SettingsRow title={t('marks.colour')} hint={t('marks.colourHint')}>
        <ChoiceCards
          label={t('marks.colour')}
          choices={MARK_COLOURS.map((colour) => ({
            value: colour,
            title: <span class={`mark mark-${colour}`}>{t(`colour.${colour}`)}</span>,
          }))}
          chosen={marks.colour}
          onChoose={(colour) => change({ marks: { ...marks, colour } })}
        />
      </SettingsRow>
      <SettingsRow title={t('marks.sample')}>
        <Sample />
      </SettingsRow>
    </SettingsGroup>
  );
}
