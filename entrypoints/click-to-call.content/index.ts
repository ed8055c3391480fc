import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageWords } from '@/lib/i18n/page-words';
import type { CallPhase, Recognised } from '@/lib/messages/reply';
import { createSend, type Send } from '@/lib/messages/send';
import { hasKeys, startCalling } from '@/lib/page/calling';
import { removeMarks, showMarks } from '@/lib/page/marks';
import { CARD_PORT, type PageCard } from '@/lib/page/page-card';
import { startScanner } from '@/lib/page/scanner';
import { forbidsMarking } from '@/lib/page/text-runs';

/** What the background tells this script unasked. */
type BackgroundMessage =
  | { readonly type: 'stop' }
  | { readonly type: 'words'; readonly words: PageWords }
  | { readonly type: 'progress'; readonly number: string; readonly phase: CallPhase }
  | { readonly type: 'step'; readonly direction: 1 | -1 };

/** As much of the browser's own API as a script in somebody's page needs. */
interface ExtensionApi {
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    connect(info: { readonly name: string }): {
      readonly onDisconnect: { addListener(listener: () => void): void };
    };
    readonly onMessage: { addListener(listener: (message: BackgroundMessage) => void): void };
  };
}

declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi;

function run(send: Send, askForCard: (over: () => void) => void, signal: AbortSignal): PageCard {
  const numbers = startScanner(
    document.documentElement,
    async (questions) => {
      const reply = await send<Recognised>({
        type: 'recognise',
        language: document.documentElement.lang.slice(0, 40),
        questions: [...questions],
      });
      return reply.ok ? reply.value : null;
    },
    () => showMarks(numbers.all()),
    signal,
  );
  signal.addEventListener('abort', removeMarks);
  // Fields are not read yet.
  const numberInField = async () => null;
  return startCalling(document, { numbers, send, numberInField, askForCard }, signal);
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
    const send = createSend((message) => api.runtime.sendMessage(message));
    const askForCard = (over: () => void) =>
      api.runtime.connect({ name: CARD_PORT }).onDisconnect.addListener(over);
    const card = run(send, askForCard, stop.signal);
    api.runtime.onMessage.addListener((message) => {
      if (message.type === 'stop') stop.abort();
      if (stop.signal.aborted) return;
      if (message.type === 'words') card.speak(message.words);
      else if (message.type === 'progress') card.told(message.number, message.phase);
      else if (message.type === 'step' && hasKeys(document)) card.step(message.direction);
    });
  },
});
