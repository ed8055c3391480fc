import { recordOf } from '@/lib/daktela/wire';
import { FILE_PATHS } from './given-paths';
import { type LeftOut, leaveOut, readGiven } from './given-values';
import { isGroup, recordFor, type Values, valuesOf } from './setting-paths';
import type { Settings } from './settings';

const PRODUCT = 'Agent Widget for Daktela';
const FORMAT = 'settings';
const VERSION = 1;

/** The text of a file to keep, or to give to a colleague. */
export function settingsFileOf(settings: Settings): string {
  const values = valuesOf(settings);
  const kept = Object.fromEntries(FILE_PATHS.map((path) => [path, values[path]]));
  const file = { product: PRODUCT, format: FORMAT, version: VERSION, settings: recordFor(kept) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * `notJson` · `notOurs` a file of something else · `newer` written by a later version than this ·
 * `empty` there is no setting in it that counts. Where some values make no sense the others count.
 */
export type SettingsFile =
  | { readonly ok: true; readonly values: Values; readonly leftOut: readonly LeftOut[] }
  | { readonly ok: false; readonly problem: 'notJson' | 'notOurs' | 'newer' | 'empty' };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function readSettingsFile(text: string): SettingsFile {
  const content = parsed(text);
  if (content === undefined) return { ok: false, problem: 'notJson' };
  const file = recordOf(content);
  const settings = recordOf(file?.settings);
  if (file?.product !== PRODUCT || file.format !== FORMAT || settings === null) {
    return { ok: false, problem: 'notOurs' };
  }
  if (file.version !== VERSION) {
    return { ok: false, problem: Number(file.version) > VERSION ? 'newer' : 'notOurs' };
  }
  const { values, leftOut: parts } = readGiven(valuesOf(settings), FILE_PATHS);
  const leftOut = [
    ...parts,
    ...Object.entries(settings)
      .filter(([key, value]) => isGroup(key) && recordOf(value) === null)
      .map(([key, value]) => leaveOut(key, value, 'senseless')),
  ];
  if (Object.keys(values).length === 0 && leftOut.length === 0) {
    return { ok: false, problem: 'empty' };
  }
  return { ok: true, values, leftOut };
}
