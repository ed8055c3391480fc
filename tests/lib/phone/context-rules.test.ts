import { expect, it } from 'vitest';
import { CONTEXT_RULES, ruleAgainst } from '@/lib/phone/context-rules';

/** The number stands where the text has a `~`. */
function ruleAgainstNumberIn(text: string): string | null {
  const [before = '', after = ''] = text.split('~');
  return ruleAgainst(before, after)?.name ?? null;
}

const REJECTED: readonly (readonly [string, string])[] = [
  ['hash sign', 'ticket #~'],
  ['hash sign', '# ~'],
  ['currency before', 'celkem Kč ~'],
  ['currency before', 'EUR ~'],
  ['currency before', '€~'],
  ['currency after', '~ Kč'],
  ['currency after', '~,- za kus'],
  ['currency after', '~ zł'],
  ['currency after', '~EUR'],
  ['currency after', '~ Ft.'],
  ['currency after', '~\u00a0$'],
  ['company or tax id', 'IČO: ~'],
  ['company or tax id', 'IČ ~'],
  ['company or tax id', 'DIČ: ~'],
  ['company or tax id', 'IČ DPH: ~'],
  ['company or tax id', 'NIP ~'],
  ['company or tax id', 'USt-ID: ~'],
  ['order or document number', 'Objednávka č. ~'],
  ['order or document number', 'Faktura číslo: ~'],
  ['order or document number', 'Order ID ~'],
  ['order or document number', 'Rechnung Nr. ~'],
  ['order or document number', 'Zamówienie nr ~'],
  ['order or document number', 'smlouvy ~'],
  ['variable symbol', 'VS: ~'],
  ['variable symbol', 'variabilní symbol ~'],
  ['numbered item', 'karta č. ~'],
  ['numbered item', 'No. ~'],
  ['numbered item', 'hotel nr ~'],
  ['account number', 'na účet ~/0800'],
  ['account number', '~ /2010 u banky'],
  ['bank account', 'CZ65 ~'],
  ['bank account', 'IBAN SK31 1200 ~'],
  ['fax', 'Fax: ~'],
  ['fax', 'Telefax ~'],
];

it.each(REJECTED)('the rule "%s" speaks against the number in %j', (name, text) => {
  expect(ruleAgainstNumberIn(text)).toBe(name);
});

it('every rule has an example', () => {
  const shown = new Set(REJECTED.map(([name]) => name));
  expect(CONTEXT_RULES.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});

it.each([
  ['hash sign', 'C# ve firmě, volejte ~'],
  ['currency before', 'Sharon ~'],
  ['currency before', 'Chauffeur ~'],
  ['currency before', 'ceny v EUR volejte ~'],
  ['currency after', '~ Eurotel servis'],
  ['currency after', '~ Ronald'],
  ['currency after', '~ Leitner'],
  ['currency after', '~, Kč jen hotově'],
  ['company or tax id', 'Jan Petrovič ~'],
  ['company or tax id', 'paní Nikolič: ~'],
  ['company or tax id', 'kovat ~'],
  ['order or document number', 'Objednávky na tel. ~'],
  ['order or document number', 'Border ~'],
  ['order or document number', 'Ticket office ~'],
  ['variable symbol', 'Klub Levs ~'],
  ['numbered item', 'piano ~'],
  ['numbered item', 'Tel. č. ~'],
  ['numbered item', 'Tel. č.: ~'],
  ['numbered item', 'telefonní č. ~'],
  ['numbered item', 'Phone no. ~'],
  ['numbered item', 'Mobil č.: ~'],
  ['account number', '~/12'],
  ['account number', '~ / 12345'],
  ['bank account', 'sál B12 ~'],
  ['fax', 'Faxová ulice ~'],
])('the rule "%s" has nothing against the number in %j', (_name, text) => {
  expect(ruleAgainstNumberIn(text)).toBeNull();
});

it.each([
  ['nothing around it', '~'],
  ['a label', 'Tel.: ~'],
  ['a sentence', 'Volejte prosím ~, děkujeme.'],
])('no rule speaks against a number with %s', (_what, text) => {
  expect(ruleAgainstNumberIn(text)).toBeNull();
});

it.each([
  ['words of an order', 'objednávk'.repeat(20_000)],
  ['groups of a bank account', `CZ65${' 0800'.repeat(20_000)}`],
  ['spaces', ' '.repeat(200_000)],
  ['letters', 'telč'.repeat(50_000)],
])('answers at once for a context of many %s', (_what, text) => {
  const startedAt = performance.now();
  ruleAgainst(`${text}!`, text);
  expect(performance.now() - startedAt).toBeLessThan(200);
});
