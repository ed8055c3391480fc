import { browser } from './browser';

const REVIVER = 'revive';
const REVIVE_EVERY_MINUTES = 0.5;
/** Both browsers stop an idle background after 30 s; a request on the wire does not count, a call like this does. */
const TICK_EVERY_MS = 20_000;

export interface Lifetime {
  /** Keeps the background running while an agent is signed in, and has it started again if it is stopped. */
  stayAlive(): void;
  /** Lets the background sleep: there is nobody to work for. */
  letSleep(): void;
}

export function createLifetime(): Lifetime {
  let ticking: ReturnType<typeof setInterval> | null = null;
  return {
    stayAlive() {
      if (ticking !== null) return;
      ticking = setInterval(() => void browser.runtime.getPlatformInfo(), TICK_EVERY_MS);
      void browser.alarms.create(REVIVER, { periodInMinutes: REVIVE_EVERY_MINUTES });
    },
    letSleep() {
      if (ticking !== null) clearInterval(ticking);
      ticking = null;
      void browser.alarms.clear(REVIVER);
    },
  };
}

/** Must be called while the background starts up, or a revival would find no listener. */
export function onRevived(revive: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REVIVER) void revive();
  });
  // Without this listener Firefox never starts the event page again after a restart.
  browser.runtime.onStartup.addListener(() => void revive());
}

export function onInstalled(installed: () => Promise<void>): void {
  browser.runtime.onInstalled.addListener(() => void installed());
}
