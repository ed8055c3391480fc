import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { AlertPorts, AudioOutput } from '@/components/options/alert-ports';
import { SettingsPage } from '@/components/options/settings-page';
import type { IdlePorts, SettingsPorts } from '@/components/options/settings-ports';
import '@/components/styles/settings.css';
import { ringsOnTelephone } from '@/lib/agent/telephone';
import type { Pause } from '@/lib/daktela/pause';
import { reportOf } from '@/lib/diagnostics/report';
import { languageFor } from '@/lib/i18n/languages';
import type { SettingsWords } from '@/lib/i18n/settings-words';
import { homeCountry } from '@/lib/phone/home-country';
import { notificationsAllowed, startTestRing } from '@/lib/platform/alert-test-page';
import {
  allowOutputs,
  canChooseOutput,
  onOutputsChanged,
  readOutputs,
} from '@/lib/platform/audio-outputs';
import {
  disallowComputer,
  mayAskComputer,
  requestComputer,
  tellsLocked,
} from '@/lib/platform/idle';
import { watchPageWords } from '@/lib/platform/page-words';
import {
  grantedOrigins,
  onPermissionsChanged,
  removeOrigins,
  requestOrigins,
} from '@/lib/platform/permissions';
import { readFacts } from '@/lib/platform/report-facts';
import { changeValues, readChosen, restoreChosen, watchSettings } from '@/lib/platform/settings';
import { openShortcutSettings, readShortcuts } from '@/lib/platform/shortcuts';
import { watchState } from '@/lib/platform/store';
import { browserName, readSystem } from '@/lib/platform/system';
import { addTaught, removeTaught, watchTaught } from '@/lib/platform/taught-numbers';
import { playSample } from '@/lib/platform/tone-sample';
import { isButtonPinned } from '@/lib/platform/toolbar-button';
import { loadSettingsWords } from '@/lib/platform/words';
import { NO_POLICY, type Policy } from '@/lib/settings/policy';
import type { Settings } from '@/lib/settings/settings';
import type { TaughtNumber } from '@/lib/settings/taught-numbers';

const words = signal<SettingsWords | null>(null);
const settings = signal<Settings | null>(null);
const policy = signal<Policy>(NO_POLICY);
const granted = signal<readonly string[]>([]);
const daktelaOrigin = signal<string | null>(null);
const taught = signal<readonly TaughtNumber[]>([]);

async function readGranted(): Promise<void> {
  granted.value = await grantedOrigins();
}

const onTelephone = signal(false);
const outputs = signal<readonly AudioOutput[]>([]);

async function findOutputs(): Promise<void> {
  outputs.value = await readOutputs();
}

const alerts: AlertPorts = {
  onTelephone,
  canChooseOutput: canChooseOutput(),
  outputs,
  async allowOutputs() {
    const isAllowed = await allowOutputs();
    if (isAllowed) await findOutputs();
    return isAllowed;
  },
  playSample,
  test: {
    browserName: browserName(navigator.userAgent),
    readSystem,
    notificationsAllowed,
    isButtonPinned,
    readShortcuts,
    openShortcutSettings,
    ring: startTestRing,
  },
};

const pauses = signal<readonly Pause[]>([]);
const isStaticLogin = signal(false);
const isComputerAllowed = signal(false);

async function readAllowed(): Promise<void> {
  isComputerAllowed.value = await mayAskComputer();
}

const idle: IdlePorts = {
  pauses,
  isStaticLogin,
  isAllowed: isComputerAllowed,
  tellsLocked: tellsLocked(),
  allow: requestComputer,
  disallow: disallowComputer,
};

const ports: SettingsPorts = {
  words,
  settings,
  policy,
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
  alerts,
  idle,
  makeReport: async () => reportOf(await readFacts(settings.value)),
  copy: (text) => navigator.clipboard.writeText(text),
};

watchPageWords(loadSettingsWords, (next) => {
  words.value = next;
});
watchSettings((next, given) => {
  policy.value = given;
  settings.value = next;
});
watchState((state) => {
  const { signIn } = state;
  daktelaOrigin.value = 'origin' in signIn ? signIn.origin : null;
  onTelephone.value = ringsOnTelephone(state);
  pauses.value = state.whoim?.pauses.filter(({ kind }) => kind === 'own') ?? [];
  isStaticLogin.value = state.whoim?.staticLogin ?? false;
});
watchTaught((next) => {
  taught.value = next;
});
onPermissionsChanged(() => {
  void readGranted();
  void readAllowed();
});
void readGranted();
void readAllowed();
onOutputsChanged(() => void findOutputs());
void findOutputs();
effect(() => {
  const t = words.value?.t;
  if (t) document.title = `${t('settings.title')} · ${t('product.name')}`;
});

const root = document.getElementById('app');
if (root) render(<SettingsPage ports={ports} />, root);
