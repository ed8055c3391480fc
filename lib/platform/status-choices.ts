import type { StatusChoices } from '@/lib/agent/status-choices';
import { browser } from './browser';
import { watchStored } from './watch-stored';

/** Key of what leaves with the agent. */
export const STATUS_CHOICES = 'statusChoices';

/** Sent off at once, so that it survives a popup that closes in the same moment. */
export function saveStatusChoices(choices: StatusChoices): void {
  void browser.storage.session.set({ [STATUS_CHOICES]: choices });
}

/** Calls back with the choices as they are stored and after every change in any window. */
export function watchStatusChoices(changed: (choices: StatusChoices) => void): void {
  watchStored('session', STATUS_CHOICES, (choices) =>
    changed((choices as StatusChoices | undefined) ?? {}),
  );
}
