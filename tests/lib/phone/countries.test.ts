import { getCountries } from 'libphonenumber-js/max';
import { expect, it } from 'vitest';
import { COUNTRIES } from '@/lib/phone/countries';

it('the countries to choose from are those whose numbering plans are known', () => {
  expect(COUNTRIES).toEqual(getCountries().sort());
});
