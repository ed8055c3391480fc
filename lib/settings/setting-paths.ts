import { recordOf } from '@/lib/daktela/wire';
import { decodeSettings, type Settings } from './settings';

/** Parts of the settings that hold several, each of which is chosen, given and locked by itself. */
const GROUPS = [
  'sites',
  'marks',
  'dialling',
  'alerts',
  'screenPop',
  'shortcuts',
  'idle',
] as const satisfies readonly (keyof Settings)[];
type Group = (typeof GROUPS)[number];

/** One setting by its place: `language`, `sites.mode`. */
export type SettingPath =
  | Exclude<keyof Settings, Group>
  | { [Each in Group]: `${Each}.${keyof Settings[Each] & string}` }[Group];

/** Some of the settings, by their paths. */
export type Values = Readonly<Partial<Record<SettingPath, unknown>>>;

export function isGroup(key: string): key is Group {
  return GROUPS.some((group) => group === key);
}

/** Settings as they are stored, all or some of them, taken apart. */
export function valuesOf(settings: unknown): Values {
  return Object.fromEntries(
    Object.entries(recordOf(settings) ?? {}).flatMap(([key, value]) =>
      isGroup(key)
        ? Object.entries(recordOf(value) ?? {}).map(([name, one]) => [`${key}.${name}`, one])
        : [[key, value]],
    ),
  );
}

/** The same put together as they are stored. */
export function recordFor(values: Values): Readonly<Record<string, unknown>> {
  const record: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const [key = '', name] = path.split('.');
    record[key] = name === undefined ? value : { ...recordOf(record[key]), [name]: value };
  }
  return record;
}

/** The settings that come of these; what is not among them is as it is by default. */
export function settingsFrom(values: Values): Settings {
  return decodeSettings(recordFor(values));
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
