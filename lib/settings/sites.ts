import { decodeEach, recordOf, textOf } from '@/lib/daktela/wire';

/** Where numbers on pages are marked, of what the browser allows. */
export const SITE_MODES = ['off', 'listed', 'allButBlocked', 'all'] as const;
export type SiteMode = (typeof SITE_MODES)[number];

export interface Sites {
  readonly mode: SiteMode;
  /** Texts of patterns, the latest last. */
  readonly listed: readonly string[];
  /** They win over the list, and count for nothing in the mode `all`. */
  readonly blocked: readonly string[];
}

export const DEFAULT_SITES: Sites = { mode: 'listed', listed: [], blocked: [] };

/** Whether each is a pattern shows where it is used. */
function textsOf(value: unknown): string[] {
  return [...new Set(decodeEach(value, textOf))];
}

export function decodeSites(value: unknown): Sites {
  const record = recordOf(value);
  return {
    mode: SITE_MODES.find((mode) => mode === record?.mode) ?? DEFAULT_SITES.mode,
    listed: textsOf(record?.listed),
    blocked: textsOf(record?.blocked),
  };
}

/** Blocks a site. Where nothing counted as blocked, it does from now on. */
export function paused(sites: Sites, pattern: string): Sites {
  const mode = sites.mode === 'all' ? 'allButBlocked' : sites.mode;
  return { ...sites, mode, blocked: [...new Set([...sites.blocked, pattern])] };
}

/**
 * Turns a site on, whatever has kept it off.
 * @param isHere whether an entry of a list is for the page that is meant
 * @param pattern the entry to list when none is
 */
export function turnedOn(sites: Sites, pattern: string, isHere: (entry: string) => boolean): Sites {
  const mode = sites.mode === 'off' ? 'listed' : sites.mode;
  const isMissing = mode === 'listed' && !sites.listed.some(isHere);
  return {
    mode,
    listed: isMissing ? [...sites.listed, pattern] : sites.listed,
    blocked: sites.blocked.filter((entry) => !isHere(entry)),
  };
}
