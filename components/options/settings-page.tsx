import { CircleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import icon from '@/components/brand/icon.svg';
import { Icon } from '@/components/icon';
import type { Settings } from '@/lib/settings/settings';
import { LanguageSettings } from './language-settings';
import { type SettingsPorts, SettingsProvider } from './settings-ports';

/** What the agent may choose for this browser, one group below the other. */
export function SettingsPage({ ports }: { ports: SettingsPorts }) {
  const [notSaved, setNotSaved] = useState(false);
  const words = ports.words.value;
  const settings = ports.settings.value;
  if (words === null || settings === null) return null;
  const { t } = words;

  async function change(changes: Partial<Settings>): Promise<void> {
    setNotSaved(false);
    await ports.changeSettings(changes).catch(() => setNotSaved(true));
  }

  const { browserLanguage } = ports;
  return (
    <SettingsProvider
      value={{ t, settings, browserLanguage, change: (changes) => void change(changes) }}
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
      </main>
    </SettingsProvider>
  );
}
