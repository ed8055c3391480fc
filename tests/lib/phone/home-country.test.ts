import { expect, it } from 'vitest';
import { homeCountry } from '@/lib/phone/home-country';

it.each([
  ['SK', ['cs'], 'SK'],
  [null, ['cs-CZ', 'en'], 'CZ'],
  [null, ['sk', 'cs'], 'SK'],
  [null, ['de-AT', 'de'], 'AT'],
  [null, ['de'], 'DE'],
  [null, ['en-GB', 'en'], 'GB'],
])('with %j chosen and a browser of %j is %s', (chosen, languages, country) => {
  expect(homeCountry(chosen, languages)).toBe(country);
});

it.each([
  ['only the English that browsers come with', ['en-US', 'en']],
  ['no language', []],
  ['a language that makes no sense', ['!']],
])('is Czechia for a browser of %s', (_, languages) => {
  expect(homeCountry(null, languages)).toBe('CZ');
});

it('goes past the English that browsers come with to a language that tells more', () => {
  expect(homeCountry(null, ['en-US', 'pl'])).toBe('PL');
});
