import { hostPermissionOf } from '@/lib/daktela/address';

export interface ClickToCallMatches {
  readonly matches: string[];
  readonly excludeMatches: string[];
}

/**
 * Where the content script runs: on every granted site but Daktela's own pages, whose host is
 * granted for the API and which dial by themselves.
 */
export function clickToCallMatches(
  granted: readonly string[],
  daktelaOrigin: string,
): ClickToCallMatches {
  const daktela = hostPermissionOf(daktelaOrigin);
  return { matches: granted.filter((pattern) => pattern !== daktela), excludeMatches: [daktela] };
}
