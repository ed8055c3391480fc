import { isQuietAt, type Rung, rungsOf } from '@/lib/settings/alerts';
import type { Shortcut } from '@/lib/settings/shortcuts';
import type { RingStep } from './alert-test-ring';
import type { SettingsDesk } from './settings-ports';

const RUNG_OF: Readonly<Record<RingStep, Rung>> = {
  notification: 'notification',
  sound: 'tone',
  window: 'window',
};

/** What can be known without asking the agent. */
export interface Known {
  readonly system: 'windows' | 'mac' | 'chromeos' | 'other';
  readonly isAllowed: boolean;
  readonly isButtonPinned: boolean;
  readonly shortcuts: readonly Shortcut[];
}

export async function findOut({ alerts: { test } }: SettingsDesk): Promise<Known> {
  const [system, isAllowed, isButtonPinned, shortcuts] = await Promise.all([
    test.readSystem(),
    test.notificationsAllowed(),
    test.isButtonPinned(),
    test.readShortcuts(),
  ]);
  return { system, isAllowed, isButtonPinned, shortcuts };
}

/** What keeps a notification, a sound or the desk from the agent, and how to let it through. */
export function helpFor(step: RingStep, { system }: Known, desk: SettingsDesk): string[] {
  const { t, settings, alerts } = desk;
  const { volume, output } = settings.alerts;
  const browser = alerts.test.browserName;
  switch (step) {
    case 'notification':
      return [
        t(`help.notification.${system}`, { browser }),
        t('help.notification.browser', { browser }),
      ];
    case 'sound':
      return [
        ...(volume === 0 ? [t('help.sound.volume')] : []),
        ...(output !== null ? [t('help.sound.output')] : []),
        t('help.sound.system', { browser }),
        t('help.sound.restart', { browser }),
      ];
    case 'window':
      return [
        t('help.window.behind'),
        t('help.window.open'),
        t('help.window.browser', { browser }),
      ];
  }
}

/** What a real call would do otherwise than the test, by what the agent has chosen. */
export function exceptionsOf(step: RingStep, { t, settings, alerts }: SettingsDesk): string[] {
  const chosen = settings.alerts;
  const isQuiet = chosen.quietOnTelephone && alerts.onTelephone.value;
  const isOff = !rungsOf(chosen, 'own', 'CALL', isQuiet)[RUNG_OF[step]];
  return [
    ...(isOff
      ? [t(step === 'sound' && isQuiet ? 'alertTest.quietOnTelephone' : 'alertTest.off')]
      : []),
    ...(step === 'sound' && isQuietAt(chosen.quietHours, new Date())
      ? [t('alertTest.quietNow')]
      : []),
  ];
}
