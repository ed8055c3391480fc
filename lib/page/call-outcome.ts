import type { PageKey } from '@/lib/i18n/page-words';
import type { TranslateFor } from '@/lib/i18n/translate';
import type { Reply } from '@/lib/messages/reply';
import type { CallOutcome } from './card';

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

/** The reply to a dial in the server's own words, or in ours where it has none. */
export function callOutcome(reply: Reply, t: TranslateFor<PageKey>): CallOutcome {
  if (reply.ok) return { ok: true };
  const { kind, messages } = reply.error;
  const words = messages.join(' ');
  const ours = t(WORDS[kind] ?? 'failure.other');
  if (words === '') return { ok: false, text: ours };
  return { ok: false, text: kind === 'unknownOutcome' ? `${ours} ${words}` : words };
}
