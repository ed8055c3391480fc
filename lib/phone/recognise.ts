import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/max';
import type { Recognised } from '@/lib/messages/reply';

const CACHE_SIZE = 5_000;

/** Makes the function that finds the phone numbers in candidate texts; answers are remembered. */
export function createRecognise(defaultCountry: CountryCode) {
  const cache = new Map<string, Recognised[number]>();

  function find(candidate: string): Recognised[number] {
    const known = cache.get(candidate);
    if (known) return known;
    const found = findPhoneNumbersInText(candidate, { defaultCountry }).map(
      ({ startsAt, endsAt, number }) => ({ start: startsAt, end: endsAt, dial: number.number }),
    );
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(candidate, found);
    return found;
  }

  return (candidates: readonly string[]): Recognised => candidates.map(find);
}
