import { createTurns } from '@/lib/session/turns';
import { decodeSettings, type Settings } from '@/lib/settings/settings';
import { browser } from './browser';
import { watchStored } from './watch-stored';

const KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  const values = await browser.storage.local.get(KEY);
  return decodeSettings(values[KEY]);
}

const inTurn = createTurns();

/** Changes some of the settings. Changes made one after another do not undo each other. */
export function changeSettings(changes: Partial<Settings>): Promise<void> {
  return inTurn(async () => {
    const settings = await readSettings();
    await browser.storage.local.set({ [KEY]: { ...settings, ...changes } });
  });
}

/** Calls back with the settings as they are stored and after every change. */
export function watchSettings(changed: (settings: Settings) => void): void {
  watchStored('local', KEY, (settings) => changed(decodeSettings(settings)));
}

/** Calls back with one part of the settings as it is stored, and when that part changes. */
export function watchPart<T>(partOf: (settings: Settings) => T, changed: (part: T) => void): void {
  let last: string | null = null;
  watchSettings((settings) => {
    const part = partOf(settings);
    const now = JSON.stringify(part);
    if (now === last) return;
    last = now;
    changed(part);
  });
}
