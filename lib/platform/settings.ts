import { createTurns } from '@/lib/session/turns';
import { chosenWith, type Policy, settingsInForce } from '@/lib/settings/policy';
import type { Values } from '@/lib/settings/setting-paths';
import type { Settings } from '@/lib/settings/settings';
import { browser } from './browser';
import { readPolicy, watchPolicy } from './policy';
import { readStored } from './read-stored';
import { watchStored } from './watch-stored';

/** Stored is what the agent has chosen and nothing else; what counts is read with the policy. */
const KEY = 'settings';

/** What the agent has chosen, as it is stored: to be put back, and for nothing else. */
export async function readChosen(): Promise<unknown> {
  return (await readStored('local', KEY)) ?? {};
}

/** The settings that count, and the policy that they come of. */
export interface InForce {
  readonly settings: Settings;
  readonly policy: Policy;
}

export async function readInForce(): Promise<InForce> {
  const [chosen, policy] = await Promise.all([readChosen(), readPolicy()]);
  return { settings: settingsInForce(chosen, policy), policy };
}

const inTurn = createTurns();

/** Changes some of the settings. Changes made one after another do not undo each other. */
export function changeValues(values: Values): Promise<void> {
  return inTurn(async () => {
    const [chosen, policy] = await Promise.all([readChosen(), readPolicy()]);
    await browser.storage.local.set({ [KEY]: chosenWith(chosen, policy, values) });
  });
}

/** Puts back all that was chosen at some time. */
export function restoreChosen(chosen: unknown): Promise<void> {
  return inTurn(() => browser.storage.local.set({ [KEY]: chosen }));
}

type SettingsListener = (settings: Settings, policy: Policy) => void;

/**
 * Calls one listener after the other with the settings that count, and again after every change by
 * the agent or the administrator.
 */
export function watchSettings(...listeners: readonly SettingsListener[]): void {
  let chosen: { readonly value: unknown } | null = null;
  let policy: Policy | null = null;
  const tell = () => {
    if (!chosen || !policy) return;
    const settings = settingsInForce(chosen.value, policy);
    for (const listener of listeners) listener(settings, policy);
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

/** A listener that calls back with one part of the settings, at first and when that part changes. */
export function onPart<T>(
  partOf: (settings: Settings, policy: Policy) => T,
  changed: (part: T) => void,
): SettingsListener {
  let last: string | null = null;
  return (settings, policy) => {
    const part = partOf(settings, policy);
    const now = JSON.stringify(part);
    if (now === last) return;
    last = now;
    changed(part);
  };
}
