// @vitest-environment node
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';

const LAUNCH = { chromium: launchChromium, firefox: launchFirefox };

describe.each(['chromium', 'firefox'] as const)('a launch of %s that fails', (name) => {
  let temporary: string;

  beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), 'agent-widget-launch-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(temporary, { recursive: true });
  });

  it('leaves no profile behind', async () => {
    vi.stubEnv('TMPDIR', temporary);
    const launched = LAUNCH[name]({ extensionDir: '/there/is/no/such/folder', headless: true });
    await expect(launched).rejects.toThrow();
    expect(readdirSync(temporary).filter((it) => it.includes('profile'))).toEqual([]);
  });
});
