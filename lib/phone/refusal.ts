import { type RuleName, ruleAgainst, ruleOfHeading } from './context-rules';
import type { Find } from './finds';
import { countryBefore, type NamedCountry } from './named-country';
import { cellAt } from './text-columns';
import { isAfterOtherWord, isNumberWord, NO_LEAD, phoneWordIn, phrasesOf } from './words-before';

/** What the heading over a text, or the label beside it, says of the digits in it. */
export interface Heading {
  readonly isPhone: boolean;
  readonly phrases: readonly string[];
  /** Whether it says that they are the number of something. */
  readonly isNumber: boolean;
  readonly named: NamedCountry | null;
  /** The country code that is all it says, as beside a field for the rest of the number. */
  readonly countryCode: string | null;
}

/** A text with what a person judges its digits by. */
export interface Page {
  readonly plain: string;
  readonly heading: Heading;
  readonly inColumnOfOneShape: boolean;
}

/** A find that was judged. */
export interface Judged {
  readonly find: Find;
  readonly rule: RuleName | null;
}

const COUNTRY_CODE = /^\s*\(?\+(\d{1,3})\)?\s*$/;

export function headingOf(label: string): Heading {
  const phrases = label === '' ? [] : phrasesOf(label);
  const word = phoneWordIn(phrases);
  return {
    isPhone:
      COUNTRY_CODE.test(label) ||
      word === 'phone' ||
      (word === 'person' && ruleOfHeading(phrases, true) === null),
    phrases,
    isNumber: phrases.some(isNumberWord),
    named: countryBefore(label),
    countryCode: COUNTRY_CODE.exec(label)?.[1] ?? null,
  };
}

/** Only phone numbers end so. */
const PAIRS = /\d{2,}[ .-]\d\d[ .-]\d\d$/;
const TOUCHING = /(?:[A-Za-z\u00c0-\u024f\d_~]|[\u0300-\u036f])$/;
const TOUCHED = /^(?:[A-Za-z\u00c0-\u024f\d_@]|[\u0300-\u036f]|-[A-Za-z\u00c0-\u024f_])/;
/** `ABC-`, `2026/`, `K7.`: what follows is the rest of a code. */
const CODE_BEFORE = /(?:^|[\s(:])(?:[A-Z]{2,5}|\S*\d\S*)[-./]$/;
/** `EMH00 `, `R `: the first part of a code written in parts. */
const CODE_PART_BEFORE = /(?:^|\s)(?:[A-Z]{2,}\d+|[QRX]) $/;
/** No further back begins a code. */
const LONGEST_CODE = 24;
/** `224 567 890-1` is the second number of a row of them, not a longer code. */
const LONGEST_VARIANT = 3;
/** A cell with so few letters beside its digits holds nothing but them. */
const FEW_LETTERS = 4;
/** What stands between the members of a list. */
const LIST_GAP =
  /^\s?(?:[,;/&+]|a|i|and|und|és|și|oraz|or|oder|nebo|alebo|lub|vagy|sau|see also|siehe auch|viz)\s?(?:[,;/&+]|a|i|and|und|see also|siehe auch|viz)?\s?$/i;

function isPartOfCode(find: Find, before: string, after: string, isLed: boolean): boolean {
  if (!find.extension && TOUCHED.test(after)) return true;
  if (/^\d/.test(find.text) && TOUCHING.test(before)) return true;
  const { tightAfter } = find;
  if (tightAfter) {
    return tightAfter.digits.length > LONGEST_VARIANT || tightAfter.gap === '.';
  }
  if (isLed || find.groups[0]?.plus) return false;
  return (
    (find.groups.length > 1 &&
      (find.goesOn || CODE_PART_BEFORE.test(before.slice(-LONGEST_CODE)))) ||
    find.tightBefore !== null ||
    (find.isFirst && CODE_BEFORE.test(before.slice(-LONGEST_CODE)))
  );
}

/** The rule by which a find is no phone number, or null when it is one. */
export function refusalOf(
  find: Find,
  { plain, heading, inColumnOfOneShape }: Page,
  last: Judged | null,
) {
  if (find.span) return find.span.rule;
  const before = plain.slice(0, find.start);
  const after = plain.slice(find.end);
  const isLed = phoneWordIn(find.lead.phrases) === 'phone';
  const isInPairs = PAIRS.test(find.text) && find.groups.length > 2;
  const bare = find.groups.length === 1;
  const international = find.groups[0]?.plus ?? false;
  const rule = ruleAgainst({
    before,
    after: find.extension ? '' : after,
    lead: isLed ? NO_LEAD : find.lead,
    bare,
    international,
    isLed: isLed || isInPairs,
  });
  if (rule) return rule;
  if (isPartOfCode(find, before, after, isLed)) return 'partOfCode';
  const isListed =
    last !== null &&
    last.find.groups.length === find.groups.length &&
    LIST_GAP.test(plain.slice(last.find.end, find.start));
  if (isListed && last.rule) return last.rule;
  if (heading.isPhone || isLed) return null;
  if (bare && !international && isAfterOtherWord(before)) return 'otherNumber';
  const [cellStart, cellEnd] = cellAt(plain, find.start);
  const beside = plain.slice(cellStart, find.start) + plain.slice(find.end, cellEnd);
  if (beside.replace(/[^\p{L}]/gu, '').length >= FEW_LETTERS) return null;
  const ofHeading = ruleOfHeading(heading.phrases, bare || heading.isNumber);
  if (ofHeading && (!international || ofHeading === 'fax')) return ofHeading;
  return inColumnOfOneShape && bare && !international ? 'oneShapeColumn' : null;
}
