import { signal } from '@preact/signals';
import { render } from '@testing-library/preact';
import type { AlertPorts } from '@/components/options/alert-ports';
import { SettingsPage } from '@/components/options/settings-page';
import type { SettingsPorts } from '@/components/options/settings-ports';
import type { SettingsWords } from '@/lib/i18n/settings-words';
import { decodePolicy } from '@/lib/settings/managed-policy';
import { chosenWith, NO_POLICY, type Policy, settingsInForce } from '@/lib/settings/policy';
import type { Values } from '@/lib/settings/setting-paths';
import type { Settings } from '@/lib/settings/settings';
import { DEFAULT_SITES } from '@/lib/settings/sites';
import type { TaughtNumber } from '@/lib/settings/taught-numbers';
import { createAlertStandIns } from './alert-stand-ins';
import { createIdleStandIns } from './idle-stand-ins';
import { ENGLISH } from './settings-english';

/** The page of settings over a browser that keeps, or when its disk is full does not keep, what is chosen. */
export function renderSettings(
  firstWords: SettingsWords = ENGLISH,
  stored: Partial<Settings> = {},
  managed: unknown = null,
  ofBrowser: Partial<AlertPorts> = {},
) {
  const words = signal<SettingsWords | null>(firstWords);
  const policy = signal<Policy>(managed === null ? NO_POLICY : decodePolicy(managed));
  const chosen = signal<unknown>(stored);
  const settings = signal<Settings | null>(settingsInForce(stored, policy.value));
  const granted = signal<readonly string[]>([]);
  const daktelaOrigin = signal<string | null>('https://company.daktela.com');
  const taught = signal<readonly TaughtNumber[]>([]);
  const disk = { full: false };
  const asked: (readonly string[])[] = [];
  async function keep(next: unknown): Promise<void> {
    if (disk.full) throw new Error('QuotaExceededError');
    chosen.value = next;
    settings.value = settingsInForce(next, policy.value);
  }
  const changeValues = (values: Values) => keep(chosenWith(chosen.value, policy.value, values));
  const alerts = createAlertStandIns();
  const away = createIdleStandIns();
  const copied: string[] = [];
  const ports: SettingsPorts = {
    alerts: { ...alerts.ports, ...ofBrowser },
    granted,
    daktelaOrigin,
    taught,
    async allow(origins) {
      asked.push(origins);
      return false;
    },
    async disallow(origins) {
      granted.value = granted.value.filter((given) => !origins.includes(given));
    },
    async addTaught(numbers) {
      if (disk.full) throw new Error('QuotaExceededError');
      taught.value = [...taught.value, ...numbers];
    },
    async removeTaught(number) {
      taught.value = taught.value.filter((one) => one !== number);
    },
    words,
    settings,
    policy,
    browserLanguage: 'cs',
    browserCountry: 'CZ',
    idle: away.ports,
    makeReport: async () => '{\n  "extension": "0.1.0"\n}',
    async copy(text) {
      if (disk.full) throw new Error('NotAllowedError');
      copied.push(text);
    },
    changeValues,
    readChosen: async () => chosen.value,
    restoreChosen: keep,
  };
  const screen = render(<SettingsPage ports={ports} />);
  const radio = (name: string) => screen.getByRole('radio', { name }) as HTMLInputElement;
  const sites = () => settings.value?.sites ?? DEFAULT_SITES;
  return {
    ...screen,
    radio,
    words,
    settings,
    chosen,
    disk,
    granted,
    taught,
    asked,
    sites,
    alerts,
    away,
    copied,
  };
}
