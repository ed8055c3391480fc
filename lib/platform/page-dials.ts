import type { AgentState } from '@/lib/agent/state';
import { callsInPages, type PageDial } from '@/lib/session/calls-in-pages';
import { createTurns } from '@/lib/session/turns';
import { browser, type Runtime } from './browser';
import { readStored } from './read-stored';

const KEY = 'pageDials';
/** Nobody has more calls going on; what is older belongs to pages that are gone. */
const MOST = 20;

async function read(): Promise<PageDial[]> {
  return ((await readStored('session', KEY)) as PageDial[] | undefined) ?? [];
}

const write = (dials: readonly PageDial[]) =>
  browser.storage.session.set({ [KEY]: dials.slice(-MOST) });

function dialledText(message: unknown): string | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, text } = message as { type?: unknown; text?: unknown };
  return type === 'dial' && typeof text === 'string' ? text.slice(0, 100) : null;
}

async function tell({ tabId, frameId, number, phase }: PageDial): Promise<void> {
  const message = { type: 'progress', number, phase };
  // A page that is gone, or is another one by now, need not know.
  await browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => {});
}

/**
 * Remembers which page has dialled which number and tells it how far the call has come; through
 * restarts of the background, and whoever else answers the dial. Must be called while it starts up.
 */
export function createPageDials(now: () => number) {
  const inTurn = createTurns();

  async function remember(number: string, from: Runtime.MessageSender): Promise<void> {
    const { tab, frameId = 0 } = from;
    if (tab?.id === undefined) return;
    const dial: PageDial = { tabId: tab.id, frameId, number, atMs: now(), phase: null };
    await write([...(await read()), dial]);
  }

  browser.runtime.onMessage.addListener((message: unknown, from: Runtime.MessageSender) => {
    const text = from.id === browser.runtime.id ? dialledText(message) : null;
    if (text !== null) void inTurn(() => remember(text, from)).catch(() => {});
    return undefined;
  });

  return {
    /** Tells the pages of what this state changes for their calls. */
    follow(state: AgentState): Promise<void> {
      return inTurn(async () => {
        const before = await read();
        if (before.length === 0) return;
        const { dials, news } = callsInPages(state, before, now());
        if (news.length > 0 || dials.length < before.length) await write(dials);
        await Promise.all(news.map(tell));
      }).catch(() => {});
    },
  };
}
