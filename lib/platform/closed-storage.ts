import { browser } from './browser';

/** Chrome's, which the polyfill's types do not know; for what outlives the browser from Chrome 140. */
interface Closable {
  setAccessLevel?(access: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Keeps scripts in pages from the settings too, where the browser can: they need none, and one that
 * is taken over by its page could else have callers' pages opened at an address of its own.
 */
export async function closeStorageToPages(): Promise<void> {
  const local: Closable = browser.storage.local as Closable;
  // A browser that cannot do it says so or has nothing to be asked.
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {});
}
