import { decodePolicy, NO_POLICY, type Policy } from '@/lib/settings/policy';
import { browser } from './browser';

/** What the administrator has given. Firefox rejects where there is nothing. */
export function readPolicy(): Promise<Policy> {
  return browser.storage.managed.get(null).then(decodePolicy, () => NO_POLICY);
}

/** Calls back with what the administrator has given, and after every change of it. */
export function watchPolicy(changed: (policy: Policy) => void): void {
  const read = () => void readPolicy().then(changed);
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') read();
  });
  read();
}
