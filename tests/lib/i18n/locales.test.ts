import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_CODES, type Language } from '@/lib/i18n/languages';
import en from '@/lib/i18n/locales/en.json';
import pageEn from '@/lib/i18n/locales/page.en.json';
import settingsEn from '@/lib/i18n/locales/settings.en.json';
import { createTranslate, type Message } from '@/lib/i18n/translate';

type Messages = Readonly<Record<string, Message>>;

const FOLDER = 'lib/i18n/locales';
const read = (name: string) =>
  JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as Messages;
const OTHERS = LANGUAGE_CODES.filter((language) => language !== 'en');

/** Texts that are the same in English and the language, each looked at by a person. */
const SAME_EVERYWHERE = [
  'product.name',
  'activity.label',
  'badge.title',
  'type.SMS',
  'type.FBM',
  'type.WAP',
  'type.VBR',
  'queue.ctc',
  'device.msteams',
];
const SAME: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  cs: ['type.EMAIL', 'type.CHAT'],
  de: [
    'idle.pause',
    'queue.interviewer',
    'type.CHAT',
    'link.offline',
    'state.pause',
    'presence.somePause',
  ],
  hu: ['type.EMAIL'],
  pl: ['type.EMAIL', 'head.menu'],
  ro: ['type.EMAIL', 'type.CHAT', 'pop.value.contact'],
  sk: ['type.EMAIL', 'type.CHAT'],
};

/** How the language opens and closes a quotation. */
const QUOTES: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  cs: '„“',
  de: '„“',
  hu: '„”',
  pl: '„”',
  ro: '„”',
  sk: '„“',
};
const ANY_QUOTE = /["“”„‟«»]/g;

const textsOf = (message: Message | undefined) =>
  typeof message === 'string' ? [message] : Object.values(message ?? {});

function placesOf(text: string): string[] {
  return [...text.matchAll(/\{\w*\}|%s/g)].map(([place]) => place).sort();
}

/** Everything that is wrong with one translation of one text. */
function faultsOf(key: string, language: Exclude<Language, 'en'>, english: Message, own: Message) {
  const faults: string[] = [];
  if (typeof english !== typeof own) return [`${key}: one has plural forms, the other has not`];
  if (typeof own === 'object') {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const given = Object.keys(own);
    if ([...wanted].sort().join() !== given.sort().join()) {
      faults.push(`${key}: has the forms ${given}, needs ${wanted}`);
    }
  }
  const places = placesOf(textsOf(english)[0] ?? '').join();
  for (const text of textsOf(own)) {
    if (text.trim() !== text || text === '') faults.push(`${key}: is empty or has loose blanks`);
    if (placesOf(text).join() !== places) faults.push(`${key}: other places than in English`);
    if (text.includes('...')) faults.push(`${key}: three dots instead of an ellipsis`);
    if (/'/.test(text)) faults.push(`${key}: a typewriter's apostrophe`);
    const quotes = (text.match(ANY_QUOTE) ?? []).join('');
    if (quotes !== '' && quotes !== QUOTES[language]) {
      faults.push(`${key}: the quotation marks of another language`);
    }
  }
  const same = JSON.stringify(own) === JSON.stringify(english);
  const maybeSame = [...SAME_EVERYWHERE, ...SAME[language]].includes(key);
  if (same && !maybeSame) faults.push(`${key}: is still English`);
  return faults;
}

describe.each(
  OTHERS.flatMap((language) => [
    [language, language, en as Messages] as const,
    [`page.${language}`, language, pageEn as Messages] as const,
    [`settings.${language}`, language, settingsEn as Messages] as const,
  ]),
)('the texts of %s', (name, language, english) => {
  const own = read(name);

  it('are those of English, in the same order', () => {
    expect(Object.keys(own)).toEqual(Object.keys(english));
  });

  it('are complete and well written', () => {
    const faults = Object.entries(own).flatMap(([key, message]) =>
      faultsOf(key, language, english[key] ?? '', message),
    );
    expect(faults).toEqual([]);
  });
});

it.each([
  ['a missing form', { one: '{count} a', other: '{count} b' }, 'forms'],
  ['a missing place', 'Volání', 'places'],
  ['English left', 'Call {number} “now”…', 'English'],
  ['an empty text', '', 'empty'],
  ['three dots', '{number}...', 'ellipsis'],
  ['foreign quotation marks', '“{number}”', 'quotation'],
] as const)('%s would be found', (_, own, fault) => {
  const english =
    typeof own === 'string' ? 'Call {number} “now”…' : { one: '{count} x', other: '{count} y' };
  expect(faultsOf('planted', 'cs', english, own).join()).toContain(fault);
});

it.each(LANGUAGE_CODES)('the badge has room for what it says in %s', (language) => {
  expect(textsOf(read(language)['badge.off']).join().length).toBeLessThanOrEqual(4);
});

it('no text stands in the settings that the desk says already', () => {
  expect(Object.keys(settingsEn).filter((key) => key in en)).toEqual([]);
});

it('there is a file for every language and no other', () => {
  const wanted = LANGUAGE_CODES.flatMap((code) => [
    `${code}.json`,
    `page.${code}.json`,
    `settings.${code}.json`,
  ]);
  expect(readdirSync(FOLDER).sort()).toEqual(wanted.sort());
});

it.each([
  ['cs', 1, '1 minutu'],
  ['cs', 3, '3 minuty'],
  ['cs', 5, '5 minut'],
  ['cs', 1.5, '1,5 minuty'],
  ['sk', 2, '2 minúty'],
  ['sk', 11, '11 minút'],
  ['pl', 1, '1 minutę'],
  ['pl', 22, '22 minuty'],
  ['pl', 12, '12 minut'],
  ['pl', 1.5, '1,5 minuty'],
  ['ro', 1, '1 minut'],
  ['ro', 19, '19 minute'],
  ['ro', 20, '20 de minute'],
  ['ro', 0, '0 minute'],
  ['hu', 1, '1 percet,'],
  ['hu', 2, '2 percet,'],
  ['de', 1, '1 Minute'],
  ['de', 1_500, '1.500 Minuten'],
] as const)('in %s %d minutes are %j', (language, count, text) => {
  const words = createTranslate(language, read(language))('nextStep.waitMinutes', { count });
  expect(words).toContain(`${text} `);
});
