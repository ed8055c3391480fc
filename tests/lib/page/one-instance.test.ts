import { expect, it } from 'vitest';
import { ALIVE, showAlive } from '@/lib/page/one-instance';

const world = globalThis as Record<string, unknown>;

it('shows that the script is at work, until it stops', () => {
  const stop = new AbortController();
  showAlive(stop.signal);
  expect(world[ALIVE]).toBe(true);
  stop.abort();
  expect(ALIVE in world).toBe(false);
});
