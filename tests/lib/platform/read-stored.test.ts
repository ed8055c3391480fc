import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { readStored } from '@/lib/platform/read-stored';

beforeEach(() => fakeBrowser.reset());

it.each(['session', 'local'] as const)('what is stored in %s is read by its key', async (area) => {
  await fakeBrowser.storage[area].set({ one: [1], other: 2 });
  expect(await readStored(area, 'one')).toEqual([1]);
});

it('nothing is stored under a key that was never written, or only elsewhere', async () => {
  await fakeBrowser.storage.local.set({ one: 1 });
  expect(await readStored('session', 'one')).toBeUndefined();
});
