import en from '@/lib/i18n/locales/en.json';
import settingsEn from '@/lib/i18n/locales/settings.en.json';
import { type SettingsWords, settingsWordsOf } from '@/lib/i18n/settings-words';
import type { Message } from '@/lib/i18n/translate';

function pseudoOf(message: Message): Message {
  if (typeof message === 'string') return `[[${message}]]`;
  return Object.fromEntries(Object.entries(message).map(([form, text]) => [form, `[[${text}]]`]));
}

/** English in double brackets, so that whatever stands on the screen without them is not translated. */
export const PSEUDO: SettingsWords = settingsWordsOf(
  'en',
  Object.fromEntries(
    Object.entries({ ...en, ...settingsEn }).map(([key, message]) => [key, pseudoOf(message)]),
  ),
);

function stringsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return data instanceof Object ? Object.values(data).flatMap(stringsIn) : [];
}

/** What is left of a text without translated parts, data, numbers and punctuation. */
export function untranslatedPart(text: string, data: unknown): string {
  let rest = text;
  // A text may stand in another one, so the innermost go first.
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\[\[[^[\]]*\]\]/g, '');
  }
  const known = stringsIn(data).filter((part) => part !== '');
  for (const part of known.sort((a, b) => b.length - a.length)) rest = rest.replaceAll(part, '');
  return rest.replace(/[\s\d\p{P}\p{S}]/gu, '');
}

const SPOKEN_ATTRIBUTES = ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'];

/**
 * Every text a person can see or hear below an element that neither comes from the pseudo-language
 * nor from the data that is shown.
 */
export function untranslatedIn(root: Element, data: unknown): string[] {
  const texts: string[] = [];
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.closest('[aria-hidden="true"]')) continue;
    for (const name of SPOKEN_ATTRIBUTES) texts.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes) {
      if (node.nodeType === node.TEXT_NODE) texts.push(node.textContent ?? '');
    }
  }
  return texts.filter((text) => untranslatedPart(text, data) !== '');
}
