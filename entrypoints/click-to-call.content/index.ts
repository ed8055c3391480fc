import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import page from '@/lib/i18n/locales/page.en.json';
import { createTranslate } from '@/lib/i18n/translate';
import type { Recognised } from '@/lib/messages/reply';
import { createSend, type Send } from '@/lib/messages/send';
import { callOutcome } from '@/lib/page/call-outcome';
import { createCard } from '@/lib/page/card';
import { removeMarks, showMarks } from '@/lib/page/marks';
import { followPointer } from '@/lib/page/pointer';
import { startScanner } from '@/lib/page/scanner';
import { forbidsMarking } from '@/lib/page/text-runs';

/** As much of the browser's own API as a script in somebody's page needs. */
interface ExtensionApi {
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  };
}

declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi;

function run(send: Send, signal: AbortSignal): void {
  const t = createTranslate('en', page);
  const card = createCard(document, t, async (text) =>
    callOutcome(await send({ type: 'dial', id: crypto.randomUUID(), text }), t),
  );
  const numbers = startScanner(
    document.documentElement,
    async (candidates) => {
      const reply = await send<Recognised>({ type: 'recognise', candidates: [...candidates] });
      return reply.ok ? reply.value : null;
    },
    () => showMarks(numbers.all()),
    signal,
  );
  followPointer(document, numbers, card, signal);
  signal.addEventListener('abort', () => {
    removeMarks();
    card.remove();
  });
}

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  cssInjectionMode: 'manifest',
  // A page that listens to its own messages should not hear of us.
  noScriptStartedPostMessage: true,
  main(context) {
    if (forbidsMarking(document)) return;
    const api = typeof browser === 'undefined' ? chrome : browser;
    const stop = new AbortController();
    // Ends with the extension's life and when a newer copy of this script starts.
    context.onInvalidated(() => stop.abort());
    api.runtime.onMessage.addListener((message) => {
      if (message instanceof Object && 'type' in message && message.type === 'stop') stop.abort();
    });
    run(
      createSend((message) => api.runtime.sendMessage(message)),
      stop.signal,
    );
  },
});
