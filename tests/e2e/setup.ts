import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../browsers/find';
import { ensureDisplayTools } from '../browsers/virtual-display';
import { seedFirefoxProfile } from './driver/firefox';
import { SEED_PROFILE } from './driver/profile';

let temporary: string | undefined;

/** Finds, installs and prepares what all tests need, which would otherwise each do so at once. */
export async function setup(): Promise<void> {
  findBrowser('chromium');
  findBrowser('firefox');
  if (process.platform === 'linux') ensureDisplayTools();
  // A place for all that they leave, whichever of them is stopped in the middle.
  temporary = mkdtempSync(join(tmpdir(), 'agent-widget-tests-'));
  process.env.TMPDIR = temporary;
  process.env[SEED_PROFILE] = (await seedFirefoxProfile()).dir;
}

export function teardown(): void {
  if (temporary) rmSync(temporary, { recursive: true, force: true, maxRetries: 10 });
}
