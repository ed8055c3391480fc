import { expect, it } from 'vitest';
import en from '@/lib/i18n/locales/en.json';
import { createTranslate, type Message } from '@/lib/i18n/translate';

const messages = {
  plain: 'Ready',
  named: 'Calling {number}',
  twice: '{name}: {state} ({name})',
  calls: { one: '{count} call', other: '{count} calls' },
  czech: { one: '{count} hovor', few: '{count} hovory', many: '…', other: '{count} hovorů' },
  bare: { other: 'some' },
  empty: {},
} satisfies Record<string, Message>;

const t = createTranslate('en', messages);

it('a text without places is said as it is', () => {
  expect(t('plain')).toBe('Ready');
});

it('places are filled by name, each as often as it occurs', () => {
  expect(t('twice', { name: 'Anna', state: 'Ready' })).toBe('Anna: Ready (Anna)');
});

it('a place nobody fills stays empty', () => {
  expect(t('named')).toBe('Calling ');
});

it.each(['$&', '$1', '{number}', '{name}', '<b>x</b>'])(
  'the value %s is text and nothing else',
  (number) => {
    expect(t('named', { number, name: 'x' })).toBe(`Calling ${number}`);
  },
);

it.each([
  [0, '0 calls'],
  [1, '1 call'],
  [2, '2 calls'],
])('%i in English is %j', (count, text) => {
  expect(t('calls', { count })).toBe(text);
});

it.each([
  [1, '1 hovor'],
  [2, '2 hovory'],
  [4, '4 hovory'],
  [5, '5 hovorů'],
  [0, '0 hovorů'],
])('%i in Czech is %j', (count, text) => {
  expect(createTranslate('cs', messages)('czech', { count })).toBe(text);
});

it.each([
  ['en', '12,345 calls'],
  ['de', '12.345 calls'],
])('numbers are written as the language %s does', (locale, text) => {
  expect(createTranslate(locale, messages)('calls', { count: 12_345 })).toBe(text);
});

it('a number given as text is left as it is', () => {
  expect(t('named', { number: '0012345' })).toBe('Calling 0012345');
});

it('a form the text lacks is replaced by the general one', () => {
  expect(t('bare', { count: 1 })).toBe('some');
});

it('a text in forms without a count takes the general one', () => {
  expect(t('calls')).toBe(' calls');
});

it('a text without any form is empty', () => {
  expect(t('empty', { count: 1 })).toBe('');
});

it('every English text in forms has the general one', () => {
  const forms = Object.values(en).filter((message) => typeof message !== 'string');
  for (const message of forms) expect(message).toHaveProperty('other');
  expect(forms.length).toBeGreaterThan(0);
});
