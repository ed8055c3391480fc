import { once } from 'node:events';
import type { Browser } from 'puppeteer-core';

/** Ends a browser whose profile nobody wants any more. Asked politely, it would first write all of it once more. */
export async function endBrowser(browser: Browser): Promise<void> {
  const main = browser.process();
  if (!main?.pid || main.exitCode !== null || main.signalCode !== null) return;
  const ended = once(main, 'exit');
  // It leads a group of its own, with all processes that it has started; on Windows they end by themselves.
  if (process.platform === 'win32') main.kill();
  else process.kill(-main.pid, 'SIGKILL');
  await ended;
}
