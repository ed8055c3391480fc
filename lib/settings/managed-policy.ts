import { flagOf, recordOf } from '@/lib/daktela/wire';
import { leaveOut, readGiven } from './given-values';
import type { Policy } from './policy';
import type { SettingPath, Values } from './setting-paths';

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
  'alerts.rungs',
  'alerts.quietOnTelephone',
  'alerts.tone',
  'alerts.volume',
  'alerts.quietHours',
  'alerts.spoken',
  'alerts.lostTone',
  'alerts.autoPause',
  'screenPop.in',
  'screenPop.out',
  'screenPop.contact',
  'screenPop.search',
  'screenPop.unknown',
  'screenPop.reuseTab',
  'shortcuts.pause',
  'idle.on',
  'idle.minutes',
  'idle.pause',
  'idle.comesBack',
] as const satisfies readonly SettingPath[];

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
