import { signal } from '@preact/signals';
import { render } from 'preact';
import { App } from '@/components/app';
import type { DeskPorts, FrontSite } from '@/components/desk-ports';
import '@/components/styles/desk.css';
import { type History, NO_HISTORY } from '@/lib/agent/history';
import type { UnansweredRings } from '@/lib/agent/ring-time';
import type { AgentState } from '@/lib/agent/state';
import type { StatusChoices } from '@/lib/agent/status-choices';
import type { Words } from '@/lib/i18n/words';
import type { PageNumbers } from '@/lib/messages/page-numbers';
import type { DialPlan } from '@/lib/messages/reply';
import { watchRings } from '@/lib/platform/alert-record';
import { openDeskWindow, rememberBounds } from '@/lib/platform/desk-window';
import { createFrontTab } from '@/lib/platform/front-tab';
import { watchHistory } from '@/lib/platform/history-store';
import { send } from '@/lib/platform/messages';
import { openSettings } from '@/lib/platform/options';
import { watchPageWords } from '@/lib/platform/page-words';
import {
  grantedOrigins,
  onPermissionsChanged,
  requestAllSites,
  requestOrigin,
} from '@/lib/platform/permissions';
import { changeValues, watchSettings } from '@/lib/platform/settings';
import { createSidePanel, hasSidePanel } from '@/lib/platform/side-panel';
import { readDraft, saveDraft } from '@/lib/platform/sign-in-draft';
import { saveStatusChoices, watchStatusChoices } from '@/lib/platform/status-choices';
import { watchState } from '@/lib/platform/store';
import { isButtonPinned } from '@/lib/platform/toolbar-button';
import { loadWords } from '@/lib/platform/words';
import type { SignInDraft } from '@/lib/session/sign-in';
import { changesOf, NO_POLICY, type Policy } from '@/lib/settings/policy';
import { DEFAULT_SETTINGS, PLACES, placeOf, type Settings } from '@/lib/settings/settings';

// The popup, the side panel and the window are this one program; their pages differ in this word.
const place = placeOf(document.documentElement.dataset.place);
const state = signal<AgentState | null>(null);
const words = signal<Words | null>(null);
const nowMs = signal(Date.now());
const draft = signal<SignInDraft | null>(null);
const settings = signal<Settings>(DEFAULT_SETTINGS);
const rings = signal<UnansweredRings>({});
const policy = signal<Policy>(NO_POLICY);
const history = signal<History>(NO_HISTORY);
const statusChoices = signal<StatusChoices>({});
const site = signal<FrontSite>({ address: null, granted: null });
const isPinned = signal(true);
const pageNumbers = signal<readonly PageNumbers[]>([]);

const frontTab = createFrontTab(place, () => void readSite());
// Nobody has to wait for it to see the desk.
const numbersOf = import('@/lib/platform/page-numbers').then(({ createPageNumbers }) =>
  createPageNumbers((frames) => {
    pageNumbers.value = frames;
  }),
);
const sidePanel = createSidePanel();

async function readSite(): Promise<void> {
  const [tab, granted] = await Promise.all([frontTab(), grantedOrigins()]);
  site.value = { address: tab?.address ?? null, granted };
  (await numbersOf)(tab?.id ?? null);
}

async function showIn(other: 'panel' | 'window'): Promise<void> {
  await (other === 'panel' ? sidePanel.open() : openDeskWindow());
  if (place === 'popup') window.close();
}

const ports: DeskPorts = {
  state,
  nowMs,
  site,
  pageNumbers,
  draft,
  saveDraft,
  settings,
  policy,
  changeSettings(changes) {
    void changeValues(changesOf(settings.value, changes));
  },
  rings,
  history,
  statusChoices,
  saveStatusChoices(choices) {
    statusChoices.value = choices;
    saveStatusChoices(choices);
  },
  copy: (text) => navigator.clipboard.writeText(text),
  isButtonPinned: isPinned,
  place,
  places: PLACES.filter((each) => each !== 'panel' || hasSidePanel()),
  showIn: (other) => void showIn(other),
  send,
  async planDial(text) {
    const reply = await send<DialPlan>({ type: 'plan', text });
    return reply.ok ? reply.value : null;
  },
  words,
  requestHost: requestOrigin,
  requestAllSites,
  newId: () => crypto.randomUUID(),
  openSettings,
};

watchPageWords(loadWords, (next) => {
  words.value = next;
});
watchState((next) => {
  state.value = next;
  nowMs.value = Date.now();
});
watchSettings((next, given) => {
  policy.value = given;
  settings.value = next;
});
watchRings((next) => {
  rings.value = next;
});
watchHistory((next) => {
  history.value = next;
});
watchStatusChoices((next) => {
  statusChoices.value = next;
});
onPermissionsChanged(readSite);
setInterval(() => {
  nowMs.value = Date.now();
}, 1000);
if (place === 'window') rememberBounds();
void readSite();
if (place === 'popup') {
  void isButtonPinned().then((pinned) => {
    isPinned.value = pinned;
  });
}
// A worker that was stopped is back the moment the agent looks; nothing here waits for it.
void send({ type: 'session.hurry' });
void readDraft().then((kept) => {
  draft.value = kept;
});

const root = document.getElementById('app');
if (root) render(<App ports={ports} />, root);
