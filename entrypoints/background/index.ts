import { defineBackground } from 'wxt/utils/define-background';
import { badgeOf } from '@/lib/agent/badge';
import { askedBy } from '@/lib/agent/note-buttons';
import type { AgentState } from '@/lib/agent/state';
import { createDaktelaClient, createLoginClient } from '@/lib/daktela/client';
import { ENGLISH } from '@/lib/i18n/english';
import { acceptLanguage } from '@/lib/i18n/languages';
import { dispatch } from '@/lib/messages/dispatch';
import type { Sender } from '@/lib/messages/protocol';
import type { Question, Reply } from '@/lib/messages/reply';
import { dialFormatOf } from '@/lib/phone/dial-format';
import { createRecognise } from '@/lib/phone/recognise';
import { alertRecord } from '@/lib/platform/alert-record';
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
import { notes, onNotes } from '@/lib/platform/notifications';
import { hostPermission, onPermissionsChanged } from '@/lib/platform/permissions';
import { rememberedLogin } from '@/lib/platform/remembered-login';
import { openRingDesk } from '@/lib/platform/ring-desk';
import { createRinger } from '@/lib/platform/ringer';
import { watchSettings } from '@/lib/platform/settings';
import { sessionStore } from '@/lib/platform/store';
import { onToolbarButton, setToolbarPlace } from '@/lib/platform/toolbar-button';
import { loadPageWords, watchWords } from '@/lib/platform/words';
import { createAlertKeeper } from '@/lib/session/alert-keeper';
import { createSession } from '@/lib/session/session';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';

/** Enough of a selection that holds no number to tell which one it was. */
const SHOWN_OF_SELECTION = 40;
const GONE: Reply = { ok: false, error: { kind: 'missing', messages: [] } };

export default defineBackground(() => {
  const clock = systemClock;
  const lifetime = createLifetime();
  const sites = createSites();
  const recognise = createRecognise('CZ');
  let words = ENGLISH;
  const wordsKnown = new Promise<void>((resolve) => {
    watchWords((next) => {
      words = next;
      resolve();
      void speak();
    }, ENGLISH);
  });

  let settings = DEFAULT_SETTINGS;
  const settingsKnown = new Promise<void>((resolve) => {
    watchSettings((next) => {
      settings = next;
      resolve();
      void setToolbarPlace(next.toolbarPlace);
      void checkAlerts();
    });
  });
  const known = Promise.all([wordsKnown, settingsKnown]);

  const server = (origin: string) => ({
    origin,
    clock,
    fetch: (input: string, init: RequestInit) => fetch(input, init),
    get language() {
      return acceptLanguage(words.language, navigator.languages);
    },
  });

  const drawBadge = (state: AgentState) =>
    void known.then(() => showBadge(badgeOf(state, clock.now(), words.t, settings.alerts)));
  const signedInOrigin = ({ signIn }: AgentState) =>
    signIn.phase === 'signedIn' ? signIn.origin : null;

  const alerts = createAlertKeeper({
    clock,
    store: alertRecord,
    async context() {
      await known;
      return { settings: settings.alerts, words };
    },
    notes,
    ringer: createRinger(),
    openDesk: openRingDesk,
  });

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
      void alerts.show(state);
      if (state.signIn.phase === 'signedOut') lifetime.letSleep();
      else lifetime.stayAlive();
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

  async function checkAlerts(): Promise<void> {
    await session.resume();
    drawBadge(session.state);
    await alerts.show(session.state);
  }

  async function noticed(id: string): Promise<void> {
    await session.resume();
    await alerts.noticed(id, session.state);
  }

  async function pressed(id: string, button: number): Promise<void> {
    await known;
    await session.resume();
    const { asked, request } = askedBy(id, button, session.state, settings.acceptDevice);
    const [reply] = await Promise.all([
      request === null ? GONE : answer(request, 'extension'),
      alerts.noticed(id, session.state),
    ]);
    if (!reply.ok) await session.notifyAsked(asked, reply.error);
  }

  const ports = {
    session,
    recognise: async (questions: readonly Question[]) => recognise(questions),
    pageWords: () => loadPageWords(words.language),
    checkAlerts,
  };

  onMessage(answer);
  // What is shown grows old even while nothing comes in.
  onRevived(checkAlerts);
  onNotes({
    clicked: (id) => void noticed(id).then(openRingDesk),
    pressed: (id, button) => void pressed(id, button),
    putAway: (id) => void noticed(id),
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
  onCallEntryClicked((selection) => void callSelection(selection));
  self.addEventListener('online', () => void session.hurry());
  void session.resume();
});
