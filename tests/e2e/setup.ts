import { rmSync } from 'node:fs';
import { findBrowser } from '../browsers/find';
import { ensureDisplayTools } from '../browsers/virtual-display';
import { seedFirefoxProfile } from './driver/firefox';
import { SEED_PROFILE } from './driver/profile';

/** Finds, installs and prepares what all tests need, which would otherwise each do so at once. */
export async function setup(): Promise<void> {
  findBrowser('chromium');
  findBrowser('firefox');
  if (process.platform === 'linux') ensureDisplayTools();
  process.env[SEED_PROFILE] = await seedFirefoxProfile();
}

export function teardown(): void {
  const seed = process.env[SEED_PROFILE];
  if (seed) rmSync(seed, { recursive: true, force: true, maxRetries: 10 });
}
