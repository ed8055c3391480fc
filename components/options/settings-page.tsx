import { CircleAlert } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import icon from '@/components/brand/icon.svg';
import { Icon } from '@/components/icon';
import type { Language } from '@/lib/i18n/languages';
import type { Settings } from '@/lib/settings/settings';
import { DiallingSettings } from './dialling-settings';
import { LanguageSettings } from './language-settings';
import { type SettingsPorts, SettingsProvider } from './settings-ports';

function useCountryName(language: Language) {
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    return (code: string) => names.of(code) ?? code;
  }, [language]);
}

/** What the agent may choose for this browser, one group below the other. */
export function SettingsPage({ ports }: { ports: SettingsPorts }) {
  const [notSaved, setNotSaved] = useState(false);
  const words = ports.words.value;
  const settings = ports.settings.value;
  const countryName = useCountryName(words?.language ?? 'en');
  if (words === null || settings === null) return null;
  const { t, language } = words;

  async function change(changes: Partial<Settings>): Promise<void> {
    setNotSaved(false);
    await ports.changeSettings(changes).catch(() => setNotSaved(true));
  }

  const { browserLanguage, browserCountry } = ports;
  return (
    <SettingsProvider
      value={{
        t,
        settings,
        browserLanguage,
        browserCountry,
        language,
        countryName,
        change: (changes) => void change(changes),
      }}
    >
      <main class="settings">
        <header class="settings-head">
          <img src={icon} alt="" width={40} height={40} />
          <div>
            <h1>{t('settings.title')}</h1>
            <p class="hint">{t('product.name')}</p>
          </div>
        </header>
        {notSaved && (
          <div class="alert" role="alert">
            <Icon node={CircleAlert} />
            <p>{t('settings.notSaved')}</p>
          </div>
        )}
        <LanguageSettings />
        <DiallingSettings />
      </main>
    </SettingsProvider>
  );
}
