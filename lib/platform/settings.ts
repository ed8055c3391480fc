import { DEFAULT_SETTINGS, decodeSettings, type Settings } from '@/lib/settings/settings';
import { browser } from './browser';

const KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  const values = await browser.storage.local.get(KEY);
  return decodeSettings(values[KEY]);
}

let lastWrite: Promise<void> = Promise.resolve();

/** Changes some of the settings. Changes made one after another do not undo each other. */
export function changeSettings(changes: Partial<Settings>): Promise<void> {
  const written = lastWrite.then(async () => {
    const settings = await readSettings();
    await browser.storage.local.set({ [KEY]: { ...settings, ...changes } });
  });
  lastWrite = written.catch(() => {});
  return written;
}

/** Calls back with the settings as they are stored and after every change. */
export function watchSettings(changed: (settings: Settings) => void): void {
  let latest: Settings | null = null;
  browser.storage.onChanged.addListener((changes, areaName) => {
    if (areaName !== 'local' || !changes[KEY]) return;
    latest = decodeSettings(changes[KEY].newValue);
    changed(latest);
  });
  const show = (settings: Settings) => {
    if (latest === null) changed(settings);
  };
  // Without its settings the desk works all the same.
  void readSettings().then(show, () => show(DEFAULT_SETTINGS));
}
