import type { Language } from './languages';
import { createTranslate, type Message, type MessageKey, type Translate } from './translate';

/** A language and how to say things in it. */
export interface Words {
  readonly language: Language;
  readonly t: Translate;
}

export function wordsOf(
  language: Language,
  messages: Readonly<Partial<Record<MessageKey, Message>>>,
): Words {
  return { language, t: createTranslate(language, messages) };
}
