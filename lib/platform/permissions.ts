import { hostPermissionOf } from '@/lib/daktela/address';
import type { SessionPorts } from '@/lib/session/ports';
import { browser } from './browser';

const ALL_SITES = ['https://*/*', 'http://*/*'];

export const mayReach = (origin: string) =>
  browser.permissions.contains({ origins: [hostPermissionOf(origin)] });

function granted(origin: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (answer: boolean) => {
      browser.permissions.onAdded.removeListener(check);
      signal.removeEventListener('abort', giveUp);
      resolve(answer);
    };
    const giveUp = () => settle(false);
    const check = () => void mayReach(origin).then((yes) => yes && settle(true));
    browser.permissions.onAdded.addListener(check);
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
    // The answer may have been given before the listener was there.
    check();
  });
}

export const hostPermission: SessionPorts['hostPermission'] = { has: mayReach, granted };

/** Asks the agent; must be called in the very click. Resolves false when the agent says no. */
export function requestOrigins(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] });
}

/** The same for one site. */
export function requestOrigin(origin: string): Promise<boolean> {
  return requestOrigins([hostPermissionOf(origin)]);
}

/** Gives them back to the browser. */
export async function removeOrigins(patterns: readonly string[]): Promise<void> {
  await browser.permissions.remove({ origins: [...patterns] });
}

/** Asks for every site; must be called in the very click. */
export function requestAllSites(): Promise<boolean> {
  return requestOrigins(ALL_SITES);
}

/** The match patterns the agent (or an administrator) has granted so far. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

export function onPermissionsChanged(changed: () => unknown): void {
  browser.permissions.onAdded.addListener(() => void changed());
  browser.permissions.onRemoved.addListener(() => void changed());
}
