import type { Language } from './languages';
import en from './locales/page.en.json';
import { createTranslate, type Message, type TranslateFor } from './translate';

export type PageKey = keyof typeof en;
export type PageMessages = Readonly<Partial<Record<PageKey, Message>>>;

/** Everything the card in a page says; the background hands it to the content script. */
export interface PageWords {
  readonly language: Language;
  readonly messages: PageMessages;
}

/** The card's own script holds English, so nobody has to hand it over. */
export const PAGE_ENGLISH: PageWords = { language: 'en', messages: {} };

export function pageTranslate({ language, messages }: PageWords): TranslateFor<PageKey> {
  return createTranslate(language, { ...en, ...messages });
}
