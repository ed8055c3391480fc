import { expect, it } from 'vitest';
import { countryNamedBy } from '@/lib/phone/country-names';

it.each([
  [
    'CZ',
    'cesko ceska ceskeho czech tschechien tschechischer czeski czechach cseh cehia praze prag',
  ],
  ['CZ', 'prazsky pradze praga prague prager brno brnenske'],
  ['SK', 'slovensko slovenska slovakia slowakei slowacki szlovak szlovakiai slovacia bratislave'],
  ['PL', 'polsko polsky polska polish polen polnischer lengyel lengyelorszag polonia warszawa'],
  ['PL', 'varsavy varsoi krakov krakow warschau warsaw'],
  ['HU', 'madarsky hungary ungarn ungaria wegierski wegry magyar maghiar budapesti'],
  ['RO', 'rumunsky rumanien romania romaniai romanesc bukurest bucuresti bukaresti cluj'],
  ['DE', 'nemecko nemecky niemcy niemiecki deutschland deutsche german germania nemet berlinska'],
  [
    'AT',
    'rakousko rakusky osterreich austria austriacki osztrak wien videnska vidni viedne wiednia',
  ],
  ['AT', 'becsi viena vienna'],
  ['CH', 'svycarsko svajci szwajcaria schweiz switzerland swiss elvetia zurich curych'],
  ['GB', 'britsky britain british anglia londyn london uk'],
  ['US', 'usa americky amerikanisch amerykanski american'],
] as const)('knows %s in each of %j', (country, words) => {
  const others = words.split(' ').filter((word) => countryNamedBy(word) !== country);
  expect(others).toEqual([]);
});

it.each([
  '',
  'deutsch',
  'roman',
  'nemec',
  'slovinsko',
  'pragmaticky',
  'polen2',
  'telefon',
  'novak',
])('hears no country in %j', (word) => {
  expect(countryNamedBy(word)).toBeNull();
});
