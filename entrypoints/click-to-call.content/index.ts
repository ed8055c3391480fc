import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { PAGE_ENGLISH, type PageWords, pageTranslate } from '@/lib/i18n/page-words';
import type { CallPhase, Recognised } from '@/lib/messages/reply';
import { createSend, type Send } from '@/lib/messages/send';
import { type Calling, startCalling } from '@/lib/page/calling';
import { removeMarks, showMarks } from '@/lib/page/marks';
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
    readonly onMessage: { addListener(listener: (message: BackgroundMessage) => void): void };
  };
}

declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi;

/** The texts in the agent's language; a background that does not answer leaves them English. */
async function createTexts(send: Send) {
  const reply = await send<PageWords>({ type: 'words' });
  let words = reply.ok ? reply.value : PAGE_ENGLISH;
  let translate = pageTranslate(words);
  const t: typeof translate = (key, params) => translate(key, params);
  return {
    t,
    countryName(code: string): string {
      return new Intl.DisplayNames([words.language], { type: 'region' }).of(code) ?? code;
    },
    speak(next: PageWords) {
      words = next;
      translate = pageTranslate(next);
    },
  };
}

type Texts = Awaited<ReturnType<typeof createTexts>>;

function run(send: Send, { t, countryName }: Texts, signal: AbortSignal): Calling {
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
  return startCalling(document, { numbers, send, t, countryName, numberInField }, signal);
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
    const texts = createTexts(send);
    let calling: Calling | null = null;
    api.runtime.onMessage.addListener((message) => {
      switch (message.type) {
        case 'stop':
          return stop.abort();
        case 'words':
          return void texts.then(({ speak }) => speak(message.words));
        case 'progress':
          return calling?.told(message.number, message.phase);
        case 'step':
          return stop.signal.aborted ? undefined : calling?.step(message.direction);
      }
    });
    void texts.then((ready) => {
      if (!stop.signal.aborted) calling = run(send, ready, stop.signal);
    });
  },
});
