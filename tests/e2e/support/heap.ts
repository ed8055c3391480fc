import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';

export interface Heap {
  /** Of the page and of every script in it, ours too: they share one heap. */
  readonly usedBytes: number;
  /** Of all documents, also those that were taken off the page and are still held by somebody. */
  readonly nodes: number;
  readonly listeners: number;
}

const LOOK_EVERY_MS = 500;
/** A reading that goes on holds what has just left the page. */
const LOOKS_AT_REST = 4;

/** What is still held in a page of Chromium when everything that can be let go has been. */
async function heapOf(page: Page): Promise<Heap> {
  const session = await page.createCDPSession();
  try {
    await session.send('HeapProfiler.enable');
    // What one collection lets go may hold the next thing.
    for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
    const { usedSize: usedBytes } = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
    return { usedBytes, nodes, listeners };
  } finally {
    await session.detach();
  }
}

/** The same, once it changes no more. */
export async function heapAtRest(page: Page): Promise<Heap> {
  let last = await heapOf(page);
  for (let same = 1; same < LOOKS_AT_REST; ) {
    await delay(LOOK_EVERY_MS);
    const next = await heapOf(page);
    same = next.nodes === last.nodes ? same + 1 : 1;
    last = next;
  }
  return last;
}
