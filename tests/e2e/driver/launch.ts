import type { BrowserName } from '../../browsers/find';
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';
import type { LaunchOptions, TestBrowser } from './test-browser';

export function launchBrowser(
  name: BrowserName,
  options: LaunchOptions = {},
): Promise<TestBrowser> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
