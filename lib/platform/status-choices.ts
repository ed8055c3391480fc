import type { StatusChoices } from '@/lib/agent/status-choices';
import { browser } from './browser';

const KEY = 'statusChoices';

/** Sent off at once, so that it survives a popup that closes in the same moment. */
export function saveStatusChoices(choices: StatusChoices): void {
  void browser.storage.session.set({ [KEY]: choices });
}

/** Calls back with the choices as they are stored and after every change in any window. */
export function watchStatusChoices(changed: (choices: StatusChoices) => void): void {
  let isLate = false;
  browser.storage.onChanged.addListener((changes, areaName) => {
    if (areaName !== 'session' || !changes[KEY]) return;
    isLate = true;
    changed((changes[KEY].newValue as StatusChoices | undefined) ?? {});
  });
  void browser.storage.session.get(KEY).then((values) => {
    if (!isLate) changed((values[KEY] as StatusChoices | undefined) ?? {});
  });
}
