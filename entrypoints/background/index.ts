import { defineBackground } from 'wxt/utils/define-background';
import type { Asked } from '@/lib/agent/asked';
import { badgeOf } from '@/lib/agent/badge';
import { askedBy } from '@/lib/agent/note-buttons';
import type { AgentState } from '@/lib/agent/state';
import { isTestNote } from '@/lib/agent/test-ring';
import { createDaktelaClient, createLoginClient } from '@/lib/daktela/client';
import type { Failure } from '@/lib/daktela/failure';
import { ENGLISH } from '@/lib/i18n/english';
import { acceptLanguage } from '@/lib/i18n/languages';
import { dispatch } from '@/lib/messages/dispatch';
import type { PageAddress, Sender } from '@/lib/messages/protocol';
import type { PageHello, Question, Recognised } from '@/lib/messages/reply';
import { applyTaught } from '@/lib/phone/taught';
import { alertRecord } from '@/lib/platform/alert-record';
import { onAlertTest } from '@/lib/platform/alert-test';
import { showBadge } from '@/lib/platform/badge';
import { createSites } from '@/lib/platform/click-to-call-sites';
import { systemClock } from '@/lib/platform/clock';
import { closeStorageToPages } from '@/lib/platform/closed-storage';
import { onKeyCommands, onStepCommands } from '@/lib/platform/commands';
import {
  createMenu,
  type MenuEntry,
  onMenuClicked,
  showMenu,
  titleMenu,
} from '@/lib/platform/context-menu';
import { eventStore } from '@/lib/platform/event-store';
import { historyStore } from '@/lib/platform/history-store';
import {
  computerState,
  onComputerState,
  setIdleAfter,
  takesOwnChangesForPeople,
} from '@/lib/platform/idle';
import { onLifeline } from '@/lib/platform/lifelines';
import { createLifetime, onInstalled, onRevived } from '@/lib/platform/lifetime';
import { onMessage } from '@/lib/platform/messages';
import { createNotes, onNotes } from '@/lib/platform/notifications';
import { onOmnibox } from '@/lib/platform/omnibox';
import { onCardWanted } from '@/lib/platform/page-card';
import { createPageDials } from '@/lib/platform/page-dials';
import { hostPermission, onPermissionsChanged } from '@/lib/platform/permissions';
import { readPolicy } from '@/lib/platform/policy';
import { rememberedLogin } from '@/lib/platform/remembered-login';
import { openRingDesk } from '@/lib/platform/ring-desk';
import { createRinger } from '@/lib/platform/ringer';
import { openScreenPop } from '@/lib/platform/screen-pop-tab';
import { onCallSelection } from '@/lib/platform/selection';
import { onPart, watchSettings } from '@/lib/platform/settings';
import { sessionStore } from '@/lib/platform/store';
import { addTaught, onTaughtChanged, readTaught } from '@/lib/platform/taught-numbers';
import { onToolbarButton, setToolbarPlace } from '@/lib/platform/toolbar-button';
import { loadPageWords, loadWords, watchWords } from '@/lib/platform/words';
import { createAlertKeeper } from '@/lib/session/alert-keeper';
import { createAlertTest } from '@/lib/session/alert-test';
import { createComputerWatch } from '@/lib/session/computer-watch';
import { createDialDesk } from '@/lib/session/dial-desk';
import { createEventLog } from '@/lib/session/event-log';
import { createKeyDesk } from '@/lib/session/key-desk';
import { createSession } from '@/lib/session/session';
import { createUnseenCalls } from '@/lib/session/unseen-calls';
import { lookOf } from '@/lib/settings/marks';
import { isLocked, NO_POLICY, requiredOrigin } from '@/lib/settings/policy';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';
import { type TaughtAs, teachableDigits } from '@/lib/settings/taught-numbers';

/** Enough of a selection that holds no number to tell which one it was. */
const SHOWN_OF_SELECTION = 40;
const MINUTE_MS = 60_000;
const JUST_STARTED_MS = 1_000;

export default defineBackground(() => {
  const clock = systemClock;
  const startedAtMs = clock.now();
  const lifetime = createLifetime();
  const sites = createSites();
  const dialDesk = createDialDesk(navigator.languages);
  const pageDials = createPageDials(() => clock.now());
  let words = ENGLISH;
  const wordsKnown = new Promise<void>((resolve) => {
    watchWords(
      loadWords,
      (next) => {
        words = next;
        resolve();
        void speak();
      },
      ENGLISH,
    );
  });

  let settings = DEFAULT_SETTINGS;
  let policy = NO_POLICY;
  let areSettingsKnown = false;
  const settingsKnown = new Promise<void>((resolve) => {
    // All are called at every start too.
    watchSettings(
      (next, given) => {
        settings = next;
        policy = given;
        void setToolbarPlace(next.toolbarPlace);
        if (dialDesk.use(next.dialling) && areSettingsKnown) void sites.tell({ type: 'reread' });
        areSettingsKnown = true;
        resolve();
        void checkAlerts();
      },
      onPart(
        ({ sites: wanted }, given) => [wanted, isLocked(given, 'sites.listed')],
        () => void reconcileSites(),
      ),
      onPart(
        ({ idle }) => idle,
        () => void checkIdle(),
      ),
      onPart(
        (_, given) => requiredOrigin(given),
        () => void session.checkAddress(),
      ),
      onPart(
        ({ marks }) => marks,
        (marks) => void sites.tell({ type: 'look', ...lookOf(marks) }),
      ),
    );
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

  const atComputer = takesOwnChangesForPeople()
    ? createComputerWatch(computerState, clock)
    : { stirred() {}, computer: computerState };

  let badgeText: string | null = null;
  const drawBadge = (state: AgentState) =>
    void known.then(() => {
      const badge = badgeOf(state, clock.now(), words.t, settings.alerts);
      if (badge.text !== badgeText) atComputer.stirred();
      badgeText = badge.text;
      return showBadge(badge);
    });
  function openDesk(): Promise<void> {
    atComputer.stirred();
    return openRingDesk();
  }
  const signedInOrigin = ({ signIn }: AgentState) =>
    signIn.phase === 'signedIn' ? signIn.origin : null;

  const alertTest = createAlertTest(clock);
  const alerts = createAlertKeeper({
    clock,
    store: alertRecord,
    async context() {
      await known;
      return { settings: alertTest.settings(settings.alerts), words };
    },
    notes: createNotes(),
    ringer: createRinger(),
    openDesk,
  });

  const log = createEventLog({ clock, store: eventStore });
  log.note({ kind: 'workerStarted' });

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
    requiredOrigin: async () => requiredOrigin(await readPolicy()),
    show(state) {
      drawBadge(state);
      void pageDials.follow(state);
      keyDesk.show(state);
      void alerts.show(alertTest.seen(state, words.t));
      if (state.signIn.phase === 'signedOut') lifetime.letSleep();
      else lifetime.stayAlive();
    },
    screenPop: {
      async settings() {
        await known;
        return settings.screenPop;
      },
      formsOf: dialDesk.formsOf,
      open(url, reuseTab) {
        atComputer.stirred();
        return openScreenPop(url, reuseTab);
      },
    },
    note: log.note,
    idle: {
      async settings() {
        await known;
        return { settings: settings.idle, readyDevice: settings.readyDevice };
      },
      computer: atComputer.computer,
    },
    async reconcileSites(state) {
      await showMenu(signedInOrigin(state) !== null);
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
    await titleMenu(menuTitle);
    await sites.tell({ type: 'words', words: await loadPageWords(words.language) });
  }

  /** Who asks first after a start waits those few milliseconds, so as to be answered in their language. */
  async function answer(message: unknown, sender: Sender, page: PageAddress | null = null) {
    await known;
    return dispatch(message, sender, ports, page);
  }

  async function recogniseFor(
    questions: readonly Question[],
    language: string,
    host: string | null,
  ): Promise<Recognised> {
    const taught = (await readTaught()).filter((one) => one.host === host);
    const verdicts = dialDesk.recognise(questions, language);
    return questions.flatMap(({ text }, index) => {
      const verdict = verdicts[index];
      return verdict ? [applyTaught(verdict, text, taught)] : [];
    });
  }

  /** Every page that loads asks for it, so nothing is read for it that is known. */
  async function hello(page: PageAddress | null): Promise<PageHello> {
    await known;
    await session.resume();
    const origin = signedInOrigin(session.state);
    if (page && !(await sites.isOn(page, { settings, policy }, origin))) return null;
    return { words: await loadPageWords(words.language), look: lookOf(settings.marks) };
  }

  async function teach(host: string, text: string, as: TaughtAs): Promise<boolean> {
    const digits = teachableDigits(text);
    if (digits === null) return false;
    await addTaught([{ host, digits, as, text: text.trim(), atMs: clock.now() }]);
    return true;
  }

  async function describe(typed: string): Promise<string> {
    await known;
    await session.resume();
    return unseenCalls.describe(typed, signedInOrigin(session.state) !== null, words);
  }

  async function teachSelection(selection: string, as: TaughtAs, address: string): Promise<void> {
    if (await teach(new URL(address).host, selection, as)) return;
    const text = selection.trim().slice(0, SHOWN_OF_SELECTION);
    await session.notify(crypto.randomUUID(), text, { kind: 'notANumber', messages: [] });
  }

  async function checkAlerts(): Promise<void> {
    await session.resume();
    drawBadge(session.state);
    await alerts.show(alertTest.seen(session.state, words.t));
  }

  async function noticed(id: string): Promise<void> {
    await session.resume();
    await alerts.noticed(id, alertTest.seen(session.state, words.t));
  }

  async function tryOut(asked: Asked): Promise<Failure | null> {
    if (asked.request === null) return { kind: asked.problem, messages: [] };
    const reply = await answer(asked.request, 'extension');
    return reply.ok ? null : reply.error;
  }

  async function pressed(id: string, button: number): Promise<void> {
    if (isTestNote(id)) return noticed(id);
    await known;
    await session.resume();
    const asked = askedBy(id, button, session.state, settings);
    const [failure] = await Promise.all([tryOut(asked), alerts.noticed(id, session.state)]);
    if (failure) {
      const activity = asked.request === null ? undefined : asked.activity;
      await session.notifyAsked(asked.asked, failure, activity);
    }
  }

  const keyDesk = createKeyDesk({
    session,
    clock,
    async choices() {
      await known;
      return { ...settings, ...settings.shortcuts };
    },
    answer: (request) => answer(request, 'extension'),
    openDesk,
  });

  async function checkIdle(): Promise<void> {
    await known;
    setIdleAfter(settings.idle.minutes * MINUTE_MS);
    await session.checkIdle();
  }

  const menuTitle = (entry: MenuEntry) => words.t(`menu.${entry}`);
  const plan = (text: string) => dialDesk.plan(session.state, text);
  const unseenCalls = createUnseenCalls({
    dial: (id, text) => answer({ type: 'dial', id, text }, 'extension'),
    plan,
    notify: session.notify,
    newId: () => crypto.randomUUID(),
  });

  const ports = {
    session,
    recognise: recogniseFor,
    plan,
    hello,
    teach,
    checkAlerts,
  };

  void closeStorageToPages();
  onMessage(answer);
  onCardWanted();
  onStepCommands();
  onKeyCommands((key) => {
    log.note({ kind: 'key', key });
    void keyDesk.pressed(key);
  });
  onLifeline(() => {});
  // What is shown grows old even while nothing comes in.
  onRevived(() => {
    // It comes to a background that runs as well.
    if (clock.now() - startedAtMs < JUST_STARTED_MS) log.note({ kind: 'woken' });
    return checkAlerts();
  });
  onAlertTest(
    (rungs, stop) => {
      alertTest.start(rungs, stop);
      void checkAlerts();
    },
    () => {
      alertTest.end();
      void checkAlerts();
    },
  );
  onNotes({
    clicked: (id) => void noticed(id).then(openRingDesk),
    pressed: (id, button) => void pressed(id, button),
    putAway: (id) => void noticed(id),
  });
  onInstalled(async () => {
    await wordsKnown;
    await createMenu(menuTitle, false);
    await session.resume();
    await showMenu(signedInOrigin(session.state) !== null);
    // Pages that are open have the script of the version before, or none.
    await sites.reconcile(signedInOrigin(session.state));
  });
  onPermissionsChanged(async () => {
    await session.checkPermission();
    await sites.reconcile(signedInOrigin(session.state));
  });
  onComputerState(() => void checkIdle());
  onToolbarButton();
  onTaughtChanged(() => void sites.tell({ type: 'reread' }));
  onMenuClicked((entry, text, address) => {
    if (entry === 'callSelection' || entry === 'callLink') void unseenCalls.call(text);
    else if (address)
      void teachSelection(text, entry === 'notPhone' ? 'notPhone' : 'phone', address);
  });
  onCallSelection((selection) => void unseenCalls.call(selection));
  onOmnibox(describe, (typed) => void unseenCalls.call(typed));
  self.addEventListener('online', () => void session.networkBack());
  void session.resume();
});
