import { expect, it } from 'vitest';
import { countryBefore, countryBehind } from '@/lib/phone/named-country';

it.each([
  ['polská pobočka: ', 'PL'],
  ['Kunde aus Österreich, Tel. ', 'AT'],
  ['pobočka Vídeň | pan Huber | ', 'AT'],
  ['Praha 4, tel. ', 'CZ'],
  ['Bratislava a Praha ', 'CZ'],
  ['Lengyel ügyfél ', 'PL'],
  ['cseh partner ', 'CZ'],
  ['polsky ridic ', 'PL'],
  ['Österreich-Bestellung ', 'AT'],
])('hears in %j the country %s', (before, country) => {
  expect(countryBefore(before)?.country).toBe(country);
});

it.each([
  ['Pražská 11, '],
  ['Wiener Straße 5, '],
  ['Wienerstraße 5, '],
  ['Bécsi út 12., '],
  ['Strada Praga, '],
  ['ul. Czeska, '],
])('takes the street in %j for no country', (before) => {
  expect(countryBefore(before)).toBeNull();
});

it.each([
  ['mluví polsky, '],
  ['komunikuje polsky, '],
  ['hovorí po nemecky, '],
  ['speaks German, '],
  ['German-speaking, '],
  ['vorbește maghiară, '],
])('takes the language in %j for no country', (before) => {
  expect(countryBefore(before)).toBeNull();
});

it.each([['Lengyel Anna, '], ['Cseh, '], ['pan Slovák, '], ['Herr Wiener, ']])(
  'takes the name of a person in %j for no country',
  (before) => {
    expect(countryBefore(before)).toBeNull();
  },
);

it('takes a part of a town that is called as another town for no country', () => {
  expect(countryBefore('Praga-Południe, ')).toBeNull();
});

it.each(['dostawa do Czech, tel. ', 'Reise nach Wien, ', 'flying to Poland, '])(
  'takes where something goes for no country of the number in %j',
  (before) => {
    expect(countryBefore(before)).toBeNull();
  },
);

it('tells where somebody is from whose number it is', () => {
  expect(countryBefore('klient je v Polsku, mobil ')?.isWhereabouts).toBe(true);
  expect(countryBefore('pobočka v Polsku ')?.isWhereabouts).toBe(false);
  expect(countryBefore('klient z Polska, mobil ')?.isWhereabouts).toBe(false);
});

it('does not look far back', () => {
  expect(countryBefore(`Polsko ${'slovo '.repeat(10)}`)).toBeNull();
});

it.each([
  [' (Österreich)', 'AT'],
  [', Wien', 'AT'],
  [' Polsko', 'PL'],
])('hears behind a number in %j the country %s', (behind, country) => {
  expect(countryBehind(behind)?.country).toBe(country);
});

it.each([
  [', Wien 01 5124182', 'leads to the next number'],
  [', pan Huber, Wien', 'is too far away'],
  [', mluví polsky', 'is a language'],
  ['', 'is not there'],
])('hears no country behind a number in %j, for it %s', (behind) => {
  expect(countryBehind(behind)).toBeNull();
});
