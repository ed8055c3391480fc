import { flagOf, listOf, recordOf, textOf } from '@/lib/daktela/wire';
import { NUMBERS_PORT, type PageNumbers } from '@/lib/messages/page-numbers';
import { browser, type Runtime } from './browser';

/** The script may come into a page a moment after the popup has asked. */
const RETRY_MS = 1_000;

/** Leaves out what makes no sense, of each record that has all the texts wanted. */
function textsOf<Key extends string>(value: unknown, keys: readonly Key[]): Record<Key, string>[] {
  return listOf(value).flatMap((element) => {
    const record = recordOf(element);
    const texts = keys.map((key) => [key, textOf(record?.[key])] as const);
    return texts.every(([, text]) => text !== null)
      ? [Object.fromEntries(texts) as Record<Key, string>]
      : [];
  });
}

function decodePageNumbers(value: unknown): PageNumbers | null {
  const record = recordOf(value);
  if (record === null) return null;
  return {
    frame: textOf(record.frame) ?? '',
    host: textOf(record.host) ?? '',
    scanning: flagOf(record.scanning) ?? false,
    numbers: textsOf(record.numbers, ['number', 'dial']),
    refused: textsOf(record.refused, ['text', 'rule']),
  };
}

/**
 * Follows what the scripts in the frames of one tab have found. Where none answers, it asks again
 * until another tab is wanted.
 * @param changed called with what each frame has said last; empty when they have gone
 */
export function createPageNumbers(
  changed: (frames: readonly PageNumbers[]) => void,
): (tabId: number | null) => void {
  let wanted: number | null = null;
  let port: Runtime.Port | null = null;

  function connect(tabId: number): void {
    if (tabId !== wanted) return;
    const opened = browser.tabs.connect(tabId, { name: NUMBERS_PORT });
    const frames = new Map<string, PageNumbers>();
    port = opened;
    opened.onMessage.addListener((message: unknown) => {
      const said = decodePageNumbers(message);
      if (said === null || opened !== port) return;
      frames.set(said.frame, said);
      changed([...frames.values()]);
    });
    opened.onDisconnect.addListener(() => {
      // Chromium counts it as a mistake when nobody looks at why.
      void browser.runtime.lastError;
      if (opened !== port) return;
      port = null;
      if (frames.size > 0) changed([]);
      setTimeout(() => connect(tabId), RETRY_MS);
    });
  }

  return (tabId) => {
    if (tabId === wanted) return;
    wanted = tabId;
    port?.disconnect();
    port = null;
    changed([]);
    if (tabId !== null) connect(tabId);
  };
}
