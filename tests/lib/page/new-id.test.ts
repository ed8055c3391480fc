import { afterEach, expect, it, vi } from 'vitest';
import { newId } from '@/lib/page/new-id';

afterEach(() => vi.unstubAllGlobals());

it('is another one each time', () => {
  const ids = Array.from({ length: 1_000 }, newId);
  expect(new Set(ids).size).toBe(1_000);
});

it('is made in a page without encryption too, where browsers have no randomUUID', () => {
  const { crypto } = globalThis;
  vi.stubGlobal('crypto', {
    getRandomValues: (values: Uint32Array<ArrayBuffer>) => crypto.getRandomValues(values),
  });
  expect(newId()).toMatch(/^\d+(?:-\d+){3}$/);
});
