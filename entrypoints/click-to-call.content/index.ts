import './style.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { PAGE_ENGLISH, type PageWords, pageTranslate } from '@/lib/i18n/page-words';
import { NUMBERS_PORT, type PageNumbers } from '@/lib/messages/page-numbers';
import type { PageHello, Recognised } from '@/lib/messages/reply';
import { createSend, type Send } from '@/lib/messages/send';
import { callOutcome } from '@/lib/page/call-outcome';
import { createCard } from '@/lib/page/card';
import type { FoundNumbers } from '@/lib/page/found-numbers';
import { createMarks, type PageMarks } from '@/lib/page/marks';
import { newId } from '@/lib/page/new-id';
import { showAlive } from '@/lib/page/one-instance';
import { followPointer } from '@/lib/page/pointer';
import { startScanner } from '@/lib/page/scanner';
import { forbidsMarking } from '@/lib/page/text-runs';
import type { Look } from '@/lib/settings/marks';

/** What the background tells this script unasked. */
type BackgroundMessage =
  | { readonly type: 'stop' }
  /** Somebody changed where click-to-call is on: ask whether this is such a place still. */
  | { readonly type: 'check' }
  | { readonly type: 'reread' }
  | { readonly type: 'words'; readonly words: PageWords }
  | ({ readonly type: 'look' } & Look);

interface Port {
  readonly name: string;
  postMessage(message: PageNumbers): void;
}

/** As much of the browser's own API as a script in somebody's page needs. */
interface ExtensionApi {
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    readonly onConnect: { addListener(listener: (port: Port) => void): void };
    readonly onMessage: { addListener(listener: (message: BackgroundMessage) => void): void };
  };
}

declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi;

/** The texts in the agent's language. */
function createTexts(words: PageWords) {
  let translate = pageTranslate(words);
  const t: typeof translate = (key, params) => translate(key, params);
  return {
    t,
    speak(words: PageWords) {
      translate = pageTranslate(words);
    },
  };
}

type Texts = ReturnType<typeof createTexts>;

/** Null where this script has no business; a background that does not answer leaves it English. */
async function greet(send: Send): Promise<PageHello> {
  const reply = await send<PageHello>({ type: 'words' });
  if (reply.ok) return reply.value;
  return { words: PAGE_ENGLISH, look: { marks: 'shown', colour: 'teal' } };
}

function run(send: Send, { t }: Texts, marks: PageMarks, signal: AbortSignal): FoundNumbers {
  const card = createCard(document, t, async (text) =>
    callOutcome(await send({ type: 'dial', id: newId(), text }), t),
  );
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
    () => marks.show(numbers.all()),
    signal,
  );
  followPointer(document, numbers, card, signal);
  signal.addEventListener('abort', () => {
    marks.clear();
    card.remove();
  });
  return numbers;
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
    showAlive(stop.signal);
    const send = createSend((message) => api.runtime.sendMessage(message));
    const marks = createMarks();
    let reading = new AbortController();
    stop.signal.addEventListener('abort', () => reading.abort());
    let read = () => {};
    const texts = greet(send).then((hello) => {
      if (hello === null) stop.abort();
      else marks.look(hello.look);
      const ready = createTexts(hello?.words ?? PAGE_ENGLISH);
      read = () => {
        reading.abort();
        reading = new AbortController();
        if (!stop.signal.aborted) numbers = run(send, ready, marks, reading.signal);
      };
      read();
      return ready;
    });
    let numbers: FoundNumbers | null = null;
    // Two frames of one page may be of one site.
    const frame = newId();
    api.runtime.onConnect.addListener((port) => {
      if (port.name !== NUMBERS_PORT || stop.signal.aborted) return;
      const found = (numbers?.all() ?? []).map(({ dial }) => ({ number: dial, dial }));
      port.postMessage({
        frame,
        host: location.host,
        scanning: false,
        numbers: found,
        refused: [],
      });
    });
    api.runtime.onMessage.addListener((message) => {
      if (message.type === 'stop') stop.abort();
      else if (message.type === 'check') void greet(send).then((hello) => hello ?? stop.abort());
      else if (message.type === 'words') void texts.then((ready) => ready.speak(message.words));
      else if (message.type === 'look') marks.look(message);
      else if (message.type === 'reread') read();
    });
  },
});
