import { listOf, recordOf, textOf } from '@/lib/daktela/wire';
import { readSitePattern } from './site-patterns';

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

/** Each list as it is written by `readSitePattern`, without what that refuses and without doubles. */
function patternsOf(value: unknown): string[] {
  const texts = listOf(value).flatMap((entry) => {
    const reading = readSitePattern(textOf(entry) ?? '');
    return reading.ok ? [reading.pattern.text] : [];
  });
  return [...new Set(texts)];
}

export function decodeSites(value: unknown): Sites {
  const record = recordOf(value);
  return {
    mode: SITE_MODES.find((mode) => mode === record?.mode) ?? DEFAULT_SITES.mode,
    listed: patternsOf(record?.listed),
    blocked: patternsOf(record?.blocked),
  };
}
