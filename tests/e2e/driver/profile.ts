import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Environment variable with the folder of a Firefox profile that others begin as a copy of. */
export const SEED_PROFILE = 'FIREFOX_SEED_PROFILE';

export interface Profile {
  readonly dir: string;
  discard(): void;
}

/** @param seed a folder whose files it begins with */
export function openProfile(seed?: string): Profile {
  const dir = mkdtempSync(join(tmpdir(), 'agent-widget-profile-'));
  if (seed !== undefined) cpSync(seed, dir, { recursive: true });
  // A browser that has just ended may still be putting its last files away.
  return { dir, discard: () => rmSync(dir, { recursive: true, force: true, maxRetries: 10 }) };
}
