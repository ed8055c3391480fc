import { CircleAlert } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import icon from '@/components/brand/icon.svg';
import { Icon } from '@/components/icon';
import type { Language } from '@/lib/i18n/languages';
import { changesOf, isLocked } from '@/lib/settings/policy';
import type { Settings } from '@/lib/settings/settings';
import { AlertSettings } from './alert-settings';
import { AlertTest } from './alert-test';
import { DiallingSettings } from './dialling-settings';
import { FileSettings } from './file-settings';
import { IdleSettings } from './idle-settings';
import { LanguageSettings } from './language-settings';
import { MarksSettings } from './marks-settings';
import { PolicyNotice } from './policy-notice';
import { ReportSettings } from './report-settings';
import { ScreenPopSettings } from './screen-pop-settings';
import { type SettingsDesk, type SettingsPorts, SettingsProvider } from './settings-ports';
import { ShortcutSettings } from './shortcut-settings';
import { SiteSettings } from './site-settings';
import { TaughtSettings } from './taught-settings';
import { ToneSettings } from './tone-settings';

function useCountryName(language: Language) {
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    return (code: string) => names.of(code) ?? code;
  }, [language]);
}

/** What the agent may choose for this browser, one group below the other. */
export function SettingsPage({ ports }: { ports: SettingsPorts }) {
  const [notSaved, setNotSaved] = useState(false);
  const [searched, setSearched] = useState('');
  const words = ports.words.value;
  const settings = ports.settings.value;
  const countryName = useCountryName(words?.language ?? 'en');
  if (words === null || settings === null) return null;
  const { t, language } = words;

  async function save(work: Promise<void>): Promise<boolean> {
    setNotSaved(false);
    try {
      await work;
      return true;
    } catch {
      setNotSaved(true);
      return false;
    }
  }

  const change = (changes: Partial<Settings>) =>
    void save(ports.changeValues(changesOf(settings, changes)));
  const desk: SettingsDesk = {
    ...ports,
    t,
    language,
    settings,
    countryName,
    isLocked: (path) => isLocked(ports.policy.value, path),
    change,
    save,
    searched,
  };
  return (
    <SettingsProvider value={desk}>
      <main class="settings">
        <header class="settings-head">
          <img src={icon} alt="" width={40} height={40} />
          <div class="settings-name">
            <h1>{t('settings.title')}</h1>
            <p class="hint">{t('product.name')}</p>
          </div>
          <input
            type="search"
            class="search settings-search"
            autocomplete="off"
            aria-label={t('settings.search')}
            placeholder={t('settings.search')}
            value={searched}
            onInput={({ currentTarget }) => setSearched(currentTarget.value)}
          />
        </header>
        {notSaved && (
          <div class="alert" role="alert">
            <Icon node={CircleAlert} />
            <p>{t('settings.notSaved')}</p>
          </div>
        )}
        <PolicyNotice />
        <AlertSettings />
        <ToneSettings />
        <AlertTest />
        <ScreenPopSettings />
        <ShortcutSettings />
        <IdleSettings />
        <SiteSettings />
        <MarksSettings />
        <TaughtSettings />
        <DiallingSettings />
        <LanguageSettings />
        <FileSettings />
        <ReportSettings />
        <p class="hint settings-nothing">{t('search.nothing')}</p>
      </main>
    </SettingsProvider>
  );
}
