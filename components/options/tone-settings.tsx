import { Play, Square } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/button';
import { TONE_NAMES } from '@/lib/ring/tone-names';
import { SAMPLE } from '@/lib/screen-pop/template';
import type { AlertSettings } from '@/lib/settings/alerts';
import { percentText } from './alert-words';
import { ChoiceCards } from './choice-cards';
import { Lockable } from './lockable';
import { OutputDevice } from './output-device';
import { QuietHours } from './quiet-hours';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';
import { ToggleRow } from './toggle-row';

/** What a call would sound like. */
function TestButton() {
  const { t, language, settings, alerts } = useSettings();
  const [isPlaying, setPlaying] = useState(false);
  const stop = useRef(() => {});
  function play(): void {
    const { tone, volume, output, spoken } = settings.alerts;
    const text = SAMPLE.name ?? '';
    setPlaying(true);
    stop.current = alerts.playSample(
      {
        key: 'sample',
        tone,
        volume,
        output,
        repeat: false,
        spoken: spoken ? { text, language } : null,
      },
      () => setPlaying(false),
    );
  }
  return (
    <div>
      <Button
        icon={isPlaying ? Square : Play}
        onClick={() => (isPlaying ? stop.current() : play())}
      >
        {t(isPlaying ? 'ring.stop' : 'ring.play')}
      </Button>
    </div>
  );
}

function Volume() {
  const { t, settings, change, language } = useSettings();
  const { alerts } = settings;
  const [shown, setShown] = useState(alerts.volume);
  const id = useId();
  useEffect(() => setShown(alerts.volume), [alerts.volume]);
  const percent = percentText(shown, language);
  return (
    <SettingsRow control={id} title={t('ring.volume')} hint={t('ring.volumeHint')}>
      <div class="volume">
        <input
          id={id}
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(shown * 100)}
          aria-valuetext={percent}
          aria-describedby={`${id}-note`}
          onInput={({ currentTarget }) => setShown(Number(currentTarget.value) / 100)}
          onChange={({ currentTarget }) =>
            change({ alerts: { ...alerts, volume: Number(currentTarget.value) / 100 } })
          }
        />
        <span class="volume-value" aria-hidden="true">
          {percent}
        </span>
      </div>
    </SettingsRow>
  );
}

/** What is heard, how loud, where and when. */
export function ToneSettings() {
  const { t, settings, change } = useSettings();
  const { alerts } = settings;
  const set = (changes: Partial<AlertSettings>) => change({ alerts: { ...alerts, ...changes } });
  return (
    <SettingsGroup name="ring" title={t('ring.title')} lead={t('ring.lead')}>
      <SettingsRow title={t('ring.tone')} hint={t('ring.toneHint')}>
        <Lockable path="alerts.tone">
          <ChoiceCards
            label={t('ring.tone')}
            choices={TONE_NAMES.map((value) => ({ value, title: t(`tone.${value}`) }))}
            chosen={alerts.tone}
            onChoose={(tone) => set({ tone })}
          />
        </Lockable>
        <TestButton />
      </SettingsRow>
      <Lockable path="alerts.volume">
        <Volume />
      </Lockable>
      <OutputDevice />
      <Lockable path="alerts.quietHours">
        <QuietHours />
      </Lockable>
      <ToggleRow
        path="alerts.spoken"
        title={t('ring.spoken')}
        hint={t('ring.spokenHint')}
        on={alerts.spoken}
        onChange={(spoken) => set({ spoken })}
      />
      <ToggleRow
        path="alerts.lostTone"
        title={t('ring.lost')}
        hint={t('ring.lostHint')}
        on={alerts.lostTone}
        onChange={(lostTone) => set({ lostTone })}
      />
    </SettingsGroup>
  );
}
