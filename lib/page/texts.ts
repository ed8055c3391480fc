import { PAGE_ENGLISH, type PageWords, pageTranslate } from '@/lib/i18n/page-words';
import type { PageHello } from '@/lib/messages/reply';
import type { Send } from '@/lib/messages/send';

/** The card's words in the agent's language; a background that does not answer leaves them English. */
export async function createTexts(send: Send) {
  const reply = await send<PageHello>({ type: 'words' });
  let words = (reply.ok && reply.value?.words) || PAGE_ENGLISH;
  let translate = pageTranslate(words);
  const t: typeof translate = (key, params) => translate(key, params);
  return {
    t,
    countryName(code: string): string {
      return new Intl.DisplayNames([words.language], { type: 'region' }).of(code) ?? code;
    },
    speak(next: PageWords): void {
      words = next;
      translate = pageTranslate(next);
    },
  };
}
