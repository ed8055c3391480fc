import { describe, expect, it } from 'vitest';
import {
  DEFAULT_DIALLING,
  decodeDialling,
  outsideLineOf,
  ownPrefixOf,
} from '@/lib/settings/dialling';

describe('stored settings of dialling', () => {
  it('come back as they were stored', () => {
    const stored = {
      country: 'SK',
      form: 'national',
      perCountry: { DE: 'zeros', PL: 'plus' },
      outsideLine: '0',
      ownPrefix: '+420226211',
      queue: '4001',
    };
    expect(decodeDialling(stored)).toEqual(stored);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'plus'],
    ['a list', ['plus']],
    ['an unknown form', { form: 'morse' }],
    ['a country by its name', { country: 'Czechia' }],
    ['exceptions that are no object', { perCountry: 'DE' }],
    ['exceptions of no country and of no form', { perCountry: { de: 'plus', DE: 'morse' } }],
    ['an outside line of letters', { outsideLine: 'zero' }],
    ['an outside line as long as a number', { outsideLine: '777123456' }],
    ['an own prefix as short as a country', { ownPrefix: '+420' }],
    ['an own prefix without its country', { ownPrefix: '226211' }],
    ['an empty queue', { queue: '' }],
  ])('that are %s are the default ones', (_, stored) => {
    expect(decodeDialling(stored)).toEqual(DEFAULT_DIALLING);
  });

  it('hold no more exceptions than there is sense in', () => {
    const codes = [...'ABCDEFGH'].flatMap((a) => [...'ABCDEFGHIJ'].map((b) => a + b));
    const perCountry = Object.fromEntries(codes.map((code) => [code, 'plus']));
    expect(Object.keys(decodeDialling({ perCountry }).perCountry)).toHaveLength(50);
  });

  it('name the queue as text, though it was a number once', () => {
    expect(decodeDialling({ queue: 4001 }).queue).toBe('4001');
  });
});

describe('what is typed for', () => {
  it.each([
    ['', ''],
    [' 0 ', '0'],
    ['90', '90'],
    ['0-', null],
    ['1234', null],
  ])('an outside line, %j, is %j', (typed, kept) => {
    expect(outsideLineOf(typed)).toBe(kept);
  });

  it.each([
    ['', ''],
    ['+420 226 211', '+420226211'],
    ['00420 226-211', '+420226211'],
    ['+420', null],
    ['226 211', null],
    ['+420 226 ABC', null],
  ])('an own prefix, %j, is %j', (typed, kept) => {
    expect(ownPrefixOf(typed)).toBe(kept);
  });
});
