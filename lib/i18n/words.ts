import type { Language } from './languages';
import en from './locales/en.json';
import { createTranslate, type Message, type MessageKey, type Translate } from './translate';

/** A language and how to say things in it. */
export interface Words {
  readonly language: Language;
  readonly t: Translate;
}

export const ENGLISH: Words = { language: 'en', t: createTranslate('en', en) };

/** What a language does not say is said in English. */
export function wordsOf(
  language: Language,
  messages: Readonly<Partial<Record<MessageKey, Message>>>,
): Words {
  return { language, t: createTranslate(language, { ...en, ...messages }) };
}
