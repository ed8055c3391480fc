import { expect, it } from 'vitest';
import { sleep } from '@/lib/daktela/clock';
import { createFakeClock } from '../../simulator/fake-clock';

it('a sleep ends after its delay and not before', async () => {
  const clock = createFakeClock();
  let awake = false;
  void sleep(clock, 1_000).then(() => {
    awake = true;
  });
  await clock.advance(999);
  expect(awake).toBe(false);
  await clock.advance(1);
  expect(awake).toBe(true);
});

it('a sleep ends at once when its signal is aborted', async () => {
  const abort = new AbortController();
  const slept = sleep(createFakeClock(), 60_000, abort.signal);
  abort.abort();
  await expect(slept).resolves.toBeUndefined();
});

it('a sleep with a signal already aborted does not begin', async () => {
  await expect(sleep(createFakeClock(), 60_000, AbortSignal.abort())).resolves.toBeUndefined();
});

it('an aborted sleep leaves no timer behind', async () => {
  const waiting = new Set<unknown>();
  const abort = new AbortController();
  const clock = {
    now: () => 0,
    setTimeout: (callback: () => void) => {
      waiting.add(callback);
      return callback;
    },
    clearTimeout: (handle: unknown) => waiting.delete(handle),
  };
  const slept = sleep(clock, 60_000, abort.signal);
  abort.abort();
  await slept;
  expect(waiting.size).toBe(0);
});
