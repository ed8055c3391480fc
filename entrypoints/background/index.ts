import { defineBackground } from 'wxt/utils/define-background';
import { badgeOf } from '@/lib/agent/badge';
import type { AgentState } from '@/lib/agent/state';
import { createDaktelaClient, createLoginClient } from '@/lib/daktela/client';
import { ENGLISH } from '@/lib/i18n/english';
import { acceptLanguage } from '@/lib/i18n/languages';
import { dispatch } from '@/lib/messages/dispatch';
import type { Sender } from '@/lib/messages/protocol';
import type { Question } from '@/lib/messages/reply';
import { dialFormatOf } from '@/lib/phone/dial-format';
import { createNumberForms } from '@/lib/phone/number-forms';
import { createRecognise } from '@/lib/phone/recognise';
import { showBadge } from '@/lib/platform/badge';
import { createSites } from '@/lib/platform/click-to-call-sites';
import { systemClock } from '@/lib/platform/clock';
import {
  createCallEntry,
  onCallEntryClicked,
  showCallEntry,
  titleCallEntry,
} from '@/lib/platform/context-menu';
import { historyStore } from '@/lib/platform/history-store';
import { createLifetime, onInstalled, onRevived } from '@/lib/platform/lifetime';
import { onMessage } from '@/lib/platform/messages';
import { hostPermission, onPermissionsChanged } from '@/lib/platform/permissions';
import { rememberedLogin } from '@/lib/platform/remembered-login';
import { openScreenPop } from '@/lib/platform/screen-pop-tab';
import { readSettings, watchSettings } from '@/lib/platform/settings';
import { sessionStore } from '@/lib/platform/store';
import { onToolbarButton, setToolbarPlace } from '@/lib/platform/toolbar-button';
import { loadPageWords, watchWords } from '@/lib/platform/words';
import { createSession } from '@/lib/session/session';

/** Whose numbers are written without their country. */
const COUNTRY = 'CZ';
/** Enough of a selection that holds no number to tell which one it was. */
const SHOWN_OF_SELECTION = 40;

export default defineBackground(() => {
  const clock = systemClock;
  const lifetime = createLifetime();
  const sites = createSites();
  const recognise = createRecognise(COUNTRY);
  let words = ENGLISH;
  const wordsKnown = new Promise<void>((resolve) => {
    watchWords((next) => {
      words = next;
      resolve();
      void speak();
    }, ENGLISH);
  });

  const server = (origin: string) => ({
    origin,
    clock,
    fetch: (input: string, init: RequestInit) => fetch(input, init),
    get language() {
      return acceptLanguage(words.language, navigator.languages);
    },
  });

  const drawBadge = (state: AgentState) =>
    void wordsKnown.then(() => showBadge(badgeOf(state, clock.now(), words.t)));
  const signedInOrigin = ({ signIn }: AgentState) =>
    signIn.phase === 'signedIn' ? signIn.origin : null;

  const session = createSession({
    store: sessionStore,
    history: historyStore,
    remembered: rememberedLogin,
    clock,
    random: Math.random,
    isOnline: () => navigator.onLine,
    loginClient: (origin) => createLoginClient(server(origin)),
    client: (origin, token) => createDaktelaClient(server(origin), token),
    hostPermission,
    show(state) {
      drawBadge(state);
      if (state.signIn.phase === 'signedOut') lifetime.letSleep();
      else lifetime.stayAlive();
    },
    screenPop: {
      settings: async () => (await readSettings()).screenPop,
      formsOf: createNumberForms(COUNTRY),
      open: openScreenPop,
    },
    async reconcileSites(state) {
      await showCallEntry(signedInOrigin(state) !== null);
      await sites.reconcile(signedInOrigin(state));
    },
  });

  /** Says everything that stands outside our own pages in the language that is now chosen. */
  async function speak(): Promise<void> {
    await session.resume();
    drawBadge(session.state);
    await titleCallEntry(words.t('menu.callSelection'));
    await sites.speak(await loadPageWords(words.language));
  }

  /** Who asks first after a start waits those few milliseconds, so as to be answered in their language. */
  async function answer(message: unknown, sender: Sender) {
    await wordsKnown;
    return dispatch(message, sender, ports);
  }

  async function callSelection(selection: string): Promise<void> {
    const id = crypto.randomUUID();
    const text = dialFormatOf(selection) ?? selection.trim().slice(0, SHOWN_OF_SELECTION);
    const reply = await answer({ type: 'dial', id, text }, 'extension');
    if (!reply.ok) await session.notify(id, text, reply.error);
  }

  const ports = {
    session,
    recognise: async (questions: readonly Question[]) => recognise(questions),
    pageWords: () => loadPageWords(words.language),
  };

  onMessage(answer);
  onRevived(async () => {
    await session.resume();
    // What the badge says grows old even while nothing comes in.
    drawBadge(session.state);
  });
  onInstalled(async () => {
    await wordsKnown;
    await createCallEntry(words.t('menu.callSelection'), false);
    await session.resume();
    await showCallEntry(signedInOrigin(session.state) !== null);
  });
  onPermissionsChanged(async () => {
    await session.checkPermission();
    await sites.reconcile(signedInOrigin(session.state));
  });
  onToolbarButton();
  watchSettings(({ toolbarPlace }) => void setToolbarPlace(toolbarPlace));
  onCallEntryClicked((selection) => void callSelection(selection));
  self.addEventListener('online', () => void session.hurry());
  void session.resume();
});
