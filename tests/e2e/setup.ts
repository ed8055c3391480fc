import { findBrowser } from '../browsers/find';
import { ensureDisplayTools } from '../browsers/virtual-display';
import { seedFirefoxProfile } from './driver/firefox';
import { type Profile, SEED_PROFILE } from './driver/profile';

let seed: Profile | undefined;

/** Finds, installs and prepares what all tests need, which would otherwise each do so at once. */
export async function setup(): Promise<void> {
  findBrowser('chromium');
  findBrowser('firefox');
  if (process.platform === 'linux') ensureDisplayTools();
  seed = await seedFirefoxProfile();
  process.env[SEED_PROFILE] = seed.dir;
}

export function teardown(): void {
  seed?.discard();
}
