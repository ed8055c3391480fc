import type { Language } from './languages';
import type en from './locales/settings.en.json';
import { createTranslate, type Message, type MessageKey, type TranslateFor } from './translate';

/** What can be said in the settings: all that the desk says, and what only they say. */
export type SettingsKey = MessageKey | keyof typeof en;
export type SettingsTranslate = TranslateFor<SettingsKey>;

/** As `Words`, for the page of settings. */
export interface SettingsWords {
  readonly language: Language;
  readonly t: SettingsTranslate;
}

export function settingsWordsOf(
  language: Language,
  messages: Readonly<Partial<Record<SettingsKey, Message>>>,
): SettingsWords {
  return { language, t: createTranslate(language, messages) };
}
