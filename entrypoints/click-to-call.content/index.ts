import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { PAGE_ENGLISH, type PageWords, pageTranslate } from '@/lib/i18n/page-words';
import type { Recognised } from '@/lib/messages/reply';
import { createSend, type Send } from '@/lib/messages/send';
import { callOutcome } from '@/lib/page/call-outcome';
import { createCard } from '@/lib/page/card';
import { createLifeline, type LifelineRuntime } from '@/lib/page/lifeline';
import { createMarks, type Look } from '@/lib/page/marks';
import { createNumbersPort, type TellingPort } from '@/lib/page/numbers-port';
import { followPointer } from '@/lib/page/pointer';
import { forbidsMarking } from '@/lib/page/reading-rules';
import { startScanner } from '@/lib/page/scanner';

/** What the background tells this script unasked. */
type BackgroundMessage =
  | { readonly type: 'stop' }
  | { readonly type: 'words'; readonly words: PageWords }
  | { readonly type: 'reread' }
  | ({ readonly type: 'look' } & Look);

interface Listenable<Heard> {
  addListener(listener: (heard: Heard) => void): void;
  removeListener(listener: (heard: Heard) => void): void;
}

/** As much of the browser's own API as a script in somebody's page needs. */
interface ExtensionApi {
  readonly runtime: LifelineRuntime & {
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: Listenable<BackgroundMessage>;
    readonly onConnect: Listenable<TellingPort>;
  };
}

declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi;

/** The texts in the agent's language; a background that does not answer leaves them English. */
function createTexts(send: Send) {
  let translate = pageTranslate(PAGE_ENGLISH);
  const t: typeof translate = (key, params) => translate(key, params);
  const speak = (words: PageWords) => {
    translate = pageTranslate(words);
  };
  void send<PageWords>({ type: 'words' }).then((reply) => {
    if (reply.ok) speak(reply.value);
  });
  return { t, speak };
}

function listen<Heard>(
  event: Listenable<Heard>,
  listener: (heard: Heard) => void,
  signal: AbortSignal,
): void {
  event.addListener(listener);
  signal.addEventListener('abort', () => event.removeListener(listener));
}

function run({ runtime }: ExtensionApi, stop: AbortController): void {
  const { signal } = stop;
  const send = createSend((message) => runtime.sendMessage(message));
  const { t, speak } = createTexts(send);
  const marks = createMarks();
  const lifeline = createLifeline(runtime, () => stop.abort(), signal);
  const numbersPort = createNumbersPort(() => scanner.report());
  const card = createCard(document, t, async (text) =>
    callOutcome(await send({ type: 'dial', id: crypto.randomUUID(), text }), t),
  );
  const scanner = startScanner(
    document,
    async (questions) => {
      const reply = await send<Recognised>({
        type: 'recognise',
        language: document.documentElement.lang.slice(0, 40),
        questions: [...questions],
      });
      if (reply.ok) lifeline.renew();
      else lifeline.check();
      return reply.ok ? reply.value : null;
    },
    { marks, changed: numbersPort.changed },
    signal,
  );
  followPointer(document, scanner.numbers, card, signal);

  function obey(message: BackgroundMessage): void {
    lifeline.renew();
    if (message.type === 'stop') stop.abort();
    else if (message.type === 'words') speak(message.words);
    else if (message.type === 'look') marks.look(message);
    else if (message.type === 'reread') scanner.reread();
  }

  lifeline.renew();
  listen(runtime.onMessage, obey, signal);
  listen(runtime.onConnect, numbersPort.opened, signal);
  for (const event of ['visibilitychange', 'pointerover', 'focusin']) {
    document.addEventListener(event, lifeline.check, { signal, passive: true, capture: true });
  }
  signal.addEventListener('abort', () => {
    numbersPort.close();
    marks.clear();
    card.remove();
  });
}

declare global {
  /** Whether the script runs in this frame already; for itself, in a world that the page does not share. */
  var agentWidgetRuns: boolean | undefined;
}

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  cssInjectionMode: 'manifest',
  main() {
    if (globalThis.agentWidgetRuns || forbidsMarking(document)) return;
    const stop = new AbortController();
    globalThis.agentWidgetRuns = true;
    stop.signal.addEventListener('abort', () => {
      globalThis.agentWidgetRuns = false;
    });
    run(typeof browser === 'undefined' ? chrome : browser, stop);
  },
});
