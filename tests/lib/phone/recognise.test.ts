import { expect, it } from 'vitest';
import { candidatesIn } from '@/lib/phone/candidates';
import { CONTEXT_RULES, ruleAgainst } from '@/lib/phone/context-rules';
import { createRecognise } from '@/lib/phone/recognise';

const recognise = createRecognise('CZ');

/** Both stages, as a page and the background do them together. */
function dialled(text: string): string[] {
  const found = candidatesIn(text).map((candidate) => candidate.text);
  return [...new Set(recognise(found).flatMap((numbers) => numbers.map(({ dial }) => dial)))];
}

it.each([
  ['Mobil: +420 777 123 456', ['+420777123456']],
  ['volejte 602 345 678 do pěti', ['+420602345678']],
  ['Büro +49 30 901820', ['+4930901820']],
  ['London +44 20 7946 0958', ['+442079460958']],
  ['+421 905 123 456 nebo +420 608 222 333', ['+421905123456', '+420608222333']],
])('finds the numbers in %j', (text, numbers) => {
  expect(dialled(text)).toEqual(numbers);
});

it.each([
  ['hash sign', 'ticket #602345678'],
  ['currency before', 'celkem Kč 602345678'],
  ['currency after', 'zaplaceno 602 345 678 Kč'],
  ['company or tax id', 'IČO: 602345678'],
  ['order or document number', 'Objednávka č. 602345678'],
  ['variable symbol', 'VS: 602345678'],
  ['numbered item', 'karta č. 602345678'],
  ['account number', 'na účet 602345678/0800'],
  ['fax', 'Fax: 602345678'],
])('the rule "%s" speaks against %j', (name, text) => {
  expect(CONTEXT_RULES.map((rule) => rule.name)).toContain(name);
  const at = text.search(/602/);
  const end = text.search(/8(?!.*\d{3})/) + 1;
  const length = text.slice(at).match(/^[\d ]*\d/)?.[0].length ?? end;
  expect(ruleAgainst(text.slice(0, at), text.slice(at + length))?.name).toBe(name);
  expect(dialled(text)).toEqual([]);
});

it.each([
  'Tel. 602 345 678',
  'Kontakt: 602 345 678, e-mail na webu',
  'Mobil 602 345 678 (po 9. hodině)',
  'Euro Truck servis 602 345 678',
])('no rule speaks against %j', (text) => {
  expect(dialled(text)).toEqual(['+420602345678']);
});

it.each([
  '12.10.2026',
  '2026-10-12 09:14',
  '192.168.10.24',
  'CZ65 0800 0000 1920 0014 5399',
  '18 450,00 Kč',
  '50.0755381, 14.4378005',
])('takes %j for no phone number', (text) => {
  expect(dialled(`Posted ${text} by us`)).toEqual([]);
});

it('tells where in the candidate the number stands', () => {
  const candidate = 'ring +420 777 123 456 now';
  const [[found] = []] = recognise([candidate]);
  expect(candidate.slice(found?.start, found?.end)).toBe('+420 777 123 456');
});

it('answers each candidate in the order asked', () => {
  expect(recognise(['nothing', '+420 777 123 456']).map((found) => found.length)).toEqual([0, 1]);
});
