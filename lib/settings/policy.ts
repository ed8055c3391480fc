import { flagOf, recordOf, textOf } from '@/lib/daktela/wire';
import { type LeftOut, leaveOut, readGiven } from './given-values';
import {
  isSame,
  recordFor,
  type SettingPath,
  settingsFrom,
  type Values,
  valuesOf,
} from './setting-paths';
import type { Settings } from './settings';

/** What an administrator may give; documented in docs/administrator.md. */
export const POLICY_PATHS = [
  'daktelaAddress',
  'language',
  'sites.mode',
  'sites.listed',
  'sites.blocked',
  'dialling.country',
  'dialling.form',
  'dialling.perCountry',
  'dialling.outsideLine',
  'dialling.ownPrefix',
] as const satisfies readonly SettingPath[];

/** What an administrator has given for this browser. */
export interface Policy {
  /** Counts where the agent has chosen nothing. */
  readonly given: Values;
  /** Counts whatever the agent has chosen. */
  readonly locked: Values;
  readonly leftOut: readonly LeftOut[];
}

export const NO_POLICY: Policy = { given: {}, locked: {}, leftOut: [] };

function partsOf(entry: unknown): { value: unknown; locked: unknown } {
  const { value = entry, locked = false } = recordOf(entry) ?? {};
  return { value, locked };
}

/**
 * Reads the managed storage, which has for a setting's path `{ value, locked }`, or the bare value
 * where nothing is locked. What makes no sense is left out.
 */
export function decodePolicy(managed: unknown): Policy {
  const parts = Object.entries(recordOf(managed) ?? {}).map(
    ([key, entry]) => [key, partsOf(entry)] as const,
  );
  const isSaid = Object.fromEntries(parts.map(([key, { locked }]) => [key, flagOf(locked)]));
  const { values, leftOut } = readGiven(
    Object.fromEntries(parts.map(([key, { value }]) => [key, value])),
    POLICY_PATHS,
  );
  const those = (locked: boolean): Values =>
    Object.fromEntries(
      Object.entries(values).filter(([path]) => (isSaid[path] ?? false) === locked),
    );
  return {
    given: those(false),
    locked: those(true),
    leftOut: [
      ...leftOut,
      ...parts
        .filter(([key]) => isSaid[key] === null)
        .map(([key, { locked }]) => leaveOut(`${key}.locked`, locked, 'senseless')),
    ],
  };
}

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

/** Whether no administrator stands against any of it. */
export function mayChange(policy: Policy, settings: Settings, changes: Partial<Settings>): boolean {
  const paths = Object.keys(changedValues(settings, valuesOf(changes)));
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
