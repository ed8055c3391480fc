import { signal } from '@preact/signals';
import type { DeskPorts, FrontSite } from '@/components/desk-ports';
import { type History, NO_HISTORY } from '@/lib/agent/history';
import type { UnansweredRings } from '@/lib/agent/ring-time';
import type { AgentState } from '@/lib/agent/state';
import type { StatusChoices } from '@/lib/agent/status-choices';
import { ENGLISH } from '@/lib/i18n/english';
import type { Words } from '@/lib/i18n/words';
import type { PageNumbers } from '@/lib/messages/page-numbers';
import type { Request } from '@/lib/messages/protocol';
import type { DialPlan, Reply } from '@/lib/messages/reply';
import type { Send } from '@/lib/messages/send';
import type { SignInDraft } from '@/lib/session/sign-in';
import { NO_POLICY, type Policy } from '@/lib/settings/policy';
import { DEFAULT_SETTINGS, PLACES, type Place, type Settings } from '@/lib/settings/settings';
import { NOW_MS } from './builders';

const OK: Reply<never> = { ok: true, value: undefined as never };

/** What the views need of the world outside, with stand-ins for the background and the browser. */
export function createStandIns(first: AgentState | null, firstWords: Words | null = ENGLISH) {
  const state = signal(first);
  const words = signal(firstWords);
  const nowMs = signal(NOW_MS);
  const site = signal<FrontSite>({ address: null, granted: [] });
  const pageNumbers = signal<readonly PageNumbers[]>([]);
  const isButtonPinned = signal(true);
  const draft = signal<SignInDraft | null>(null);
  const settings = signal<Settings>(DEFAULT_SETTINGS);
  const rings = signal<UnansweredRings>({});
  const policy = signal<Policy>(NO_POLICY);
  const history = signal<History>(NO_HISTORY);
  const statusChoices = signal<StatusChoices>({});
  const copied: string[] = [];
  const clipboard = { open: true };
  const sent: Request[] = [];
  const saved: SignInDraft[] = [];
  const asked: string[] = [];
  const shown: Place[] = [];
  const answers: ((request: Request) => Promise<Reply<never>>)[] = [];
  const permission = { granted: true };
  const plans: Record<string, DialPlan> = {};

  const send: Send = <T>(request: Request) => {
    sent.push(request);
    const answer = answers.shift();
    return (answer ? answer(request) : Promise.resolve(OK)) as Promise<Reply<T>>;
  };
  const ask = (what: string) => {
    asked.push(what);
    return Promise.resolve(permission.granted);
  };
  const ports: DeskPorts = {
    state,
    nowMs,
    site,
    pageNumbers,
    draft,
    send,
    planDial: async (text) => plans[text] ?? null,
    words,
    settings,
    policy,
    changeSettings: (changes) => {
      settings.value = { ...settings.value, ...changes };
    },
    rings,
    history,
    statusChoices,
    saveStatusChoices: (choices) => {
      statusChoices.value = choices;
    },
    copy: async (text) => {
      if (!clipboard.open) throw new Error('Not allowed');
      copied.push(text);
    },
    isButtonPinned,
    place: 'popup',
    places: PLACES,
    showIn: (place) => shown.push(place),
    saveDraft: (kept) => saved.push(kept),
    requestHost: ask,
    requestAllSites: () => ask('all sites'),
    newId: () => 'dial-1',
    openSettings: () => asked.push('settings'),
  };
  return {
    ports,
    state,
    words,
    nowMs,
    site,
    pageNumbers,
    isButtonPinned,
    draft,
    settings,
    rings,
    policy,
    history,
    statusChoices,
    copied,
    clipboard,
    sent,
    saved,
    asked,
    shown,
    permission,
    /** What will come of dialling each text. */
    plans,
    /** How the background answers the next request. */
    answerNext: (reply: Reply<never> | Promise<Reply<never>>) =>
      answers.push(() => Promise.resolve(reply)),
    /** The state as a pull that came after the click would leave it. */
    pulled: (next: AgentState) => {
      state.value = { ...next, changedAtMs: Date.now() + 1 };
    },
  };
}
