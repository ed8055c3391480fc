import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Pause } from '@/lib/daktela/pause';
import type { Language } from '@/lib/i18n/languages';
import type { SettingsTranslate, SettingsWords } from '@/lib/i18n/settings-words';
import type { Policy } from '@/lib/settings/policy';
import type { SettingPath, Values } from '@/lib/settings/setting-paths';
import type { Settings } from '@/lib/settings/settings';
import type { TaughtNumber } from '@/lib/settings/taught-numbers';
import type { AlertPorts } from './alert-ports';

/** What the agent may be while away, and whether the browser tells who is. */
export interface IdlePorts {
  /** Those that the agent may start; none while nobody is signed in. */
  readonly pauses: ReadonlySignal<readonly Pause[]>;
  /** Who is always logged in cannot go unready. */
  readonly isStaticLogin: ReadonlySignal<boolean>;
  readonly isAllowed: ReadonlySignal<boolean>;
  /** Whether the browser tells when the computer is locked. */
  readonly tellsLocked: boolean;
  /** Opens the browser's prompt where it has one; must be called in the very click. */
  allow(): Promise<boolean>;
  /** Gives the permission back. */
  disallow(): Promise<void>;
}

/** Everything the settings need from the world outside. */
export interface SettingsPorts {
  /** Null until those of the chosen language are there. */
  readonly words: ReadonlySignal<SettingsWords | null>;
  /** Null until the stored ones were read. */
  readonly settings: ReadonlySignal<Settings | null>;
  /** What the administrator has given and locked of them. */
  readonly policy: ReadonlySignal<Policy>;
  /** Rejects when the browser does not keep them. */
  changeValues(values: Values): Promise<void>;
  /** All that was chosen, to be put back later; what it is made of is the store's own matter. */
  readChosen(): Promise<unknown>;
  /** An empty object stands for nothing chosen. Rejects when the browser does not keep it. */
  restoreChosen(chosen: unknown): Promise<void>;
  /** The one of our languages that the browser asks for. */
  readonly browserLanguage: Language;
  /** The host permissions that the browser has given. */
  readonly granted: ReadonlySignal<readonly string[]>;
  /** Of the signed-in instance, null while nobody is. */
  readonly daktelaOrigin: ReadonlySignal<string | null>;
  /** Opens the browser's prompt; must be called in the very click. */
  allow(origins: readonly string[]): Promise<boolean>;
  /** Gives permissions back to the browser. */
  disallow(origins: readonly string[]): Promise<void>;
  readonly taught: ReadonlySignal<readonly TaughtNumber[]>;
  /** Both reject when the browser does not keep it. */
  addTaught(numbers: readonly TaughtNumber[]): Promise<void>;
  removeTaught(number: TaughtNumber): Promise<void>;
  /** ISO code of the country that goes with the browser's languages. */
  readonly browserCountry: string;
  readonly alerts: AlertPorts;
  readonly idle: IdlePorts;
  /** What those who help may read. */
  makeReport(): Promise<string>;
  /** Rejects when the browser does not allow it. */
  copy(text: string): Promise<void>;
}

export interface SettingsDesk extends Omit<SettingsPorts, 'words' | 'settings'> {
  readonly t: SettingsTranslate;
  /** For what `Intl` writes. */
  readonly language: Language;
  readonly settings: Settings;
  /** A country by its name in that language. */
  countryName(code: string): string;
  /** Whether an administrator has set it for good. */
  isLocked(path: SettingPath): boolean;
  /** Saves a change, or says that it was not saved. */
  change(changes: Partial<Settings>): void;
  /** Does what is to be stored, or says that it was not. Resolves true when it was. */
  save(work: Promise<void>): Promise<boolean>;
  /** What is looked for in the settings; empty for all of them. */
  readonly searched: string;
}

const SettingsContext = createContext<SettingsDesk | null>(null);

export const SettingsProvider = SettingsContext.Provider;

export function useSettings(): SettingsDesk {
  const desk = useContext(SettingsContext);
  if (!desk) throw new Error('This component needs a SettingsProvider above it.');
  return desk;
}
