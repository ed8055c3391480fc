import {
  type CountryCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { DigitGroup } from './digit-groups';
import type { NamedCountry } from './named-country';
import { type CountryToTry, NATIONAL_PLANS, type NationalPlan } from './national-plans';

const FEWEST_DIGITS = 7;
/** Of a number with its country code, an exit code before it and a bracketed zero. */
const MOST_DIGITS = 18;
/** More pieces are no writing of people. */
export const MOST_GROUPS = 9;
/** Digits of the longest area code with its trunk prefix, and of the longest country or exit code. */
const AREA_CODE = 6;
const COUNTRY_CODE = 4;
/** Marks that part two numbers unless a country or area code is all that stands before them. */
const WIDE_GAP = /\s[/-]+\s?|[/-]+\s|\s{3,}|[/-]{2,}|\.\s/;
const LONGEST_EXTENSION = 4;
const SPACED_DASH = ' - ';
const TRUNK_ZERO = /\(0\)/;

/** Digits that may be one number, as written. */
export interface Window {
  readonly groups: readonly DigitGroup[];
  /** From its first mark to its last digit. */
  readonly text: string;
}

const digitsOf = (groups: readonly DigitGroup[]) => groups.map(({ digits }) => digits).join('');

/** Whether brackets come in at most one pair, the one of a trunk zero aside. */
function hasSoundBrackets(text: string): boolean {
  const marks = text.replace(TRUNK_ZERO, '').replace(/[^()[\]]/g, '');
  return marks === '' || marks === '()';
}

/** `0711 / 4902 - 118` and `48 17 - 0` end with an extension, which is dialled as well. */
function withoutExtension(groups: readonly DigitGroup[]): readonly DigitGroup[] {
  const at = groups.findLastIndex(({ gap }) => gap === SPACED_DASH);
  const isExtension = at > 1 && digitsOf(groups.slice(at)).length <= LONGEST_EXTENSION;
  return isExtension ? groups.slice(0, at) : groups;
}

/** Whether what parts the groups is what people put between the parts of one number. */
function isHeldTogether(all: readonly DigitGroup[], isAbroad: boolean): boolean {
  if (all.length > 2 && all.slice(1).every(({ gap }) => gap === SPACED_DASH)) return true;
  const groups = withoutExtension(all);
  const codes = AREA_CODE + (isAbroad ? COUNTRY_CODE : 0);
  let digitsBefore = 0;
  let wideGaps = 0;
  for (const { gap, digits } of groups) {
    if (digitsBefore > 0 && WIDE_GAP.test(gap)) {
      wideGaps += 1;
      if (digitsBefore > codes) return false;
    }
    digitsBefore += digits.length;
  }
  if (wideGaps === 0) return true;
  if (isAbroad) return wideGaps <= 2;
  const code = groups[0]?.digits ?? '';
  return wideGaps === 1 && (code.startsWith('0') || (code.length <= 3 && digitsBefore <= 9));
}

/** Whether a person could have written the digits as one number. */
function isOneWriting({ groups, text }: Window): boolean {
  const { length } = digitsOf(groups);
  if (length < FEWEST_DIGITS || length > MOST_DIGITS || !hasSoundBrackets(text)) return false;
  const single = groups.filter(({ digits }) => digits.length === 1).length;
  if (groups.length > 3 && single > groups.length / 2) return false;
  const [first] = groups;
  return isHeldTogether(groups, first?.plus === true || first?.digits.startsWith('00') === true);
}

/** `+44 (0)20 …` has a zero that is not dialled from abroad. */
function internationalDigitsOf({ groups, text }: Window): string {
  if (!TRUNK_ZERO.test(text)) return digitsOf(groups);
  return digitsOf(groups.filter(({ digits, gap }) => digits !== '0' || !gap.endsWith('(')));
}

function validOf(digits: string, defaultCountry?: CountryCode): PhoneNumber | null {
  const number = parsePhoneNumberFromString(digits, {
    ...(defaultCountry && { defaultCountry }),
    extract: false,
  });
  return number?.isValid() && !number.ext ? number : null;
}

/** A country whose ways of writing are not known here: as the library would write it at home. */
function unplannedIn(digits: string, country: CountryCode, labelled: boolean): PhoneNumber | null {
  const number = validOf(digits, country);
  if (!number) return null;
  return labelled || number.formatNational().replace(/\D/g, '') === digits ? number : null;
}

/** Whether the digits stand in one, or in parts as people write them. */
function isLikeOne({ groups, text }: Window, plan: NationalPlan | undefined): boolean {
  if (groups.length === 1) return true;
  const parts = groups.map(({ digits }) => digits.length).join(' ');
  return plan?.parts?.test(parts) !== false && plan?.unlike?.test(text) !== true;
}

/** Whether people of the own country would write a number of theirs so. */
function isWrittenAtHome(window: Window, country: CountryCode, labelled: boolean): boolean {
  const plan = NATIONAL_PLANS[country];
  const digits = digitsOf(window.groups);
  const usual = (!labelled && plan?.unsaid) || plan?.digits;
  const isUsual = usual?.test(digits) && (labelled || isLikeOne(window, plan));
  if (isUsual || plan?.unmistakable?.test(window.text)) return true;
  return labelled && plan?.labelled?.test(digits) === true;
}

/** Whether people would write a number of another country so, and mean that country. */
function isWrittenAbroad(
  window: Window,
  { country, closeness }: CountryToTry,
  labelled: boolean,
): boolean {
  const { groups, text } = window;
  const plan = NATIONAL_PLANS[country];
  const digits = digitsOf(groups);
  if (!(plan?.abroad ?? plan?.digits)?.test(digits) || plan?.unlike?.test(text)) return false;
  if (labelled) return true;
  if (groups.length === 1 || !isLikeOne(window, plan)) return false;
  return digits.startsWith('0') || closeness !== 'neighbour';
}

function nationalIn(window: Window, one: CountryToTry, labelled: boolean): PhoneNumber | null {
  const { country, closeness } = one;
  const digits = digitsOf(window.groups);
  const plan = NATIONAL_PLANS[country];
  if (closeness === 'formerly') {
    const isWritten = plan?.formerly?.test(digits) && (labelled || window.groups.length > 1);
    return isWritten ? validOf(digits.slice(1), country) : null;
  }
  if (closeness !== 'own') {
    const number = isWrittenAbroad(window, one, labelled) ? validOf(digits, country) : null;
    return number?.country === country ? number : null;
  }
  if (!plan) return unplannedIn(digits, country, labelled);
  const number = isWrittenAtHome(window, country, labelled) ? validOf(digits, country) : null;
  if (number) return number;
  // The country code without its plus, as exported by many a telephone system; not a table of results,
  // of which no cell has more than two digits.
  const hasLongPart = window.groups.some((group) => group.digits.length > 2);
  const isCodeFirst = digits.startsWith(plan.code) && digits.length > 9 && hasLongPart;
  return isCodeFirst && (labelled || window.groups.length > 1) ? validOf(`+${digits}`) : null;
}

/** A number, and of the countries to try the one by which it was read. */
interface Reading {
  readonly number: PhoneNumber;
  readonly by: CountryToTry;
}

function likeliestIn(
  window: Window,
  tries: readonly CountryToTry[],
  labelled: boolean,
): Reading | null {
  for (const by of tries) {
    const number = nationalIn(window, by, labelled);
    if (number) return { number, by };
    // What only nobody at home would write so is no number of a country further away.
    if (by.closeness === 'own' && nationalIn(window, by, true)) return null;
  }
  return null;
}

const isMobile = (number: PhoneNumber) => number.getType() === 'MOBILE';

/**
 * The digits as a number of the country that is named beside them, where that is the better reading.
 * A mobile phone goes along wherever its owner is, and is taken for no other country's fixed line.
 */
function namedIn(
  window: Window,
  { country, isWhereabouts }: NamedCountry,
  likeliest: Reading | null,
): PhoneNumber | null {
  const { groups, text } = window;
  const plan = NATIONAL_PLANS[country];
  if (!plan || likeliest?.number.country === country) return null;
  const digits = digitsOf(groups);
  const isFormer = plan.formerly?.test(digits) === true;
  const isUsual = (plan.abroad ?? plan.digits).test(digits) || plan.unmistakable?.test(text);
  const number = validOf(isFormer ? digits.slice(1) : digits, country);
  if (number?.country !== country) return null;
  if (!likeliest) return isUsual || isFormer ? number : null;
  if (isMobile(likeliest.number) && likeliest.by.closeness !== 'formerly') {
    return isUsual && isMobile(number) && !isWhereabouts ? number : null;
  }
  return isUsual || isFormer || (plan.labelled?.test(digits) && isMobile(number)) ? number : null;
}

/** What is said of digits by the words near them. */
export interface Said {
  /** Whether something beside or above them says that they are, or may be, a phone number. */
  readonly labelled: boolean;
  /** Whether it says so beyond doubt. */
  readonly isPhone: boolean;
  /** A country code that stands apart before them. */
  readonly countryCode: string | null;
  /** The country named beside them, if they end at that place of the text. */
  readonly named: (end: number) => NamedCountry | null;
}

/**
 * The phone number that digits are, or null when they are none of any country to try. The name of
 * another country alone makes no number of digits.
 */
export function readingOf(
  window: Window,
  tries: readonly CountryToTry[],
  { labelled, isPhone, countryCode, named }: Said,
): PhoneNumber | null {
  if (!isOneWriting(window)) return null;
  const digits = internationalDigitsOf(window);
  if (window.groups[0]?.plus) return validOf(`+${digits}`);
  const [own] = tries;
  const exit = own && NATIONAL_PLANS[own.country]?.code === '1' ? '011' : '00';
  if (digits.startsWith(exit)) {
    const number = validOf(`+${digits.slice(exit.length)}`);
    const isNear = number?.country !== undefined && number.country in NATIONAL_PLANS;
    // A long code begins with two zeros as well.
    return isNear || labelled || window.groups.length > 1 ? number : null;
  }
  const abroad = countryCode && validOf(`+${countryCode}${digits}`);
  if (abroad) return abroad;
  const likeliest = likeliestIn(window, tries, labelled);
  const country = named(window.groups.at(-1)?.end ?? 0);
  if (!country) return likeliest?.number ?? null;
  // Parts that are unusual here may be those of the country that is named.
  const isInParts = window.groups.length > 1;
  const possible = likeliest ?? (isInParts ? likeliestIn(window, tries, true) : null);
  const isSaid = possible !== null || isPhone;
  return (isSaid ? namedIn(window, country, possible) : null) ?? likeliest?.number ?? null;
}
