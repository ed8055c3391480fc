import { type Language, languageFor } from '@/lib/i18n/languages';
import { PAGE_ENGLISH, type PageWords } from '@/lib/i18n/page-words';
import { type SettingsWords, settingsWordsOf } from '@/lib/i18n/settings-words';
import { type Words, wordsOf } from '@/lib/i18n/words';
import { browser } from './browser';
import { watchSettings } from './settings';

/** Each language is a file beside the scripts, as a service worker may not `import()`. */
async function readLocale<T>(name: string): Promise<T> {
  const response = await fetch(browser.runtime.getURL(`locales/${name}.json`));
  return (await response.json()) as T;
}

export async function loadWords(language: Language): Promise<Words> {
  return wordsOf(language, await readLocale(language));
}

/** All that the settings say; it lies in two files, as nobody else says so much. */
export async function loadSettingsWords(language: Language): Promise<SettingsWords> {
  const files = [language, `settings.${language}`];
  return settingsWordsOf(
    language,
    Object.assign({}, ...(await Promise.all(files.map(readLocale)))),
  );
}

export async function loadPageWords(language: Language): Promise<PageWords> {
  if (language === 'en') return PAGE_ENGLISH;
  try {
    return { language, messages: await readLocale(`page.${language}`) };
  } catch {
    return PAGE_ENGLISH;
  }
}

/**
 * Calls back with the words of the language that is chosen, and again when another one is.
 * @param load reads the words of a language
 * @param spare words to make do with when those of another language cannot be read
 * @param expected the language it will most likely be; its file is read while the settings are
 */
export function watchWords<Spoken extends { readonly language: Language }>(
  load: (language: Language) => Promise<Spoken>,
  changed: (words: Spoken) => void,
  spare: Spoken | null,
  expected: Language = languageFor('auto', navigator.languages),
): void {
  async function wordsIn(language: Language): Promise<Spoken> {
    if (spare?.language === language) return spare;
    try {
      return await load(language);
    } catch (error) {
      if (spare) return spare;
      throw error;
    }
  }
  const early = wordsIn(expected);
  let wanted: Language | null = null;
  watchSettings(async ({ language: choice }) => {
    const language = languageFor(choice, navigator.languages);
    if (language === wanted) return;
    wanted = language;
    const words = await (language === expected ? early : wordsIn(language));
    // A file that was slow to come must not speak over a language chosen later.
    if (language === wanted) changed(words);
  });
}
