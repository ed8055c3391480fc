import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Profile {
  readonly dir: string;
  /** Removes it, unless it is one to keep. */
  discard(): void;
}

export function openProfile(kept: string | undefined): Profile {
  if (kept !== undefined) {
    mkdirSync(kept, { recursive: true });
    return { dir: kept, discard: () => {} };
  }
  const dir = mkdtempSync(join(tmpdir(), 'agent-widget-profile-'));
  // A browser that has just ended may still be putting its last files away.
  return { dir, discard: () => rmSync(dir, { recursive: true, force: true, maxRetries: 10 }) };
}
