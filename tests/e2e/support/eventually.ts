import { setTimeout as delay } from 'node:timers/promises';

/** Calls until it no longer throws; the last error is thrown when the time is over. */
export async function eventually<T>(check: () => T | Promise<T>, withinMs = 20_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await delay(40);
    }
  }
}
