import type { Failure } from '@/lib/daktela/failure';
import { numberWords } from '@/lib/i18n/number-words';
import type { Words } from '@/lib/i18n/words';
import type { DialPlan, Reply } from '@/lib/messages/reply';

/** As much as a message may carry. */
const LONGEST_TEXT = 500;
/** Enough of a text that holds no number to tell which one it was. */
const SHOWN_OF_TEXT = 40;

interface UnseenCallsPorts {
  /** Answers as to a message from a page of our own. */
  dial(id: string, text: string): Promise<Reply<unknown>>;
  plan(text: string): DialPlan | null;
  notify(id: string, number: string, failure: Failure): Promise<void>;
  newId(): string;
}

/** Calls asked for where nothing of ours is open to answer: from a menu, by a key, in the address bar. */
export function createUnseenCalls({ dial, plan, notify, newId }: UnseenCallsPorts) {
  return {
    /** @param selection null when the page cannot be read */
    async call(selection: string | null): Promise<void> {
      const id = newId();
      const text = selection?.trim().slice(0, LONGEST_TEXT) ?? '';
      if (text === '') {
        const kind = selection === null ? 'pageClosed' : 'nothingSelected';
        return notify(id, '', { kind, messages: [] });
      }
      const reply = await dial(id, text);
      const number = plan(text)?.dial ?? text.slice(0, SHOWN_OF_TEXT);
      if (!reply.ok) await notify(id, number, reply.error);
    },

    /** What Enter will do with what was typed so far. */
    describe(typed: string, isSignedIn: boolean, { t, language }: Words): string {
      if (!isSignedIn) return t('failure.signedOut');
      if (typed.trim() === '') return t('omnibox.hint');
      const planned = plan(typed);
      if (planned === null) return t('failure.notANumber');
      return t('omnibox.call', { number: numberWords(planned, language) });
    },
  };
}
