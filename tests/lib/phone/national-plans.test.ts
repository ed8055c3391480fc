import { expect, it } from 'vitest';
import { countriesToTry } from '@/lib/phone/national-plans';

const namesOf = (...asked: Parameters<typeof countriesToTry>) =>
  countriesToTry(...asked).map(({ country, closeness }) => `${closeness} ${country}`);

it('tries the own country, the one of the page, the kindred one, and then the neighbours', () => {
  expect(namesOf('SK', 'pl')).toEqual([
    'own SK',
    'page PL',
    'kindred CZ',
    'neighbour HU',
    'neighbour AT',
    'neighbour DE',
  ]);
});

it('tries how numbers of the own country were formerly written before the neighbours', () => {
  expect(namesOf('CZ', 'cs').slice(0, 4)).toEqual([
    'own CZ',
    'kindred SK',
    'formerly CZ',
    'neighbour PL',
  ]);
});

it('tries each country once', () => {
  const tries = namesOf('DE', 'de-AT');
  expect(new Set(tries).size).toBe(tries.length);
});
