import { type ComputerState, SHORTEST_IDLE_MS } from '@/lib/agent/idle';
import { browser } from './browser';

const PERMISSION = { permissions: ['idle' as const] };

interface IdleApi {
  queryState(seconds: number): Promise<string>;
  setDetectionInterval(seconds: number): void;
  readonly onStateChanged: { addListener(changed: () => void): void };
}

/** There only once the agent has allowed it. */
const api = () => (browser as { idle?: IdleApi }).idle;

const secondsOf = (ms: number) => Math.ceil(Math.max(SHORTEST_IDLE_MS, ms) / 1000);

/** @returns null where the browser does not tell */
export async function computerState(idleAfterMs: number): Promise<ComputerState | null> {
  const state = await api()
    ?.queryState(secondsOf(idleAfterMs))
    .catch(() => null);
  return state === 'active' || state === 'idle' || state === 'locked' ? state : null;
}

/** After how long the browser says that nobody is there. */
export function setIdleAfter(idleAfterMs: number): void {
  api()?.setDetectionInterval(secondsOf(idleAfterMs));
}

/**
 * Calls back after every change, and when the agent allows it, before which nothing was known. Must
 * be called while the background starts up, or a change would find no listener.
 */
export function onComputerState(changed: () => void): void {
  let isListening = false;
  const listen = () => {
    if (isListening) return;
    api()?.onStateChanged.addListener(changed);
    isListening = api() !== undefined;
  };
  listen();
  browser.permissions.onAdded.addListener(() => {
    listen();
    if (isListening) changed();
  });
}

/** Only Firefox tells its version to an extension. */
const isFirefox = () => 'getBrowserInfo' in browser.runtime;

/** Chrome's browsers tell when the computer is locked, Firefox does not. */
export const tellsLocked = (): boolean => !isFirefox();

/** Chrome's browsers ask the system; Firefox also counts anew when something in its own window is drawn anew. */
export const takesOwnChangesForPeople = (): boolean => isFirefox();

export const mayAskComputer = (): Promise<boolean> => browser.permissions.contains(PERMISSION);

/** Must be called in the very click. Resolves false when the agent says no. */
export function requestComputer(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** Gives it back to the browser. */
export async function disallowComputer(): Promise<void> {
  await browser.permissions.remove(PERMISSION);
}
