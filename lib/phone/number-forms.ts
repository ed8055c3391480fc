import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { dialFormatOf } from './dial-format';

export interface NumberForms {
  /** International with a plus. */
  readonly e164: string;
  /** International with 00, digits only. */
  readonly zeros: string;
  /** As dialled within its country, digits only. */
  readonly national: string;
}

/**
 * Makes the reader of remote numbers as servers tell them, with a plus, with 00 or as dialled
 * within the country. It gives null for what is no number of any plan: a short line, a hidden caller.
 */
export function createNumberForms(country: CountryCode) {
  return (received: string): NumberForms | null => {
    const dial = dialFormatOf(received);
    if (dial === null) return null;
    // Not every country dials 00 for abroad, but servers write it everywhere.
    const number = parsePhoneNumberFromString(dial.replace(/^00/, '+'), country);
    if (!number?.isPossible()) return null;
    return {
      e164: number.number,
      zeros: number.number.replace('+', '00'),
      national: number.formatNational().replace(/\D/g, ''),
    };
  };
}
