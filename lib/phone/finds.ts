import type { PhoneNumber } from 'libphonenumber-js/max';
import { type Span, spansIn } from './context-rules';
import { type DigitGroup, runsIn } from './digit-groups';
import { type Extension, extensionIn } from './extension';
import { countryBefore, countryBehind } from './named-country';
import type { CountryToTry } from './national-plans';
import { MOST_GROUPS, readingOf, type Said, type Window } from './readings';
import type { Heading } from './refusal';
import { isLinkBetween, type Lead, labelOf, leadOf, phoneWordIn } from './words-before';

/** A number as far as numbering plans go; what stands around it has yet to be heard. */
export interface Find extends Window {
  readonly start: number;
  readonly end: number;
  readonly number: PhoneNumber;
  readonly extension: Extension | null;
  /** A piece of text that it is a part of and that holds no numbers. */
  readonly span: Span | null;
  readonly lead: Lead;
  /** Digits right before and behind it that are parted from it by a mark only and no number themselves. */
  readonly tightBefore: DigitGroup | null;
  /** Whether no other digits of its run stand before it. */
  readonly isFirst: boolean;
  readonly tightAfter: DigitGroup | null;
  /** Whether its run goes on, after a space, with digits that are part of no number. */
  readonly goesOn: boolean;
}

const TIGHT = /^[-./]$/;
/** A tab that is one only where a page shows it as it is; else it is a space. */
const WRAP = /^ ?[\t\n\r]\s{0,6}$/;
/** What is left of a run and may be a number of its own has as many digits. */
const FEWEST_DIGITS_LEFT = 7;
const LONG_FOR_ONE = 12;
/** Of two long numbers side by side; more of them stand in a row of nothing but numbers only. */
const MOST_DIGITS_OF_TWO = 34;
/** Digits that a label names together with those behind them, as in a number of several groups. */
const HEAD_DIGITS = 4;

/** The first mark of a number: its plus, or a bracket that is closed again inside it. */
function startOf(plain: string, first: DigitGroup, end: number): number {
  const start = first.plus ? plain.lastIndexOf('+', first.start) : first.start;
  const inside = plain.slice(start, end);
  const closing = inside.indexOf(')');
  const opening = inside.indexOf('(');
  const isClosed = closing > 0 && (opening === -1 || closing < opening);
  return plain[start - 1] === '(' && isClosed ? start - 1 : start;
}

function lengthOf(groups: readonly DigitGroup[]): number {
  return groups.reduce((sum, { digits }) => sum + digits.length, 0);
}

/** What stands over or beside the whole text, or over the column of a place in it. */
type HeadingAt = (at: number) => Heading;
type Place = Window & Pick<Find, 'start' | 'end' | 'number'>;

/** Whether a number is so long, and goes on so after its first groups, that two stand side by side. */
function isTwo({ groups }: Place, rest: readonly DigitGroup[]): boolean {
  const goesOn = rest[0]?.digits.startsWith('0') === true && lengthOf(rest) >= FEWEST_DIGITS_LEFT;
  return goesOn && lengthOf(groups) >= LONG_FOR_ONE;
}

/** The longest number that the groups begin with; of two side by side the first. */
function firstNumberIn(
  plain: string,
  groups: readonly DigitGroup[],
  tries: readonly CountryToTry[],
  said: Said,
): Place | null {
  const [first] = groups;
  let longest: Place | null = null;
  for (let length = groups.length; first && length > 0; length -= 1) {
    if (longest && !isTwo(longest, groups.slice(length))) continue;
    const own = groups.slice(0, length);
    const end = own.at(-1)?.end ?? first.end;
    const start = startOf(plain, first, end);
    const window = { groups: own, text: plain.slice(start, end) };
    const number = readingOf(window, tries, said);
    if (!number) continue;
    const place = { ...window, start, end, number };
    if (longest) return place;
    longest = place;
  }
  return longest;
}

/** As many groups as may be one number: all in the same span, or all in none. */
function groupsFrom(
  run: readonly DigitGroup[],
  at: number,
  spanOf: (group: DigitGroup) => Span | null,
): DigitGroup[] {
  const groups = run.slice(at, at + MOST_GROUPS);
  const span = groups[0] ? spanOf(groups[0]) : null;
  const other = groups.findIndex((group) => spanOf(group) !== span);
  return other === -1 ? groups : groups.slice(0, other);
}

/** Whether what is left of a run goes on with its last number, which is then cut out of something longer. */
function isGoingOn(
  rest: readonly DigitGroup[],
  plain: string,
  spanOf: (group: DigitGroup) => Span | null,
): boolean {
  const [next] = rest;
  if (next?.gap !== ' ' || next.digits.length < 2 || spanOf(next)) return false;
  // `12 ks`: a quantity of its own.
  const behind = plain.slice(next.end);
  if (rest.length > 1 || !/^\s?[\p{L}\p{Sc}]/u.test(behind)) return true;
  // As long as the groups before it, unlike most quantities.
  return next.digits.length === 3 && /^\s\p{Ll}{2}/u.test(behind);
}

/** Two runs as one, where a break has parted them in the middle of a number; null where it has not. */
function joinedOf(
  plain: string,
  [before, run]: readonly [readonly DigitGroup[], readonly DigitGroup[]],
  tries: readonly CountryToTry[],
  headingAt: HeadingAt,
): DigitGroup[] | null {
  const [[first], [next]] = [before, run];
  const last = before.at(-1);
  const gap = plain.slice(last?.end, next?.start);
  if (!first || !next || next.plus || !WRAP.test(gap)) return null;
  const heading = headingAt(first.start);
  const word = phoneWordIn(leadOf(plain.slice(0, first.start)).phrases);
  const isPhone = heading.isPhone || word === 'phone';
  // Whether a number begins is seen only where a plus or a word says so, and of boxes where a plus does.
  if (!first.plus && (!isPhone || gap.includes('\r'))) return null;
  const said = { labelled: isPhone, isPhone, countryCode: null, named: () => heading.named };
  if (firstNumberIn(plain, before, tries, said)) return null;
  const joined = [...before, { ...next, gap: ' ' }, ...run.slice(1)];
  const place = firstNumberIn(plain, joined.slice(0, MOST_GROUPS), tries, said);
  return place && place.groups.length > before.length ? joined : null;
}

/** The runs of a text, those in one that a break has parted in the middle of a number. */
function runsOf(
  plain: string,
  tries: readonly CountryToTry[],
  headingAt: HeadingAt,
): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  for (const run of runsIn(plain)) {
    const before = runs.at(-1);
    const joined = before ? joinedOf(plain, [before, run], tries, headingAt) : null;
    if (joined) runs.splice(-1, 1, joined);
    else runs.push(run);
  }
  return runs;
}

function once<T>(value: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: value() };
    return known.value;
  };
}

/** All that numbering plans take for phone numbers in a text. */
export function findsIn(
  plain: string,
  tries: readonly CountryToTry[],
  headingAt: HeadingAt,
): Find[] {
  const spans = spansIn(plain);
  const spanOf = (group: DigitGroup) =>
    spans.find(({ start, end }) => group.start < end && group.end > start) ?? null;
  const finds: Find[] = [];
  // Where the words begin that may be said of a number, and where the number before it ends.
  let from = 0;
  let last = 0;
  for (const run of runsOf(plain, tries, headingAt)) {
    const digits = lengthOf(run);
    if (digits < FEWEST_DIGITS_LEFT) continue;
    const heading = headingAt(run[0]?.start ?? 0);
    const isRow = digits > MOST_DIGITS_OF_TWO;
    const places = new Map<number, Place & { readonly lead: Lead }>();
    let used = 0;
    for (let at = 0; at < run.length; ) {
      const start = run[at]?.start ?? 0;
      const isHead = used === 0 && lengthOf(run.slice(0, at)) <= HEAD_DIGITS;
      const lead = leadOf(plain.slice(0, isHead ? run[0]?.start : start));
      const word = phoneWordIn(lead.phrases) ?? phoneWordIn(labelOf(plain.slice(0, start)));
      if (last > from && !isLinkBetween(plain.slice(last, start))) from = last;
      const before = once(() => countryBefore(plain.slice(from, start)));
      const place = firstNumberIn(plain, groupsFrom(run, at, spanOf), tries, {
        labelled: heading.isPhone || word !== null,
        isPhone: heading.isPhone || word === 'phone',
        countryCode: plain.slice(0, start).trim() === '' ? heading.countryCode : null,
        named: (end) => before() ?? countryBehind(plain.slice(end)) ?? heading.named,
      });
      if (place) {
        places.set(at, { ...place, lead });
        last = place.end;
        used = at + place.groups.length;
      }
      // With a country code that does not fit, the rest is no number either.
      else if (run[at]?.plus) break;
      else if (isRow) {
        places.clear();
        break;
      }
      at += place?.groups.length ?? 1;
    }
    const goesOn = isGoingOn(run.slice(used), plain, spanOf);
    let free = 0;
    for (const [at, place] of places) {
      const [first] = place.groups;
      const end = at + place.groups.length;
      const next = run[end];
      finds.push({
        ...place,
        extension: extensionIn(plain.slice(place.end)),
        span: first ? spanOf(first) : null,
        isFirst: at === 0,
        goesOn,
        tightBefore: at > free && first && TIGHT.test(first.gap) ? (run[at - 1] ?? null) : null,
        tightAfter: next && TIGHT.test(next.gap) && !places.has(end) ? next : null,
      });
      free = end;
    }
  }
  return finds;
}
