import type { CountryCode } from 'libphonenumber-js/max';

/**
 * The cases by which google/libphonenumber tests its own search (PhoneNumberMatcherTest), as facts:
 * what is searched with which default country, and what is to be found at its level "valid".
 */
export interface MatcherCase {
  readonly text: string;
  readonly country: CountryCode;
  readonly finds: readonly string[];
  /** Why both stages answer otherwise, where they do. */
  readonly difference?: string;
}

/** A number that must be found alone and in every context. */
export interface MatcherNumber {
  readonly text: string;
  readonly country: CountryCode;
  readonly difference?: string;
}

/** What is put before and behind each number. */
export interface MatcherContext {
  readonly before: string;
  readonly after: string;
  readonly difference?: string;
}

const TEST_PLAN = 'is valid in the made-up plans of that test only, not in the real ones';
const CARRIER = 'is written with a code of a carrier or a dial tone, which nobody here writes';

export const MATCHER_NUMBERS: readonly MatcherNumber[] = [
  { text: '033316005', country: 'NZ' },
  { text: '03-331 6005', country: 'NZ' },
  { text: '03 331 6005', country: 'NZ' },
  { text: '0064 3 331 6005', country: 'NZ' },
  { text: '01164 3 331 6005', country: 'US' },
  { text: '+64 3 331 6005', country: 'US' },
  { text: '64(0)64123456', country: 'NZ', difference: TEST_PLAN },
  { text: '123/45678', country: 'DE', difference: TEST_PLAN },
  { text: '123-456-7890', country: 'US', difference: TEST_PLAN },
  { text: '+1 (650) 333-6000', country: 'NZ' },
  { text: '1-650-333-6000', country: 'US' },
  { text: '0011-650-333-6000', country: 'SG' },
  { text: '0081-650-333-6000', country: 'SG', difference: CARRIER },
  { text: '0191-650-333-6000', country: 'SG', difference: CARRIER },
  { text: '0~01-650-333-6000', country: 'PL', difference: CARRIER },
  { text: '++1 (650) 333-6000', country: 'PL', difference: 'is found from its second plus on' },
  { text: '\uff0b1 (650) 333-6000', country: 'SG' },
  {
    text: '\uff0b\uff11\u3000\uff08\uff16\uff15\uff10\uff09\u3000\uff13\uff13\uff13\uff0d\uff16\uff10\uff10\uff10',
    country: 'SG',
  },
  { text: '+39 02-36618 300', country: 'NZ' },
  { text: '02-36618 300', country: 'IT' },
  { text: '312 345 678', country: 'IT', difference: TEST_PLAN },
  { text: '+54 9 343 555 1212', country: 'AR' },
  {
    text: '0343 15 555 1212',
    country: 'AR',
    difference: 'is grouped by another area code than the library would write at home',
  },
  { text: '+54 9 3715 65 4320', country: 'AR' },
  { text: '03715 15 65 4320', country: 'AR' },
  { text: '+54 11 3797 0000', country: 'AR' },
  { text: '011 3797 0000', country: 'AR' },
  { text: '+54 3715 65 4321', country: 'AR' },
  { text: '03715 65 4321', country: 'AR' },
  { text: '+54 23 1234 0000', country: 'AR', difference: TEST_PLAN },
  { text: '023 1234 0000', country: 'AR', difference: TEST_PLAN },
  { text: '(0xx) 123456789', country: 'AR', difference: CARRIER },
  { text: '(0xx) 123456789 x 1234', country: 'AR', difference: CARRIER },
  { text: '011xx5481429712', country: 'US', difference: CARRIER },
  { text: '+52 (449)978-0001', country: 'MX' },
  {
    text: '01 (449)978-0001',
    country: 'MX',
    difference: 'is found without the 01, given up in 2019',
  },
  { text: '(449)978-0001', country: 'MX' },
  { text: '+52 1 33 1234-5678', country: 'MX', difference: 'has the mobile 1, given up in 2019' },
  {
    text: '044 (33) 1234-5678',
    country: 'MX',
    difference: 'is found without the 044, given up in 2019',
  },
  {
    text: '045 33 1234-5678',
    country: 'MX',
    difference: 'is found without the 045, given up in 2019',
  },
  { text: '03 331 6005 ext 3456', country: 'NZ' },
  { text: '03-3316005x3456', country: 'NZ' },
  { text: '03-3316005 int.3456', country: 'NZ' },
  { text: '03 3316005 #3456', country: 'NZ' },
  { text: '0~0 1800 7493 524', country: 'PL', difference: CARRIER },
  { text: '(1800) 7493.524', country: 'US' },
  { text: '0~0 1800 7493 524 ~1234', country: 'PL', difference: CARRIER },
  { text: '+44 2034567890x456', country: 'NZ' },
  { text: '+44 2034567890x456', country: 'GB' },
  { text: '+44 2034567890 x456', country: 'GB' },
  { text: '+44 2034567890 X456', country: 'GB' },
  { text: '+44 2034567890 X 456', country: 'GB' },
  { text: '+44 2034567890 X  456', country: 'GB' },
  { text: '+44 2034567890  X 456', country: 'GB' },
  { text: '(800) 901-3355 x 7246433', country: 'US' },
  { text: '(800) 901-3355 , ext 7246433', country: 'US' },
  { text: '(800) 901-3355 ,extension 7246433', country: 'US' },
  { text: '(800) 901-3355 ,x 7246433', country: 'US' },
  { text: '(800) 901-3355 ext: 7246433', country: 'US' },
  { text: '0 3   3 3 1   6 0 0 5', country: 'NZ', difference: 'is spaced as no person writes' },
];

/** Asked at the looser level "possible" only; at "valid" the library refuses them, too. */
const GLUED = 'leaves out the space, and digits that touch a word are a code';

export const MATCHER_CONTEXTS: readonly MatcherContext[] = [
  { before: '', after: '' },
  { before: '   ', after: '\t' },
  { before: 'Hello ', after: '' },
  { before: '', after: ' to call me!' },
  { before: 'Hi there, call ', after: ' to reach me!' },
  { before: 'Hi there, call ', after: ", or don't" },
  { before: 'Hi call', after: '', difference: GLUED },
  { before: '', after: 'forme', difference: GLUED },
  { before: 'Hi call', after: 'forme', difference: GLUED },
  { before: "It's cheap! Call ", after: ' before 6:30' },
  { before: 'Call ', after: ' or +1800-123-4567!' },
  { before: 'Call me on June 21 at', after: '', difference: GLUED },
  { before: 'As quoted by Alfonso 12-15 (2009), you may call me at ', after: '' },
  { before: 'As quoted by Alfonso et al. 12-15 (2009), you may call me at ', after: '' },
  { before: 'As I said on 03/10/2011, you may call me at ', after: '' },
  { before: '', after: ', 45 days a year' },
  { before: 'Call ', after: '/x12 more' },
  { before: "It's only 9.99! Call ", after: ' to buy' },
  { before: 'Call me on 21.6.1984 at ', after: '' },
  { before: 'Call me on 06/21 at ', after: '' },
  { before: 'Call me on 21.6. at ', after: '' },
  { before: 'Call me on 06/21/84 at ', after: '' },
];

const US = '415-666-7777';
const inUs = (before: string, after: string, isFound: boolean): MatcherCase => ({
  text: `${before}${US}${after}`,
  country: 'US',
  finds: isFound ? [US] : [],
});
const none = (text: string, country: CountryCode): MatcherCase => ({ text, country, finds: [] });
const whole = (text: string, country: CountryCode, difference?: string): MatcherCase => ({
  text,
  country,
  finds: [text],
  ...(difference !== undefined && { difference }),
});

const PARTS = 'is in parts that nobody there writes, and nothing says what it is';
const SHORT = 'is as short as codes are, and nothing says what it is';
const LOOSE = 'is parted as no person parts a number; the stricter levels refuse it, too';
const DATE = 'is a date or years with more digits; the stricter levels refuse it, too';

export const MATCHER_CASES: readonly MatcherCase[] = [
  { text: 'Call 033316005  or 032316005!', country: 'NZ', finds: ['033316005', '032316005'] },
  { text: `My address is CA 34215 - ${US} is my number.`, country: 'US', finds: [US] },
  {
    text: 'My number is (415) 666 7777. 34215 is my zip-code.',
    country: 'US',
    finds: ['(415) 666 7777'],
  },
  inUs('abc', 'def', false),
  inUs('abc', '', false),
  inUs('', 'def', false),
  inUs('\u00c9', '', false),
  inUs('e\u0301', '', false),
  inUs('$', '', false),
  inUs('', '$', false),
  inUs('\u00a3', '', false),
  inUs('\u00a5', '', false),
  inUs('', '%', false),
  inUs('$20 ', '', true),
  inUs('', ' 100$', true),
  ...['+14156667777', '(415)6667777'].flatMap((number): MatcherCase[] => [
    none(`abc${number}def`, 'US'),
    none(`${number}def`, 'US'),
    none(`${number}\u00c9`, 'US'),
    { text: `abc${number}`, country: 'US', finds: [number] },
    { text: `\u00c9${number}`, country: 'US', finds: [number] },
    { text: `\u00c9${number}.`, country: 'US', finds: [number] },
    { text: `\u00c9${number} def`, country: 'US', finds: [number] },
  ]),
  inUs('我的电话号码是', '', true),
  inUs('', '是我的电话号码', true),
  inUs('请拨打', '我在明天', true),
  inUs('My number-', '', true),
  inUs('', '.Nice day.', true),
  inUs('Tel:', '.', true),
  inUs('Tel: ', ' on Saturdays.', true),
  {
    text: 'Call 650-253-4561 -- 455-234-3451',
    country: 'US',
    finds: ['650-253-4561', '455-234-3451'],
    difference: `the second ${TEST_PLAN}`,
  },
  {
    text: 'Call 650-253-4561--455-234-3451',
    country: 'US',
    finds: [],
    difference: 'the first is found: two dashes part it well enough from what is no number',
  },
  none('12345', 'US'),
  none('23456789', 'US'),
  none('234567890112', 'US'),
  none('650+253+1234', 'US'),
  none('3/10/1984', 'CA'),
  none('03/27/2011', 'US'),
  none('31/8/2011', 'US'),
  none('1/12/2011', 'US'),
  none('10/12/82', 'DE'),
  none('650x2531234', 'US'),
  none('2012-01-02 08:00', 'US'),
  none('2012/01/02 08:00', 'US'),
  none('20120102 08:00', 'US'),
  none('7121115678', 'US'),
  none('1650 x 253 - 1234', 'US'),
  none('650 x 253 - 1234', 'US'),
  none('6502531x234', 'US'),
  none('(20) 3346 1234', 'GB'),
  whole('65 02 53 00 00', 'US', PARTS),
  whole('6502 538365', 'US', PARTS),
  whole('650//253-1234', 'US', LOOSE),
  whole('650/253/1234', 'US'),
  whole('9002309. 158', 'US', LOOSE),
  whole('12 7/8 - 14 12/34 - 5', 'US', TEST_PLAN),
  whole('12.1 - 23.71 - 23.45', 'US', LOOSE),
  whole('800 234 1 111x1111', 'US', PARTS),
  whole('1979-2011 100', 'US', DATE),
  whole('+494949-4-94', 'DE'),
  whole('\uff14\uff11\uff15\uff16\uff16\uff16\uff16-\uff17\uff17\uff17', 'US', PARTS),
  whole('2012-0102 08', 'US', PARTS),
  whole('2012-01-02 08', 'US', DATE),
  whole('1800-10-10 22', 'AU'),
  whole('(415) 6667777', 'US'),
  whole('415-6667777', 'US'),
  whole('0800-2491234', 'DE'),
  whole('\uff14\uff11\uff15\uff16\uff16\uff16\uff17\uff17\uff17\uff17', 'US'),
  whole('\uff14\uff11\uff15-\uff16\uff16\uff16-\uff17\uff17\uff17\uff17', 'US'),
  whole('4156667777', 'US'),
  whole('4156667777 x 123', 'US'),
  whole('415-666-7777', 'US'),
  whole('415/666-7777', 'US'),
  whole('415-666-7777 ext. 503', 'US'),
  whole('1 415 666 7777 x 123', 'US'),
  whole('+1 415-666-7777', 'US'),
  whole('+494949 49', 'DE'),
  whole('+49-49-34', 'DE', TEST_PLAN),
  whole('+49-4931-49', 'DE'),
  whole('04931-49', 'DE', SHORT),
  whole('+49-494949', 'DE'),
  whole('+49-494949 ext. 49', 'DE'),
  whole('+49494949 ext. 49', 'DE'),
  whole('0494949', 'DE', SHORT),
  whole('0494949 ext. 49', 'DE', SHORT),
  whole('01 (33) 3461 2234', 'MX', 'is found without the 01, given up in 2019'),
  whole('(33) 3461 2234', 'MX'),
  none('80.585 [79.964, 81.191]', 'US'),
  none('80.585 [79.964]', 'US'),
  none('80.585 ((79.964)', 'US'),
  none('(80).(585) (79).(9)64', 'US'),
  none('', 'US'),
  none('  ', 'US'),
  none('Random text body - number is foobar, see you there', 'US'),
  {
    text: 'My info: 415-666-7777,'.repeat(100),
    country: 'US',
    finds: Array.from({ length: 100 }, () => US),
  },
  {
    text: 'My address 949-8945-0'.repeat(10) + 'My info: 415-666-7777,'.repeat(100),
    country: 'US',
    finds: [],
    difference: 'no count of vain attempts ends the search early, so all 100 numbers are found',
  },
  {
    text: 'My info: 415-666-7777 123 fake street'.repeat(100),
    country: 'US',
    finds: Array.from({ length: 10 }, () => US),
    difference: 'no count of vain attempts ends the search early, so all 100 numbers are found',
  },
  { text: '+14156667777', country: 'US', finds: ['+14156667777'] },
  {
    text: '+14156667777 foobar +14156667777 ',
    country: 'US',
    finds: ['+14156667777', '+14156667777'],
  },
];
