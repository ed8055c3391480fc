import type { Page } from 'puppeteer-core';

export interface Heap {
  /** Of the page and of every script in it, ours too: they share one heap. */
  readonly usedBytes: number;
  /** Of all documents, also those that were taken off the page and are still held by somebody. */
  readonly nodes: number;
  readonly listeners: number;
}

/** What is still held in a page of Chromium when everything that can be let go has been. */
export async function heapOf(page: Page): Promise<Heap> {
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
