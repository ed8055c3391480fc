import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { SettingsPage } from '@/components/options/settings-page';
import type { SettingsPorts } from '@/components/options/settings-ports';
import '@/components/styles/settings.css';
import { languageFor } from '@/lib/i18n/languages';
import type { Words } from '@/lib/i18n/words';
import { homeCountry } from '@/lib/phone/home-country';
import { watchPageWords } from '@/lib/platform/page-words';
import {
  grantedOrigins,
  onPermissionsChanged,
  removeOrigins,
  requestOrigins,
} from '@/lib/platform/permissions';
import {
  changeSettings,
  changeValues,
  readChosen,
  restoreChosen,
  watchSettings,
} from '@/lib/platform/settings';
import { watchState } from '@/lib/platform/store';
import { addTaught, removeTaught, watchTaught } from '@/lib/platform/taught-numbers';
import { NO_POLICY, type Policy } from '@/lib/settings/policy';
import type { Settings } from '@/lib/settings/settings';
import type { TaughtNumber } from '@/lib/settings/taught-numbers';

const words = signal<Words | null>(null);
const settings = signal<Settings | null>(null);
const policy = signal<Policy>(NO_POLICY);
const granted = signal<readonly string[]>([]);
const daktelaOrigin = signal<string | null>(null);
const taught = signal<readonly TaughtNumber[]>([]);

async function readGranted(): Promise<void> {
  granted.value = await grantedOrigins();
}

const ports: SettingsPorts = {
  words,
  settings,
  policy,
  changeSettings,
  changeValues,
  readChosen,
  restoreChosen,
  browserLanguage: languageFor('auto', navigator.languages),
  granted,
  daktelaOrigin,
  allow: requestOrigins,
  disallow: removeOrigins,
  taught,
  addTaught,
  removeTaught,
  browserCountry: homeCountry(null, navigator.languages),
};

watchPageWords((next) => {
  words.value = next;
});
watchSettings((next, given) => {
  policy.value = given;
  settings.value = next;
});
watchState(({ signIn }) => {
  daktelaOrigin.value = 'origin' in signIn ? signIn.origin : null;
});
watchTaught((next) => {
  taught.value = next;
});
onPermissionsChanged(readGranted);
void readGranted();
effect(() => {
  const t = words.value?.t;
  if (t) document.title = `${t('settings.title')} · ${t('product.name')}`;
});

const root = document.getElementById('app');
if (root) render(<SettingsPage ports={ports} />, root);
