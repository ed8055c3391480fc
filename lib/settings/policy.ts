import { textOf } from '@/lib/daktela/wire';
import type { LeftOut } from './given-values';
import {
  isSame,
  recordFor,
  type SettingPath,
  settingsFrom,
  type Values,
  valuesOf,
} from './setting-paths';
import type { Settings } from './settings';

/** What an administrator has given for this browser. */
export interface Policy {
  /** Counts where the agent has chosen nothing. */
  readonly given: Values;
  /** Counts whatever the agent has chosen. */
  readonly locked: Values;
  readonly leftOut: readonly LeftOut[];
}

export const NO_POLICY: Policy = { given: {}, locked: {}, leftOut: [] };

export function isLocked({ locked }: Policy, path: SettingPath): boolean {
  return Object.hasOwn(locked, path);
}

/** Origin of the only instance that may be signed in to; null for any. */
export function requiredOrigin({ locked }: Policy): string | null {
  return textOf(locked.daktelaAddress);
}

/**
 * The settings that count.
 * @param chosen what the agent has chosen, as it is stored
 */
export function settingsInForce(chosen: unknown, { given, locked }: Policy): Settings {
  return settingsFrom({ ...given, ...valuesOf(chosen), ...locked });
}

/** Those of the values that are not so already. */
export function changedValues(settings: Settings, values: Values): Values {
  const now: Values = valuesOf(settings);
  return Object.fromEntries(
    Object.entries(values).filter(([path, value]) => !isSame(value, now[path as SettingPath])),
  );
}

/** Parts come whole, as they were seen; what of them is changed, so that nothing else is written with it. */
export function changesOf(seen: Settings, parts: Partial<Settings>): Values {
  return changedValues(seen, valuesOf(parts));
}

/** Whether no administrator stands against any of it. */
export function mayChange(policy: Policy, settings: Settings, changes: Partial<Settings>): boolean {
  const paths = Object.keys(changesOf(settings, changes));
  return !paths.some((path) => Object.hasOwn(policy.locked, path));
}

/**
 * What the agent has chosen after a change, as it is to be stored. Only what is changed counts as
 * chosen, so that what an administrator gives holds for the rest; what is locked stays as it was
 * chosen before, for the day it is locked no more.
 */
export function chosenWith(chosen: unknown, policy: Policy, values: Values): unknown {
  const changed = changedValues(settingsInForce(chosen, policy), values);
  const allowed = Object.entries(changed).filter(([path]) => !Object.hasOwn(policy.locked, path));
  return recordFor({ ...valuesOf(chosen), ...Object.fromEntries(allowed) });
}
