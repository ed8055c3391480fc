import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { Question, Recognised, RecognisedNumber } from '@/lib/messages/reply';
import type { DialForm, Dialling } from '@/lib/settings/dialling';
import { dialFormatOf, dialFormatsIn } from './dial-format';

/** How numbers are read and dialled; the country is the one whose numbers have no prefix here. */
export interface DialRule extends Omit<Dialling, 'country' | 'queue'> {
  readonly country: CountryCode;
}

/** What is called, and which number that is. */
export interface Dialled {
  /** What Daktela is given. */
  readonly dial: string;
  /** The same, grouped as people read it. */
  readonly shown: string;
  /** E.164; null for what the numbering plans do not know, as extensions and service numbers. */
  readonly number: string | null;
  /** ISO code of its country; null when the numbering plans do not say. */
  readonly country: string | null;
}

/** Shorter ones are extensions and service numbers, whatever a numbering plan makes of them. */
const FEWEST_DIGITS = 7;
/** Digits of an extension. */
const EXTENSION = /^\d{2,6}$/;

const FALLBACK_COUNTRY = 'CZ';

/** @param home ISO code of the country whose numbers have no prefix; one that does not exist is none */
export function dialRuleOf({ queue: _, ...dialling }: Dialling, home: string): DialRule {
  return { ...dialling, country: isSupportedCountry(home) ? home : FALLBACK_COUNTRY };
}

/** The number that digits mean when they are dialled at home. */
function understood(digits: string, home: CountryCode): PhoneNumber | null {
  if (/[*#]/.test(digits)) return null;
  if (digits.replace('+', '').length < FEWEST_DIGITS) return null;
  return (
    [digits, digits.replace(/^00/, '+')]
      .map((each) => parsePhoneNumberFromString(each, home))
      .find((number) => number?.isValid()) ?? null
  );
}

/** `0` for an outside line is no part of the number, unless only with it the whole is one. */
function withoutOutsideLine(digits: string, { outsideLine, country }: DialRule): string {
  if (outsideLine === '' || !digits.startsWith(outsideLine)) return digits;
  const rest = digits.slice(outsideLine.length);
  return understood(digits, country) === null && understood(rest, country) !== null ? rest : digits;
}

type Writing = Pick<Dialled, 'dial' | 'shown'>;

/** The number as the form has it. */
function written(number: PhoneNumber, form: DialForm, asWritten: string, rule: DialRule): Writing {
  const international = number.formatInternational();
  const zeros = { dial: `00${number.number.slice(1)}`, shown: international.replace('+', '00 ') };
  switch (form) {
    case 'plus':
      return { dial: number.number, shown: international };
    case 'zeros':
      return zeros;
    case 'national': {
      const shown = number.formatNational();
      return number.country === rule.country ? { dial: shown.replace(/\D/g, ''), shown } : zeros;
    }
    case 'asWritten':
      return { dial: asWritten, shown: asWritten };
  }
}

/**
 * A known number by the rule. Dialled at home the digits must reach that very number: what is
 * written without a prefix in another country would ring at somebody else's.
 */
function dialled(found: PhoneNumber, asWritten: string, rule: DialRule): Dialled {
  // Without the extension, which cannot be dialled along.
  const number = parsePhoneNumberFromString(found.number) ?? found;
  const country = number.country ?? null;
  const known = { number: number.number, country };
  const extension = number.number.slice(rule.ownPrefix.length);
  if (rule.ownPrefix !== '' && number.number.startsWith(rule.ownPrefix)) {
    if (EXTENSION.test(extension)) return { ...known, dial: extension, shown: extension };
  }
  const form = (country === null ? undefined : rule.perCountry[country]) ?? rule.form;
  const writing = written(number, form, asWritten, rule);
  const reached = understood(writing.dial, rule.country);
  return {
    ...known,
    ...(reached?.number === number.number ? writing : written(number, 'plus', asWritten, rule)),
  };
}

/**
 * What is dialled for a text that was typed, pasted or selected: the first number in it that
 * numbering plans know, by the rule; else the digits as they are. Null when there is nothing to dial.
 */
export function dialBy(rule: DialRule, text: string): Dialled | null {
  for (const digits of dialFormatsIn(text)) {
    const bare = withoutOutsideLine(digits, rule);
    const number = understood(bare, rule.country);
    if (number) return dialled(number, bare, rule);
  }
  const dial = dialFormatOf(text);
  return dial === null ? null : { dial, shown: dial, number: null, country: null };
}

function withDial(rule: DialRule, { text }: Question, found: RecognisedNumber): RecognisedNumber {
  const number = parsePhoneNumberFromString(found.number);
  const digits = dialFormatOf(text.slice(found.start, found.end)) ?? found.number;
  if (!number) return found;
  return { ...found, dial: dialled(number, withoutOutsideLine(digits, rule), rule).dial };
}

/** The verdicts on pieces of a page, with their numbers as the rule has them dialled. */
export function dialVerdictsBy(
  rule: DialRule,
  questions: readonly Question[],
  verdicts: Recognised,
): Recognised {
  return verdicts.map((verdict, at) => {
    const question = questions[at];
    return question
      ? { ...verdict, numbers: verdict.numbers.map((found) => withDial(rule, question, found)) }
      : verdict;
  });
}
