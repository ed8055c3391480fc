import type { CountryCode } from 'libphonenumber-js/max';
import { countryNamedBy } from './country-names';
import { phrasePattern } from './phrase-pattern';
import { CLAUSE_END, foldedOf } from './words-before';

/** The country that words near a number name. */
export interface NamedCountry {
  readonly country: CountryCode;
  /** Whether it is said only where somebody is, and that apart from the number. */
  readonly isWhereabouts: boolean;
}

/** No name further from a number is next to it. */
const LOOKED_AT = 48;
const LOOKED_AT_BEHIND = 24;
/** Digits that make a clause behind a number the one that leads to the next. */
const NEXT_NUMBER = /\+\d|(?:\d\D{0,3}){7}/;

/** Beside these a country's name is one of a street, a language, a person or a part of a town. */
const OTHER_BEFORE = phrasePattern(
  'ul|ulic*|aleja|strada|str|calea|soseaua|sos|bulevardul|bd|piata|namest*|trid*',
  'mluvi*|hovori*|umi|vie|rozumi*|po|speak*|sprech*|spricht|mowi*|vorb*|stie|limba|jazyk*',
  'pani?|herrn?|frau|ing|mgr|dr|mr|mrs|ms|domnul|doamna',
);
const OTHER_AFTER = phrasePattern(
  'str|strass*|gasse|platz|allee|weg|ring|damm|utca*|u|ut|korut|ter|street|road|ul|ulic*|cest*|namest*|trid*',
  'mluv*|hovoriac*|speak*|sprach*|sprech*|jezyczn*|nyelvu|jazy*|poludnie|polnoc',
);
const STREET = /(?:str|strasse|gasse|platz|allee)$/;
/** A Slavic adjective, which with a house number is a street. */
const STREET_ADJECTIVE = /[sc]k[a-z]{1,3}$/;
const HOUSE_NUMBER = /^\d{1,4}[a-z]?$/;
/** "In Polish" in Czech and Slovak, where no noun follows; its "y" is short. */
const ADVERB = /[sc]ky$/i;
/** Surnames as much as adjectives, and then with a capital and no word in small letters behind them. */
const SURNAME = phrasePattern('cseh|lengyel|nemet|magyar|osztrak|szlovak|slovak|ceh');
const WHERE = phrasePattern('v|ve|vo|na|in|im|w|we|la');
const WHITHER = phrasePattern('do|nach|to|spre');

function isOtherName(words: readonly string[], folded: readonly string[], at: number): boolean {
  const [before = '', word = '', after = ''] = [folded[at - 1], folded[at], folded[at + 1]];
  if (STREET.test(word) || OTHER_BEFORE.test(before) || OTHER_AFTER.test(after)) return true;
  if (STREET_ADJECTIVE.test(word) && HOUSE_NUMBER.test(after)) return true;
  if (after === '' && ADVERB.test(words[at] ?? '')) return true;
  return (
    SURNAME.test(word) && /^\p{Lu}/u.test(words[at] ?? '') && !/^\p{Ll}/u.test(words[at + 1] ?? '')
  );
}

/**
 * The last country that a clause names.
 * @param isApart whether a comma or the like stands between it and the number
 */
function namedInClause(clause: string, isApart: boolean): NamedCountry | null {
  const words = clause.match(/[\p{L}\p{M}\d]+/gu) ?? [];
  const folded = words.map(foldedOf);
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const country = countryNamedBy(folded[at] ?? '');
    if (!country || isOtherName(words, folded, at)) continue;
    const before = isApart ? (folded[at - 1] ?? '') : '';
    return WHITHER.test(before) ? null : { country, isWhereabouts: WHERE.test(before) };
  }
  return null;
}

/** The country named nearest before a number. */
export function countryBefore(before: string): NamedCountry | null {
  const clauses = before.slice(-LOOKED_AT).split(CLAUSE_END).reverse();
  for (const [distance, clause] of clauses.entries()) {
    const named = namedInClause(clause, distance > 0);
    if (named) return named;
  }
  return null;
}

/** The country named right behind a number, unless another number follows it. */
export function countryBehind(behind: string): NamedCountry | null {
  const clauses = behind.slice(0, LOOKED_AT_BEHIND).split(CLAUSE_END).slice(0, 2);
  const clause = clauses.find((one) => /\p{L}/u.test(one));
  return clause === undefined || NEXT_NUMBER.test(clause) ? null : namedInClause(clause, true);
}
