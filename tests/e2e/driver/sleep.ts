import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';

/** Puppeteer starts a browser as the leader of a group, in which all of its processes stay. */
export async function sleepBrowser(browser: Browser, ms: number): Promise<void> {
  const leader = browser.process()?.pid;
  if (leader === undefined) throw new Error('The browser is not one that was started here.');
  process.kill(-leader, 'SIGSTOP');
  try {
    await pause(ms);
  } finally {
    process.kill(-leader, 'SIGCONT');
  }
}
