import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { History } from '@/lib/agent/history';
import type { UnansweredRings } from '@/lib/agent/ring-time';
import type { AgentState } from '@/lib/agent/state';
import type { StatusChoices } from '@/lib/agent/status-choices';
import type { Language } from '@/lib/i18n/languages';
import type { Translate } from '@/lib/i18n/translate';
import type { Words } from '@/lib/i18n/words';
import type { PageNumbers } from '@/lib/messages/page-numbers';
import type { DialPlan } from '@/lib/messages/reply';
import type { Send } from '@/lib/messages/send';
import type { SignInDraft } from '@/lib/session/sign-in';
import type { Policy } from '@/lib/settings/policy';
import type { Place, Settings } from '@/lib/settings/settings';
import type { Commands } from './commands';

/** What the browser tells about the page in front, and what it allows. */
export interface FrontSite {
  /** Null when it is not told. */
  readonly address: string | null;
  /** Host permissions that the browser has given; null until they were read. */
  readonly granted: readonly string[] | null;
}

/** Everything the views need from the world outside. */
export interface DeskPorts {
  /** Null until the stored state was read. */
  readonly state: ReadonlySignal<AgentState | null>;
  /** Epoch milliseconds, once a second. */
  readonly nowMs: ReadonlySignal<number>;
  readonly site: ReadonlySignal<FrontSite>;
  /** What the frames of the page in front say of themselves; empty where nobody answers. */
  readonly pageNumbers: ReadonlySignal<readonly PageNumbers[]>;
  /** Null until those of the chosen language are there. */
  readonly words: ReadonlySignal<Words | null>;
  readonly send: Send;
  /** What will come of dialling the text; null when nothing will or nobody knows. */
  planDial(text: string): Promise<DialPlan | null>;
  readonly draft: ReadonlySignal<SignInDraft | null>;
  saveDraft(draft: SignInDraft): void;
  readonly settings: ReadonlySignal<Settings>;
  /** What the administrator has given and locked of them. */
  readonly policy: ReadonlySignal<Policy>;
  changeSettings(changes: Partial<Settings>): void;
  /** How long rings lasted that nobody took, by which their length is learned. */
  readonly rings: ReadonlySignal<UnansweredRings>;
  readonly history: ReadonlySignal<History>;
  /** Statuses chosen for activities that are still open, in any window of the desk. */
  readonly statusChoices: ReadonlySignal<StatusChoices>;
  saveStatusChoices(choices: StatusChoices): void;
  /** Puts the text on the clipboard; rejects where the browser does not allow it. */
  copy(text: string): Promise<void>;
  /** False in a popup whose toolbar button, and with it the badge, is hidden in a menu of the browser. */
  readonly isButtonPinned: ReadonlySignal<boolean>;
  /** Where this very page is shown. */
  readonly place: Place;
  /** Where this browser can show the desk. */
  readonly places: readonly Place[];
  /** Shows the desk there as well; must be called in the very click. */
  showIn(place: 'panel' | 'window'): void;
  /** Opens the browser's prompt; must be called in the very click. */
  requestHost(origin: string): Promise<boolean>;
  requestAllSites(): Promise<boolean>;
  newId(): string;
  openSettings(): void;
}

export interface Desk extends DeskPorts {
  readonly t: Translate;
  /** For what `Intl` writes. */
  readonly language: Language;
  readonly commands: Commands;
}

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This component needs a DeskProvider above it.');
  return desk;
}
