import type { Shortcut } from '@/lib/settings/shortcuts';
import { browser } from './browser';

interface Manifest {
  readonly commands?: Readonly<Record<string, { suggested_key?: { default?: string } }>>;
}

export async function readShortcuts(): Promise<Shortcut[]> {
  const { commands: own = {} } = browser.runtime.getManifest() as Manifest;
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', description, shortcut }) => ({
    name,
    // Chrome keeps back what opens the popup does.
    title: description || browser.i18n.getMessage('actionTitle'),
    keys: shortcut ?? '',
    suggested: own[name]?.suggested_key?.default ?? null,
  }));
}

/** Firefox's, from 137. */
interface WithSettings {
  openShortcutSettings?(): Promise<void>;
}

/** Shows the page of the browser where keys are set; no extension can set them. */
export async function openShortcutSettings(): Promise<void> {
  const commands = browser.commands as WithSettings;
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
