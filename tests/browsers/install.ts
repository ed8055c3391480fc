import { findBrowser } from './find';
import { ensureDisplayTools } from './virtual-display';

/** Finds or installs what end-to-end tests need before they run side by side and would all do so at once. */
export function setup(): void {
  findBrowser('chromium');
  findBrowser('firefox');
  if (process.platform === 'linux') ensureDisplayTools();
}
