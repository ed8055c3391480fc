import { LANGUAGES } from '@/lib/i18n/languages';
import type { Words } from '@/lib/i18n/words';
import { watchWords } from './words';

/** As `watchWords`, for a page of ours; the page tells screen readers which language it is in. */
export function watchPageWords(changed: (words: Words) => void): void {
  watchWords((words) => {
    const { documentElement } = document;
    documentElement.lang = words.language;
    documentElement.dir = LANGUAGES[words.language].direction;
    changed(words);
  });
}
