import './style.css';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PageWords } from '@/lib/i18n/page-words';
import type { CallPhase, PageHello, Recognised } from '@/lib/messages/reply';
import { createSend, type Send } from '@/lib/messages/send';
import { hasKeys, startCalling } from '@/lib/page/calling';
import { createLifeline, type LifelineRuntime } from '@/lib/page/lifeline';
import { createMarks } from '@/lib/page/marks';
import { createNumbersPort, type TellingPort } from '@/lib/page/numbers-port';
import { isAlive, showAlive } from '@/lib/page/one-instance';
import { CARD_ELEMENT, CARD_PORT } from '@/lib/page/page-card';
import { forbidsMarking } from '@/lib/page/reading-rules';
import { startScanner } from '@/lib/page/scanner';
import type { Look } from '@/lib/settings/marks';

/** Until it is told of another. */
const DEFAULT_LOOK: Look = { marks: 'shown', colour: 'teal' };

/** What the background tells this script unasked. */
type BackgroundMessage =
  | { readonly type: 'stop' }
  /** Somebody changed where click-to-call is on: ask whether this is such a place still. */
  | { readonly type: 'check' }
  | { readonly type: 'reread' }
  | { readonly type: 'words'; readonly words: PageWords }
  | ({ readonly type: 'look' } & Look)
  | { readonly type: 'progress'; readonly number: string; readonly phase: CallPhase }
  | { readonly type: 'step'; readonly direction: 1 | -1 };

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

const api: ExtensionApi = browser;

/** What its marks look like; null where this script has no business. */
async function lookHere(send: Send): Promise<Look | null> {
  const reply = await send<PageHello>({ type: 'words' });
  if (!reply.ok) return DEFAULT_LOOK;
  return reply.value?.look ?? null;
}

function listen<Heard>(
  event: Listenable<Heard>,
  listener: (heard: Heard) => void,
  signal: AbortSignal,
): void {
  event.addListener(listener);
  signal.addEventListener('abort', () => event.removeListener(listener));
}

function run({ runtime }: ExtensionApi, send: Send, look: Look, stop: AbortController): void {
  const { signal } = stop;
  const marks = createMarks();
  marks?.look(look);
  const lifeline = createLifeline(runtime, () => stop.abort(), signal);
  const numbersPort = createNumbersPort(() => scanner.report());
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
  const card = startCalling(
    document,
    {
      numbers: scanner.numbers,
      send,
      numberInField: scanner.inField,
      askForCard: (over) => runtime.connect({ name: CARD_PORT }).onDisconnect.addListener(over),
    },
    signal,
  );

  function obey(message: BackgroundMessage): void {
    lifeline.renew();
    if (message.type === 'stop') stop.abort();
    else if (message.type === 'check') void lookHere(send).then((here) => here ?? stop.abort());
    else if (message.type === 'words') card.speak(message.words);
    else if (message.type === 'look') marks?.look(message);
    else if (message.type === 'reread') scanner.reread();
    else if (message.type === 'progress') card.told(message.number, message.phase);
    else if (hasKeys(document)) card.step(message.direction);
  }

  lifeline.renew();
  listen(runtime.onMessage, obey, signal);
  listen(runtime.onConnect, numbersPort.opened, signal);
  for (const event of ['visibilitychange', 'pointerover', 'focusin']) {
    document.addEventListener(event, lifeline.check, { signal, passive: true, capture: true });
  }
  signal.addEventListener('abort', () => {
    numbersPort.close();
    marks?.clear();
  });
}

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  cssInjectionMode: 'manifest',
  main() {
    if (isAlive() || forbidsMarking(document)) return;
    // Firefox ends the script of an extension that is replaced before it can take its card away.
    document.querySelector(CARD_ELEMENT)?.remove();
    const stop = new AbortController();
    showAlive(stop.signal);
    const send = createSend((message) => api.runtime.sendMessage(message));
    void lookHere(send).then((look) => {
      if (look) run(api, send, look, stop);
      else stop.abort();
    });
  },
});
