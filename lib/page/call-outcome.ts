import type { PageKey } from '@/lib/i18n/page-words';
import type { TranslateFor } from '@/lib/i18n/translate';
import type { Reply } from '@/lib/messages/reply';

/** What became of a click, in words: what has happened, and what the agent can do about it. */
export type CallOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly text: string; readonly advice: string };

const WORDS: Readonly<Record<string, PageKey>> = {
  refused: 'failure.refused',
  unauthorised: 'failure.unauthorised',
  forbidden: 'failure.forbidden',
  rateLimited: 'failure.rateLimited',
  signedOut: 'failure.signedOut',
  notANumber: 'failure.notANumber',
  alreadyCalling: 'failure.alreadyCalling',
  unknownOutcome: 'failure.unknownOutcome',
};

/** The reply to a dial in the server's own words, where it has some, and in ours. */
export function callOutcome(reply: Reply, t: TranslateFor<PageKey>): CallOutcome {
  if (reply.ok) return { ok: true };
  const { kind, messages, obstacle } = reply.error;
  const words = messages.join(' ');
  const ours = t(WORDS[kind] ?? 'failure.other');
  if (obstacle) return { ok: false, text: words || ours, advice: t(`nextStep.${obstacle}`) };
  if (words === '') {
    return { ok: false, text: ours, advice: kind === 'refused' ? t('card.tryAgain') : '' };
  }
  // That the call may be on its way all the same matters more than why nobody knows.
  if (kind === 'unknownOutcome') return { ok: false, text: ours, advice: words };
  return { ok: false, text: words, advice: kind === 'refused' ? t('card.tryAgain') : ours };
}
