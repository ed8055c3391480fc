import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { browser } from '@/lib/platform/browser';
import { openShortcutSettings, readShortcuts } from '@/lib/platform/shortcuts';
import { browserName, readSystem } from '@/lib/platform/system';

/** What the stand-in browser lacks. */
const api = browser as unknown as Record<string, unknown>;

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

it.each([
  ['win', 'windows'],
  ['mac', 'mac'],
  ['cros', 'chromeos'],
  ['linux', 'other'],
  ['openbsd', 'other'],
])('the system %s is %s', async (os, system) => {
  vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo').mockResolvedValue({ os } as never);
  expect(await readSystem()).toBe(system);
});

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox'],
  ['Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome'],
  ['Mozilla/5.0 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Microsoft Edge'],
])('the browser %j is %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});

it('commands are told by what they do, with their keys', async () => {
  api.commands = {
    getAll: async () => [
      { name: 'call-selection', description: 'Call', shortcut: 'Alt+Shift+C' },
      { name: 'step-next', description: 'Next' },
      { name: '_execute_action', description: '', shortcut: '' },
    ],
  };
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('Open the desk');
  expect(await readShortcuts()).toEqual([
    { title: 'Call', keys: 'Alt+Shift+C' },
    { title: 'Next', keys: '' },
    { title: 'Open the desk', keys: '' },
  ]);
});

it('keys are set in the browser’s own page, which Firefox opens by a call of its own', async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  api.commands = {};
  await openShortcutSettings();
  expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'chrome://extensions/shortcuts' });
  const openOwn = vi.fn(async () => {});
  api.commands = { openShortcutSettings: openOwn };
  await openShortcutSettings();
  expect(openOwn).toHaveBeenCalledTimes(1);
  expect(create).toHaveBeenCalledTimes(1);
});
