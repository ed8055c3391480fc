import type { Failure } from '@/lib/daktela/failure';
import type { Translate } from '@/lib/i18n/translate';

/** The server's own words where it has some, else ours: what happened and what to do. */
export function failureText({ kind, messages }: Failure, t: Translate): string {
  const words = messages.join(' ');
  if (words === '') return t(`failure.${kind}`);
  // What the server says of an unconfirmed call does not tell the agent what to do about it.
  return kind === 'unknownOutcome' ? `${t('failure.unknownOutcome')} ${words}` : words;
}
