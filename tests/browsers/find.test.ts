import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from './find';

vi.mock('node:child_process');
vi.mock('node:fs');

const exists = vi.mocked(existsSync);
const spawn = vi.mocked(spawnSync);

describe('finding a browser', () => {
  beforeEach(() => {
    vi.stubEnv('CHROMIUM_PATH', '');
    vi.stubEnv('FIREFOX_PATH', '');
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
    // Neither a browser nor apt-get is on the path.
    spawn.mockReturnValue({ status: 1, stdout: '' } as unknown as ReturnType<typeof spawnSync>);
    exists.mockReturnValue(false);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it('takes the one that the environment names', () => {
    vi.stubEnv('FIREFOX_PATH', '/my/firefox');
    exists.mockReturnValue(true);
    expect(findBrowser('firefox')).toBe('/my/firefox');
  });

  it('does not take another one when the environment names one that is not there', () => {
    vi.stubEnv('CHROMIUM_PATH', '/my/chromium');
    expect(() => findBrowser('chromium')).toThrow('CHROMIUM_PATH names /my/chromium');
  });

  it('knows where Debian puts it when it is not on the path', () => {
    exists.mockImplementation((path) => path === '/usr/bin/chromium');
    expect(findBrowser('chromium')).toBe('/usr/bin/chromium');
  });

  it.each([
    ['linux', 'sudo apt-get install -y firefox-esr'],
    ['darwin', 'brew install --cask firefox@esr'],
    ['win32', 'winget install Mozilla.Firefox.ESR'],
  ] as const)('names the one command to run on %s', (platform, command) => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
    expect(() => findBrowser('firefox')).toThrow(`Run: ${command}`);
  });
});
