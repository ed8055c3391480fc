import { createTurns } from '@/lib/session/turns';
import { chosenWith, type Policy, settingsInForce } from '@/lib/settings/policy';
import { type Values, valuesOf } from '@/lib/settings/setting-paths';
import type { Settings } from '@/lib/settings/settings';
import { browser } from './browser';
import { readPolicy, watchPolicy } from './policy';
import { watchStored } from './watch-stored';

/** Stored is what the agent has chosen and nothing else; what counts is read with the policy. */
const KEY = 'settings';

/** What the agent has chosen, as it is stored: to be put back, and for nothing else. */
export async function readChosen(): Promise<unknown> {
  const values = await browser.storage.local.get(KEY);
  return values[KEY] ?? {};
}

export async function readSettings(): Promise<Settings> {
  const [chosen, policy] = await Promise.all([readChosen(), readPolicy()]);
  return settingsInForce(chosen, policy);
}

const inTurn = createTurns();

/** Changes some of the settings. Changes made one after another do not undo each other. */
export function changeValues(values: Values): Promise<void> {
  return inTurn(async () => {
    const [chosen, policy] = await Promise.all([readChosen(), readPolicy()]);
    await browser.storage.local.set({ [KEY]: chosenWith(chosen, policy, values) });
  });
}

export function changeSettings(changes: Partial<Settings>): Promise<void> {
  return changeValues(valuesOf(changes));
}

/** Puts back all that was chosen at some time. */
export function restoreChosen(chosen: unknown): Promise<void> {
  return inTurn(() => browser.storage.local.set({ [KEY]: chosen }));
}

/** Calls back with the settings that count, and after every change by the agent or the administrator. */
export function watchSettings(changed: (settings: Settings, policy: Policy) => void): void {
  let chosen: { readonly value: unknown } | null = null;
  let policy: Policy | null = null;
  const tell = () => {
    if (chosen && policy) changed(settingsInForce(chosen.value, policy), policy);
  };
  watchStored('local', KEY, (value) => {
    chosen = { value };
    tell();
  });
  watchPolicy((next) => {
    policy = next;
    tell();
  });
}

/** Calls back with one part of the settings as it counts, and when that part changes. */
export function watchPart<T>(
  partOf: (settings: Settings, policy: Policy) => T,
  changed: (part: T) => void,
): void {
  let last: string | null = null;
  watchSettings((settings, policy) => {
    const part = partOf(settings, policy);
    const now = JSON.stringify(part);
    if (now === last) return;
    last = now;
    changed(part);
  });
}
