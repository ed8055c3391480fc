import type { BrowserName } from '../../browsers/find';
import { buildDir } from './builds';
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';
import type { LaunchOptions, TestBrowser } from './test-browser';

/** Starts a browser with the build that is shipped. */
export async function launchBrowser(
  name: BrowserName,
  {
    headless = true,
    width = 1280,
    height = 900,
    extensionDir = buildDir(name),
    ...rest
  }: LaunchOptions = {},
): Promise<TestBrowser> {
  const launch = name === 'chromium' ? launchChromium : launchFirefox;
  const windowSize = { width, height };
  const desk = await launch({ ...rest, headless, windowSize, extensionDir });
  return { ...desk, name, allowOrigins: desk.preapproveOrigins };
}
