import { flagOf, recordOf } from '@/lib/daktela/wire';
import { POLICY_PATHS } from './given-paths';
import { leaveOut, readGiven } from './given-values';
import type { Policy } from './policy';
import type { Values } from './setting-paths';

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
