import type { DialPlan } from '@/lib/messages/reply';
import type { Language } from './languages';

/** A number as it will be dialled and where it is: `+420 777 123 456 · Czechia`. */
export function numberWords(
  { shown, country }: Pick<DialPlan, 'shown' | 'country'>,
  language: Language,
): string {
  const name =
    country !== null && new Intl.DisplayNames([language], { type: 'region' }).of(country);
  return name ? `${shown} · ${name}` : shown;
}
