import { browser } from './browser';

/** What is stored under the key; undefined for nothing. Rejects where it cannot be read. */
export async function readStored(area: 'session' | 'local', key: string): Promise<unknown> {
  const values = await browser.storage[area].get(key);
  return values[key];
}
