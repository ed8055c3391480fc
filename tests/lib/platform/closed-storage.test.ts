import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { closeStorageToPages } from '@/lib/platform/closed-storage';

const local = fakeBrowser.storage.local as { setAccessLevel?: unknown };

afterEach(() => {
  delete local.setAccessLevel;
});

it('keeps scripts in pages from the settings', async () => {
  const setAccessLevel = vi.fn(async () => {});
  local.setAccessLevel = setAccessLevel;
  await closeStorageToPages();
  expect(setAccessLevel.mock.calls).toEqual([[{ accessLevel: 'TRUSTED_CONTEXTS' }]]);
});

it('breaks nothing in a browser that cannot do so for this storage', async () => {
  local.setAccessLevel = vi.fn(() => Promise.reject(new Error('Not available for this area.')));
  await expect(closeStorageToPages()).resolves.toBeUndefined();
});

it('breaks nothing in a browser that does not know of it', async () => {
  await expect(closeStorageToPages()).resolves.toBeUndefined();
});
