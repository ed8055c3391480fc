import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';
import type { Question, Recognised, RecognisedNumber, RefusedNumber, Verdict } from '@/lib/messages/reply';
import { type RuleName, ruleAgainst, ruleOfHeading, type Span, spansIn } from './context-rules';
import { type DigitGroup, plainOf, runsIn } from './digit-groups';
import { extensionIn } from './extension';
import { type CountryToTry, countriesToTry } from './national-plans';
import { readingOf, type Window } from './readings';
import { leadOf, phoneWordIn, phrasesOf } from './words-before';

const CACHE_SIZE = 5_000;

/** What the heading over a text, or the label beside it, says of the digits in it. */
interface Heading {
  readonly isPhone: boolean;
  readonly phrases: readonly string[];
}

function headingOf(label: string): Heading {
  const phrases = label === '' ? [] : phrasesOf(label);
  const word = phoneWordIn(phrases);
  return {
    isPhone: word === 'phone' || (word === 'person' && ruleOfHeading(phrases, true) === null),
    phrases,
  };
}

/** A number as far as numbering plans go; what stands around it has yet to be heard. */
interface Find extends Window {
  readonly start: number;
  readonly end: number;
  readonly number: PhoneNumber;
  readonly span: Span | null;
  readonly isFirst: boolean;
  readonly next: DigitGroup | null;
  readonly tightBefore: boolean;
}

const TIGHT = /^[-./]$/;
const TOUCHING = /[\p{Script=Latin}\p{M}\p{Nd}_]$/u;
const TOUCHED = /^(?:[\p{Script=Latin}\p{M}\p{Nd}_@]|[-_][\p{L}_])/u;
/** `ABC-`, `2026/`, `K7.`: what follows is the rest of a code. */
const CODE_BEFORE = /(?:^|[\s(:])(?:\p{Lu}{2,5}|\S*\p{Nd}\S*)[-./]$/u;

/** The first mark of a number: its plus, or a bracket that is closed again inside it. */
function startOf(plain: string, groups: readonly DigitGroup[], end: number): number {
  const [first] = groups;
  if (!first) return 0;
  let start = first.start;
  if (first.plus) start = plain.lastIndexOf('+', start);
  const inside = plain.slice(start, end);
  if (plain[start - 1] === '(' && inside.indexOf(')') > -1 && inside.indexOf(')') < (inside + '(').indexOf('(')) start -= 1;
  else if (first.plus && /\(/.test(plain.slice(start, first.start))) return start;
  return start;
}

/** The longest number that begins with a group, when one does. */
function findAt(
  plain: string,
  run: readonly DigitGroup[],
  from: number,
  spanOf: (group: DigitGroup) => Span | null,
  tries: readonly CountryToTry[],
  labelled: boolean,
): { groups: readonly DigitGroup[]; text: string; start: number; end: number; number: PhoneNumber } | null {
  const first = run[from];
  if (!first) return null;
  const span = spanOf(first);
  let to = from + 1;
  while (to < run.length && to - from < 9) {
    const group = run[to];
    if (!group || spanOf(group) !== span) break;
    to += 1;
  }
  let longest: ReturnType<typeof windowAt> = null;
  function windowAt(until: number) {
    const groups = run.slice(from, until);
    const end = groups.at(-1)?.end ?? 0;
    const start = startOf(plain, groups, end);
    const text = plain.slice(start, end);
    const number = readingOf({ groups, text }, tries, labelled);
    return number && { groups, text, start, end, number };
  }
  for (let until = to; until > from; until -= 1) {
    const found = windowAt(until);
    if (!found) continue;
    longest ??= found;
    // Where a zero begins what is left and that is long enough for a number, two stand side by side.
    const rest = run.slice(until, from + longest.groups.length);
    const isTwo = rest[0]?.digits.startsWith('0') && rest.map(({ digits }) => digits).join('').length >= 7;
    if (isTwo) return found;
  }
  return longest;
}

function findsIn(plain: string, tries: readonly CountryToTry[], headingIsPhone: boolean): Find[] {
  const spans = spansIn(plain);
  const spanOf = (group: DigitGroup) =>
    spans.find(({ start, end }) => group.start < end && group.end > start) ?? null;
  const finds: Find[] = [];
  for (const run of runsIn(plain)) {
    let lastEnd = 0;
    for (let at = 0; at < run.length; ) {
      const first = run[at];
      if (!first) break;
      const labelled = headingIsPhone || (at === 0 && phoneWordIn(leadOf(plain.slice(0, first.start))) !== null);
      const found = findAt(plain, run, at, spanOf, tries, labelled);
      if (!found) {
        at += 1;
        continue;
      }
      finds.push({
        ...found,
        span: spanOf(first),
        isFirst: at === 0,
        tightBefore: at > lastEnd && TIGHT.test(first.gap),
        next: run[at + found.groups.length] ?? null,
      });
      at += found.groups.length;
      lastEnd = at;
    }
  }
  return finds;
}

const LIST_GAP = /^\s?(?:[,;/&+]|a|i|and|und|és|și|oraz|or|oder|nebo|alebo|lub|vagy|sau)\s?(?:[,;/&+]|a|i|and|und)?\s?$/iu;

/**
 * Makes the second stage, which knows numbering plans: the phone numbers in candidate texts.
 * Answers are remembered, for the same texts come back with every drawing of a page.
 */
export function createRecognise(defaultCountry: CountryCode) {
  const cache = new Map<string, Verdict>();

  function judge({ text, label, inColumnOfOneShape }: Question, tries: readonly CountryToTry[]): Verdict {
    const plain = plainOf(text);
    const heading = headingOf(label);
    const finds = findsIn(plain, tries, heading.isPhone);
    const numbers: RecognisedNumber[] = [];
    const refused: RefusedNumber[] = [];
    let last: { find: Find; rule: RuleName | null } | null = null;
    for (const [index, find] of finds.entries()) {
      const extension = extensionIn(plain.slice(find.end));
      const rule = ruleOn(find, index, extension !== null);
      last = { find, rule };
      const { start, number } = find;
      const end = find.end + (extension?.length ?? 0);
      if (rule) refused.push({ start, end: find.end, rule });
      else {
        const { number: dial, country = null } = number;
        numbers.push({ start, end, number: dial, dial, country, extension: extension?.digits ?? null });
      }
    }
    return { numbers, refused };

    function ruleOn(find: Find, index: number, hasExtension: boolean): RuleName | null {
      if (find.span) return find.span.rule;
      const before = plain.slice(0, find.start);
      const after = plain.slice(find.end);
      const lead = leadOf(before);
      const isPhoneLead = phoneWordIn(lead) === 'phone';
      if (!hasExtension && TOUCHED.test(after)) return 'partOfCode';
      if (/^\d/.test(find.text) && TOUCHING.test(before)) return 'partOfCode';
      if (!isPhoneLead && !find.groups[0]?.plus && (find.tightBefore || (find.isFirst && /[-./]$/.test(before) && CODE_BEFORE.test(before)))) return 'partOfCode';
      const { next } = find;
      if (next && TIGHT.test(next.gap) && finds[index + 1]?.groups[0] !== next) {
        const isVariant = next.digits.length <= 3 && next.gap !== '.';
        if (!isVariant) return /^\/\d{4}(?!\d)/.test(after) ? 'bankAccount' : 'partOfCode';
      }
      const bare = find.groups.length === 1;
      const international = find.groups[0]?.plus ?? false;
      const around = { before, after: hasExtension ? '' : after, bare, international };
      const rule = ruleAgainst({ ...around, lead: isPhoneLead ? [] : lead });
      if (rule && !(isPhoneLead && (rule === 'numberedItem' || rule === 'quantity'))) return rule;
      if (last?.rule && LIST_GAP.test(plain.slice(last.find.end, find.start)) && last.find.groups.length === find.groups.length) return last.rule;
      if (heading.isPhone || isPhoneLead) return null;
      const others = (before + after).replace(/[^\p{L}]/gu, '').length;
      if (others < 4) {
        const headingRule = ruleOfHeading(heading.phrases, bare);
        if (headingRule && (!international || headingRule === 'fax')) return headingRule;
        if (inColumnOfOneShape && bare && !international) return 'oneShapeColumn';
      }
      return null;
    }
  }

  function verdictOn(question: Question, tries: readonly CountryToTry[], language: string): Verdict {
    const key = `${language}\n${question.label}\n${question.inColumnOfOneShape}\n${question.text}`;
    const known = cache.get(key);
    const verdict = known ?? judge(question, tries);
    // The one used last stands last, so the first is the one to forget.
    cache.delete(key);
    cache.set(key, verdict);
    if (cache.size > CACHE_SIZE) cache.delete(cache.keys().next().value ?? '');
    return verdict;
  }

  return (questions: readonly Question[], language: string): Recognised => {
    const tries = countriesToTry(defaultCountry, language);
    return questions.map((question) => verdictOn(question, tries, language));
  };
}
