import {
  type CountryCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { DigitGroup } from './digit-groups';
import { type CountryToTry, NATIONAL_PLANS } from './national-plans';

const FEWEST_DIGITS = 7;
const MOST_DIGITS = 17;
/** More pieces are no writing of people. */
export const MOST_GROUPS = 9;
/** Digits of the longest area code with its trunk prefix. */
const AREA_CODE = 6;
/** Marks that part two numbers unless the first is an area code. */
const WIDE_GAP = /\s[/-]+\s?|[/-]+\s|\s{3,}|[/-]{2,}|\.\s/;

/** Digits that may be one number, as written. */
export interface Window {
  readonly groups: readonly DigitGroup[];
  /** From its first mark to its last digit. */
  readonly text: string;
}

const joined = (groups: readonly DigitGroup[]) => groups.map(({ digits }) => digits).join('');

/** Whether a person could have written the digits as one number. */
function isOneWriting({ groups, text }: Window): boolean {
  const length = joined(groups).length;
  if (length < FEWEST_DIGITS || length > MOST_DIGITS || groups.length > MOST_GROUPS) return false;
  if (
    groups.length > 3 &&
    groups.filter(({ digits }) => digits.length === 1).length > groups.length / 2
  ) {
    return false;
  }
  if (
    (text.match(/\(/g)?.length ?? 0) !== (text.match(/\)/g)?.length ?? 0) ||
    /[[\]]|\(.*\(/.test(text.replace('(0)', ''))
  ) {
    return false;
  }
  let before = 0;
  let wide = 0;
  for (const [at, { gap, digits }] of groups.entries()) {
    if (at > 0 && WIDE_GAP.test(gap)) {
      wide += 1;
      const first = groups[0];
      const code = first?.plus || first?.digits.startsWith('00') ? 4 : 0;
      const isTrunk = first?.plus || first?.digits.startsWith('0');
      if (wide > 2 || (wide > 1 && !code) || !isTrunk || before > AREA_CODE + code) return false;
    }
    before += digits.length;
  }
  return true;
}

/** `+44 (0)20 …` has a zero that is not dialled from abroad. */
function withoutTrunkZero({ groups, text }: Window): string {
  const offset = groups[0]?.start ?? 0;
  if (!/\(0\)/.test(text)) return joined(groups);
  return joined(
    groups.filter(
      ({ digits, gap }, at) => !(at > 0 && digits === '0' && /\($/.test(gap)) || offset < 0,
    ),
  );
}

function validOf(digits: string, country?: CountryCode): PhoneNumber | null {
  const number = parsePhoneNumberFromString(digits, {
    ...(country && { defaultCountry: country }),
    extract: false,
  });
  return number?.isValid() && !number.ext ? number : null;
}

function nationalIn(
  window: Window,
  { country, closeness }: CountryToTry,
  labelled: boolean,
): PhoneNumber | null {
  const digits = joined(window.groups);
  const plan = NATIONAL_PLANS[country];
  if (!plan) return closeness === 'own' ? unplannedIn(digits, country, labelled) : null;
  const grouped = window.groups.length > 1;
  const own = closeness === 'own';
  const hasTrunk = digits.startsWith('0');
  const fits =
    ((own ? null : plan.abroad) ?? plan.digits).test(digits) &&
    (own || labelled || (grouped && (hasTrunk || closeness !== 'neighbour')));
  if (
    fits ||
    (own && plan.unmistakable?.test(window.text)) ||
    (own && labelled && plan.labelled?.test(digits))
  ) {
    const number = validOf(digits, country);
    if (number && (number.country ?? country) === country) return number;
    if (number && number.countryCallingCode === plan.code && own) return number;
  }
  // The country code without its plus, as exported by many a telephone system.
  if (own && (labelled || grouped) && digits.startsWith(plan.code) && digits.length > 9) {
    return validOf(`+${digits}`);
  }
  return null;
}

/** A country whose ways of writing are not known here: as the library would write it at home. */
function unplannedIn(digits: string, country: CountryCode, labelled: boolean): PhoneNumber | null {
  const number = validOf(digits, country);
  if (!number) return null;
  return labelled || number.formatNational().replace(/\D/g, '') === digits ? number : null;
}

/** The phone number that digits are, or null when they are none of any country to try. */
export function readingOf(
  window: Window,
  tries: readonly CountryToTry[],
  labelled: boolean,
): PhoneNumber | null {
  if (!isOneWriting(window)) return null;
  const digits = withoutTrunkZero(window);
  if (window.groups[0]?.plus) return validOf(`+${digits}`);
  const exit = tries[0] && NATIONAL_PLANS[tries[0].country]?.code === '1' ? '011' : '00';
  if (digits.startsWith(exit)) return validOf(`+${digits.slice(exit.length)}`);
  for (const one of tries) {
    const number = nationalIn(window, one, labelled);
    if (number) return number;
  }
  return null;
}
