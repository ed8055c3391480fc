import { browser } from './browser';

/** Our commands by what they do, in the language of the browser, with their keys; empty for none. */
export async function readShortcuts(): Promise<{ title: string; keys: string }[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ description, shortcut }) => ({
    // Chrome has no words for the one that presses the toolbar button.
    title: description || browser.i18n.getMessage('actionTitle'),
    keys: shortcut ?? '',
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
