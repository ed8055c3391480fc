import { defineBackground } from 'wxt/utils/define-background';
import { badgeOf } from '@/lib/agent/badge';
import type { AgentState } from '@/lib/agent/state';
import { createDaktelaClient, createLoginClient } from '@/lib/daktela/client';
import { ENGLISH } from '@/lib/i18n/english';
import { acceptLanguage } from '@/lib/i18n/languages';
import { dispatch } from '@/lib/messages/dispatch';
import type { PageAddress, Sender } from '@/lib/messages/protocol';
import type { PageHello, Question, Recognised } from '@/lib/messages/reply';
import { dialFormatOf } from '@/lib/phone/dial-format';
import { createRecognise } from '@/lib/phone/recognise';
import { applyTaught } from '@/lib/phone/taught';
import { showBadge } from '@/lib/platform/badge';
import { createSites } from '@/lib/platform/click-to-call-sites';
import { systemClock } from '@/lib/platform/clock';
import {
  createCallEntry,
  createTeachEntries,
  onCallEntryClicked,
  onTeachEntryClicked,
  showCallEntry,
  showTeachEntries,
  titleCallEntry,
  titleTeachEntries,
} from '@/lib/platform/context-menu';
import { historyStore } from '@/lib/platform/history-store';
import { createLifetime, onInstalled, onRevived } from '@/lib/platform/lifetime';
import { onMessage } from '@/lib/platform/messages';
import { hostPermission, onPermissionsChanged } from '@/lib/platform/permissions';
import { rememberedLogin } from '@/lib/platform/remembered-login';
import { readSettings, watchPart, watchSettings } from '@/lib/platform/settings';
import { sessionStore } from '@/lib/platform/store';
import { addTaught, onTaughtChanged, readTaught } from '@/lib/platform/taught-numbers';
import { onToolbarButton, setToolbarPlace } from '@/lib/platform/toolbar-button';
import { loadPageWords, watchWords } from '@/lib/platform/words';
import { createSession } from '@/lib/session/session';
import { lookOf } from '@/lib/settings/marks';
import { type TaughtAs, teachableDigits } from '@/lib/settings/taught-numbers';

/** Enough of a selection that holds no number to tell which one it was. */
const SHOWN_OF_SELECTION = 40;

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
  const teachTitles = () => ({
    phone: words.t('menu.thisIsPhone'),
    notPhone: words.t('menu.notPhone'),
  });
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
    async reconcileSites(state) {
      await showCallEntry(signedInOrigin(state) !== null);
      await showTeachEntries(signedInOrigin(state) !== null);
      await sites.reconcile(signedInOrigin(state));
    },
  });

  async function reconcileSites(): Promise<void> {
    await session.resume();
    await sites.reconcile(signedInOrigin(session.state));
  }

  /** Says everything that stands outside our own pages in the language that is now chosen. */
  async function speak(): Promise<void> {
    await session.resume();
    drawBadge(session.state);
    await titleCallEntry(words.t('menu.callSelection'));
    await titleTeachEntries(teachTitles());
    await sites.tell({ type: 'words', words: await loadPageWords(words.language) });
  }

  /** Who asks first after a start waits those few milliseconds, so as to be answered in their language. */
  async function answer(message: unknown, sender: Sender, page: PageAddress | null = null) {
    await wordsKnown;
    return dispatch(message, sender, ports, page);
  }

  async function recogniseFor(
    questions: readonly Question[],
    _language: string,
    host: string | null,
  ): Promise<Recognised> {
    const taught = (await readTaught()).filter((one) => one.host === host);
    const verdicts = recognise(questions);
    return questions.flatMap(({ text }, index) => {
      const verdict = verdicts[index];
      return verdict ? [applyTaught(verdict, text, taught)] : [];
    });
  }

  async function hello(page: PageAddress | null): Promise<PageHello> {
    await session.resume();
    if (page && !(await sites.isOn(page, signedInOrigin(session.state)))) return null;
    const [pageWords, { marks }] = await Promise.all([
      loadPageWords(words.language),
      readSettings(),
    ]);
    return { words: pageWords, look: lookOf(marks) };
  }

  async function teach(host: string, text: string, as: TaughtAs): Promise<boolean> {
    const digits = teachableDigits(text);
    if (digits === null) return false;
    await addTaught([{ host, digits, as, text: text.trim(), atMs: clock.now() }]);
    return true;
  }

  async function callSelection(selection: string): Promise<void> {
    const id = crypto.randomUUID();
    const text = dialFormatOf(selection) ?? selection.trim().slice(0, SHOWN_OF_SELECTION);
    const reply = await answer({ type: 'dial', id, text }, 'extension');
    if (!reply.ok) await session.notify(id, text, reply.error);
  }

  async function teachSelection(selection: string, as: TaughtAs, address: string): Promise<void> {
    if (await teach(new URL(address).host, selection, as)) return;
    const text = selection.trim().slice(0, SHOWN_OF_SELECTION);
    await session.notify(crypto.randomUUID(), text, { kind: 'notANumber', messages: [] });
  }

  const ports = {
    session,
    recognise: recogniseFor,
    hello,
    teach,
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
    createTeachEntries(teachTitles(), false);
    await session.resume();
    await showCallEntry(signedInOrigin(session.state) !== null);
    await showTeachEntries(signedInOrigin(session.state) !== null);
    // Pages that are open have the script of the version before, or none.
    await sites.reconcile(signedInOrigin(session.state));
  });
  onPermissionsChanged(async () => {
    await session.checkPermission();
    await sites.reconcile(signedInOrigin(session.state));
  });
  onToolbarButton();
  watchSettings(({ toolbarPlace }) => void setToolbarPlace(toolbarPlace));
  // They call at every start too.
  watchPart(
    ({ sites: wanted }) => wanted,
    () => void reconcileSites(),
  );
  watchPart(
    ({ marks }) => marks,
    (marks) => void sites.tell({ type: 'look', ...lookOf(marks) }),
  );
  onTaughtChanged(() => void sites.tell({ type: 'reread' }));
  onCallEntryClicked((selection) => void callSelection(selection));
  onTeachEntryClicked((...lesson) => void teachSelection(...lesson));
  self.addEventListener('online', () => void session.hurry());
  void session.resume();
});
