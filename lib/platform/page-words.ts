import { isLanguage, LANGUAGES, type Language } from '@/lib/i18n/languages';
import { watchWords } from './words';

/** Our pages share it, and unlike the settings it is there at once. */
const LAST_LANGUAGE = 'language';

/** A browser that keeps nothing for our pages only makes the first words come a moment later. */
function lastLanguage(): Language | undefined {
  try {
    const last = localStorage.getItem(LAST_LANGUAGE);
    return isLanguage(last) ? last : undefined;
  } catch {
    return undefined;
  }
}

function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(LAST_LANGUAGE, language);
  } catch {
    // As above.
  }
}

/** As `watchWords`, for a page of ours; the page tells screen readers which language it is in. */
export function watchPageWords<Spoken extends { readonly language: Language }>(
  load: (language: Language) => Promise<Spoken>,
  changed: (words: Spoken) => void,
): void {
  watchWords(
    load,
    (words) => {
      const { documentElement } = document;
      documentElement.lang = words.language;
      documentElement.dir = LANGUAGES[words.language].direction;
      rememberLanguage(words.language);
      changed(words);
    },
    null,
    lastLanguage(),
  );
}
