import { NO_POLICY, type Policy } from '@/lib/settings/policy';
import { browser } from './browser';

/** What the administrator has given. Firefox rejects where there is nothing. */
export async function readPolicy(): Promise<Policy> {
  const managed = await browser.storage.managed.get(null).catch(() => ({}));
  if (Object.keys(managed).length === 0) return NO_POLICY;
  // Most people have no administrator, and no page of theirs has to load this.
  const { decodePolicy } = await import('@/lib/settings/managed-policy');
  return decodePolicy(managed);
}

/** Calls back with what the administrator has given, and after every change of it. */
export function watchPolicy(changed: (policy: Policy) => void): void {
  const read = () => void readPolicy().then(changed);
  browser.storage.managed.onChanged.addListener(read);
  read();
}
