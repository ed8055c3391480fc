import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { SettingsPage } from '@/components/options/settings-page';
import type { SettingsPorts } from '@/components/options/settings-ports';
import '@/components/styles/settings.css';
import { languageFor } from '@/lib/i18n/languages';
import type { Words } from '@/lib/i18n/words';
import { homeCountry } from '@/lib/phone/home-country';
import { watchPageWords } from '@/lib/platform/page-words';
import { changeSettings, watchSettings } from '@/lib/platform/settings';
import type { Settings } from '@/lib/settings/settings';

const words = signal<Words | null>(null);
const settings = signal<Settings | null>(null);

const ports: SettingsPorts = {
  words,
  settings,
  changeSettings,
  browserLanguage: languageFor('auto', navigator.languages),
  browserCountry: homeCountry(null, navigator.languages),
};

watchPageWords((next) => {
  words.value = next;
});
watchSettings((next) => {
  settings.value = next;
});
effect(() => {
  const t = words.value?.t;
  if (t) document.title = `${t('settings.title')} · ${t('product.name')}`;
});

const root = document.getElementById('app');
if (root) render(<SettingsPage ports={ports} />, root);
