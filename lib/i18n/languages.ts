/** The languages the product speaks, by their own names, in the order they are offered. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  cs: { name: 'Čeština', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  hu: { name: 'Magyar', direction: 'ltr' },
  pl: { name: 'Polski', direction: 'ltr' },
  ro: { name: 'Română', direction: 'ltr' },
  sk: { name: 'Slovenčina', direction: 'ltr' },
} as const;

export type Language = keyof typeof LANGUAGES;
/** `auto` follows the browser. */
export type LanguageChoice = 'auto' | Language;

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as Language[];

export function isLanguage(text: string | null): text is Language {
  return text !== null && Object.hasOwn(LANGUAGES, text);
}

/** `de` for `de-AT`. */
function baseOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

/**
 * The language to speak: the one chosen, else the first of the browser's that we know, else English.
 * @param browserLanguages language tags, the most wanted first
 */
export function languageFor(choice: LanguageChoice, browserLanguages: readonly string[]): Language {
  if (choice !== 'auto') return choice;
  return browserLanguages.map(baseOf).find(isLanguage) ?? 'en';
}

/** Value of `Accept-Language`: the language spoken, then those of the browser. */
export function acceptLanguage(language: Language, browserLanguages: readonly string[]): string {
  const tags = [language, ...browserLanguages.filter((tag) => tag.toLowerCase() !== language)];
  return tags
    .slice(0, 10)
    .map((tag, place) => (place === 0 ? tag : `${tag};q=${(1 - place / 10).toFixed(1)}`))
    .join(', ');
}
