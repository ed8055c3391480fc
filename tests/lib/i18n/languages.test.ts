import { expect, it } from 'vitest';
import { acceptLanguage, LANGUAGE_CODES, languageFor } from '@/lib/i18n/languages';

it.each([
  [['de'], 'de'],
  [['de-AT', 'en'], 'de'],
  [['cs-CZ'], 'cs'],
  [['CS-cz'], 'cs'],
  [['sr-Latn-RS', 'hu'], 'hu'],
  [['fr', 'it-CH', 'pl-PL', 'en'], 'pl'],
  [['en-GB', 'cs'], 'en'],
  [['fr'], 'en'],
  [[''], 'en'],
  [['constructor'], 'en'],
  [[], 'en'],
])('a browser that asks for %j is spoken to in %s', (browserLanguages, language) => {
  expect(languageFor('auto', browserLanguages)).toBe(language);
});

it.each(LANGUAGE_CODES)('the choice %s wins over the browser', (language) => {
  expect(languageFor(language, ['fr', 'cs', 'de'])).toBe(language);
});

it.each([
  ['de', ['de'], 'de'],
  ['de', ['cs', 'en-US'], 'de, cs;q=0.9, en-US;q=0.8'],
  ['de', ['cs', 'de', 'en'], 'de, cs;q=0.9, en;q=0.8'],
  ['de', ['de-AT', 'en'], 'de, de-AT;q=0.9, en;q=0.8'],
  ['en', [], 'en'],
] as const)('spoken to in %s, a browser of %j asks servers for %s', (language, browser, header) => {
  expect(acceptLanguage(language, browser)).toBe(header);
});

it('a browser of very many languages asks for none with a quality of nothing', () => {
  const many = Array.from({ length: 30 }, (_, index) => `x${index}`);
  const header = acceptLanguage('en', many);
  expect(header.split(', ')).toHaveLength(10);
  expect(header).not.toContain('q=0.0');
});
