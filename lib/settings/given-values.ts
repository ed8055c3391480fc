import { flagOf, listOf, recordOf, textOf } from '@/lib/daktela/wire';
import { checkTemplate, type TemplateUse } from '@/lib/screen-pop/template';
import { isSame, type SettingPath, settingsFrom, type Values, valuesOf } from './setting-paths';
import { readSitePattern } from './site-patterns';

/** Something that was given for a setting and does not count. */
export interface LeftOut {
  readonly path: string;
  /** As JSON. */
  readonly value: string;
  /**
   * `unknown` no setting of that name may be given here · `senseless` the setting has no such value
   * · `locked` an administrator has set it
   */
  readonly why: 'unknown' | 'senseless' | 'locked';
}

interface Reading {
  /** As it is kept; undefined when nothing of it makes sense. */
  readonly value: unknown;
  readonly leftOut: readonly LeftOut[];
}

const LONGEST_SHOWN = 80;

export function leaveOut(path: string, value: unknown, why: LeftOut['why']): LeftOut {
  const text = JSON.stringify(value) ?? '';
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return { path, value: shown, why };
}

const readAt = (path: SettingPath, given: unknown) =>
  valuesOf(settingsFrom({ [path]: given }))[path];

/** What reading a record has dropped, by its place in it. */
function lostOf(path: string, given: unknown, read: unknown): LeftOut[] {
  const [from, to] = [recordOf(given), recordOf(read)];
  if (from === null || to === null) return [];
  return Object.entries(from).flatMap(([key, value]) =>
    Object.hasOwn(to, key)
      ? lostOf(`${path}.${key}`, value, to[key])
      : [leaveOut(`${path}.${key}`, value, 'senseless')],
  );
}

function patternTextOf(entry: unknown): string | null {
  const reading = readSitePattern(textOf(entry) ?? '');
  return reading.ok ? reading.pattern.text : null;
}

/** Lists of which each entry is checked in its own field when the agent types it. */
const ENTRIES: Partial<Record<SettingPath, (entry: unknown) => string | null>> = {
  'sites.listed': patternTextOf,
  'sites.blocked': patternTextOf,
};

/** Addresses that are checked as the agent types them. */
const USES: Partial<Record<SettingPath, TemplateUse>> = {
  'screenPop.contact': 'contact',
  'screenPop.search': 'search',
  'screenPop.unknown': 'unknown',
};

function readList(path: SettingPath, entries: readonly unknown[]): Reading {
  const textIn = ENTRIES[path] ?? textOf;
  const value = readAt(path, entries.map(textIn));
  const lost = entries.filter((entry) => textIn(entry) === null);
  return {
    // A list of which nothing is left is no empty one.
    value: lost.length > 0 && isSame(value, []) ? undefined : value,
    leftOut: lost.map((entry) => leaveOut(path, entry, 'senseless')),
  };
}

/** What the stored settings' own reader turns into the default, without being it, makes no sense. */
function readOne(path: SettingPath, given: unknown): Reading {
  const value = readAt(path, given);
  const use = USES[path];
  const isUnusable = use && value !== '' && !checkTemplate(String(value), use).ok;
  const nothing = { value: undefined, leftOut: [leaveOut(path, given, 'senseless')] };
  if (isUnusable) return nothing;
  if (Array.isArray(value)) {
    if (typeof given !== 'object' || given === null) return nothing;
    return readList(path, listOf(given));
  }
  // Some ways to give policies know no other flags than 0 and 1.
  const isKept = isSame(given, value) || (value !== null && flagOf(given) === value);
  if (!isKept && isSame(value, readAt(path, undefined))) return nothing;
  return { value, leftOut: lostOf(path, given, value) };
}

/**
 * Reads settings that somebody else has written, and tells what of them does not count.
 * @param paths of the settings that may be given here
 */
export function readGiven(
  given: Readonly<Record<string, unknown>>,
  paths: readonly SettingPath[],
): { readonly values: Values; readonly leftOut: readonly LeftOut[] } {
  const values: Record<string, unknown> = {};
  const leftOut: LeftOut[] = [];
  for (const [key, value] of Object.entries(given)) {
    const path = paths.find((each) => each === key);
    const reading = path
      ? readOne(path, value)
      : { value: undefined, leftOut: [leaveOut(key, value, 'unknown')] };
    leftOut.push(...reading.leftOut);
    if (reading.value !== undefined) values[key] = reading.value;
  }
  return { values, leftOut };
}
