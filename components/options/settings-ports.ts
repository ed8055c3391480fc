import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '@/lib/i18n/languages';
import type { Translate } from '@/lib/i18n/translate';
import type { Words } from '@/lib/i18n/words';
import type { Settings } from '@/lib/settings/settings';

/** Everything the settings need from the world outside. */
export interface SettingsPorts {
  /** Null until those of the chosen language are there. */
  readonly words: ReadonlySignal<Words | null>;
  /** Null until the stored ones were read. */
  readonly settings: ReadonlySignal<Settings | null>;
  /** Rejects when the browser does not keep them. */
  changeSettings(changes: Partial<Settings>): Promise<void>;
  /** The one of our languages that the browser asks for. */
  readonly browserLanguage: Language;
  /** ISO code of the country that goes with the browser's languages. */
  readonly browserCountry: string;
}

export interface SettingsDesk {
  readonly t: Translate;
  readonly settings: Settings;
  readonly browserLanguage: Language;
  readonly browserCountry: string;
  /** The language that is spoken here. */
  readonly language: Language;
  /** A country by its name in that language. */
  countryName(code: string): string;
  /** Saves a change, or says that it was not saved. */
  change(changes: Partial<Settings>): void;
}

const SettingsContext = createContext<SettingsDesk | null>(null);

export const SettingsProvider = SettingsContext.Provider;

export function useSettings(): SettingsDesk {
  const desk = useContext(SettingsContext);
  if (!desk) throw new Error('This component needs a SettingsProvider above it.');
  return desk;
}
