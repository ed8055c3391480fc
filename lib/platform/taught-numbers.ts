import { createTurns } from '@/lib/session/turns';
import {
  decodeTaught,
  mergeTaught,
  type TaughtNumber,
  withoutTaught,
} from '@/lib/settings/taught-numbers';
import { browser } from './browser';
import { readStored } from './read-stored';
import { watchStored } from './watch-stored';

const KEY = 'taughtNumbers';

export async function readTaught(): Promise<readonly TaughtNumber[]> {
  return decodeTaught(await readStored('local', KEY));
}

const inTurn = createTurns();

function change(to: (list: readonly TaughtNumber[]) => readonly TaughtNumber[]): Promise<void> {
  return inTurn(async () => {
    await browser.storage.local.set({ [KEY]: to(await readTaught()) });
  });
}

/** Adds them to what is stored; rejects when the browser does not keep them. */
export function addTaught(numbers: readonly TaughtNumber[]): Promise<void> {
  return change((list) => mergeTaught(list, numbers));
}

export function removeTaught(number: TaughtNumber): Promise<void> {
  return change((list) => withoutTaught(list, number));
}

/** Calls back after every change, wherever it was made. */
export function onTaughtChanged(changed: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (changes[KEY]) changed();
  });
}

/** Calls back with what is stored and after every change. */
export function watchTaught(changed: (list: readonly TaughtNumber[]) => void): void {
  watchStored('local', KEY, (list) => changed(decodeTaught(list)));
}
