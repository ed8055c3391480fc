import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';

/** Long, for a busy machine; what has to be quick is measured where it matters. */
const WAIT_MS = 20_000;
const POLL_MS = 25;

export interface UntilOptions {
  readonly timeoutMs?: number;
  /** What was there instead, for the error. */
  readonly explain?: () => Promise<string>;
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Asks again and again until the answer is neither null, undefined nor false. A question that
 * throws counts as "not yet": pages navigate and popups close while they are looked at.
 * @throws Error with what was wanted, the last error and what was there instead
 */
export async function until<T>(
  wanted: string,
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  { timeoutMs = WAIT_MS, explain }: UntilOptions = {},
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let trouble: unknown;
  for (;;) {
    try {
      const answer = await probe();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    if (Date.now() >= end) break;
    await pause(POLL_MS);
  }
  const instead = explain ? await explain().catch(words) : '';
  const cause = trouble === undefined ? '' : ` Last error: ${words(trouble)}.`;
  throw new Error(`${wanted}: not within ${timeoutMs} ms.${cause}${instead && `\n${instead}`}`);
}

/** For pages whose load events do not come, or came before anybody could listen. */
export async function untilLoaded(page: Page): Promise<void> {
  await until('the page to load', () =>
    page.evaluate(() => location.href !== 'about:blank' && document.readyState === 'complete'),
  );
}
