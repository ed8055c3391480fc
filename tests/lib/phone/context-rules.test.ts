import { expect, it } from 'vitest';
import en from '@/lib/i18n/locales/en.json';
import { CONTEXT_RULES, type RuleName, SHAPE_RULES, spansIn } from '@/lib/phone/context-rules';
import { createRecognise } from '@/lib/phone/recognise';
import { aQuestion } from '../../support/questions';

const recognise = createRecognise('CZ');

/** The number, bare and grouped, stands where the text has a `~` or a `_`. */
function rulesIn(text: string, label = ''): string[] {
  const written = text.replace('~', '602345678').replace('_', '602 345 678');
  const [verdict] = recognise([aQuestion(written, { label })], 'cs');
  return (verdict?.refused ?? []).map(({ rule }) => rule);
}

const REFUSED: readonly (readonly [RuleName, string])[] = [
  ['url', 'https://www.firma.cz/p/~'],
  ['url', 'eshop.cz/?id=~'],
  ['url', '…zka/orders/~'],
  ['email', '602345678@seznam.cz'],
  ['fileName', '602345678.pdf'],
  ['hash', 'commit ~'],
  ['version', 'build ~'],
  ['coordinates', 'GPS ~'],
  ['iban', 'IBAN ~'],
  ['paymentCard', 'číslo karty ~'],
  ['isbn', 'ISBN ~'],
  ['productCode', 'kód zboží ~'],
  ['productCode', 'EAN: ~'],
  ['duration', 'délka ~'],
  ['pageRange', 'strana ~'],
  ['caseFile', 'č. j. ~'],
  ['caseFile', 'sp. zn. ~'],
  ['caseFile', 'Aktenzeichen ~'],
  ['caseFile', 'Az.: ~'],
  ['orderNumber', 'objednávka z Polska ~'],
  ['orderNumber', 'order from Poland ~'],
  ['orderNumber', 'PO ~'],
  ['birthNumber', 'r. č. ~'],
  ['birthNumber', 'PESEL ~'],
  ['birthNumber', 'CNP ~'],
  ['birthNumber', 'TAJ szám: ~'],
  ['identityDocument', 'číslo OP: ~'],
  ['identityDocument', 'dowód osobisty ~'],
  ['bankAccount', 'na účet ~/0800'],
  ['bankAccount', '~/0800'],
  ['bankAccount', 'č. ú. ~'],
  ['bankAccount', 'Konto ~'],
  ['bankAccount', 'nr rachunku ~'],
  ['paymentSymbol', 'VS: ~'],
  ['paymentSymbol', 'variabilní symbol ~'],
  ['vatId', 'DIČ: ~'],
  ['vatId', 'DIČ CZ602345678'],
  ['vatId', 'USt-IdNr.: ~'],
  ['vatId', 'NIP ~'],
  ['vatId', 'CIF ~'],
  ['companyId', 'IČO: ~'],
  ['companyId', 'IČ _'],
  ['companyId', 'REGON: ~'],
  ['companyId', 'KRS ~'],
  ['companyId', 'CUI: ~'],
  ['companyId', 'C.U.I. ~'],
  ['companyId', 'Handelsregister HRB ~'],
  ['companyId', 'Cégjegyzékszám: ~'],
  ['orderNumber', 'Objednávka č. ~'],
  ['orderNumber', 'Order number: _'],
  ['orderNumber', 'Bestellnummer ~'],
  ['orderNumber', 'zamówienie nr ~'],
  ['orderNumber', 'Rendelés száma: ~'],
  ['orderNumber', 'Comanda nr. ~'],
  ['orderNumber', 'moje objednávka ~ nedorazila'],
  ['invoiceNumber', 'Faktura č. ~'],
  ['invoiceNumber', 'Rechnung Nr. ~'],
  ['invoiceNumber', 'invoice ~'],
  ['invoiceNumber', 'Factură seria ABC nr. ~'],
  ['customerNumber', 'Zákaznické číslo: ~'],
  ['customerNumber', 'my customer number is ~'],
  ['customerNumber', 'Kd.-Nr. ~'],
  ['contractNumber', 'smlouva č. ~'],
  ['contractNumber', 'Vertragsnummer ~'],
  ['policyNumber', 'číslo pojistky ~'],
  ['ticketNumber', 'Ticket ~'],
  ['ticketNumber', 'Case number: _'],
  ['trackingNumber', 'zásilka ~'],
  ['trackingNumber', 'AWB ~'],
  ['serialNumber', 'S/N: ~'],
  ['serialNumber', 'Seriennummer ~'],
  ['postalCode', 'PSČ ~'],
  ['postBox', 'datová schránka ~'],
  ['parcelOfLand', 'parcela č. ~'],
  ['reference', 'ref. ~'],
  ['reference', 'session id: ~'],
  ['timestamp', 'timestamp ~'],
  ['code', 'kód ~'],
  ['price', 'celkem Kč ~'],
  ['price', 'EUR _'],
  ['price', '€~'],
  ['price', '_ Kč'],
  ['price', '_,- za kus'],
  ['price', '_ zł'],
  ['price', '_,50 Ft'],
  ['price', '~\u00a0$'],
  ['price', 'částka ~'],
  ['percentage', '_ %'],
  ['percentage', '40 % z _'],
  ['quantity', '_ ks'],
  ['quantity', '_ kWh'],
  ['quantity', '_ m²'],
  ['quantity', '_ GB'],
  ['quantity', '_ km'],
  ['quantity', '~kg'],
  ['quantity', 'množství: ~'],
  ['fax', 'Fax: _'],
  ['fax', 'Telefax +420 602 345 678'],
  ['fax', 'F +420 602 345 678'],
  ['fax', 'faks _'],
  ['hashSign', '# ~'],
  ['hashSign', 'úkol #~'],
  ['numberedItem', 'Jan Nr. ~'],
  ['numberedItem', 'mám to č. ~'],
  ['booking', 'Rezervace ~'],
  ['transaction', 'Transakce ~'],
  ['membership', 'předplatné ~'],
  ['otherNumber', 'Zählerstandsnummer ~'],
  ['otherNumber', 'číslo turniketu ~'],
  ['otherNumber', 'ukazuje to hodnotu ~'],
  ['partOfCode', 'MV-602345678'],
  ['partOfCode', 'K602345678'],
  ['partOfCode', 'EMH00 _'],
  ['partOfCode', '_ 123 456'],
  ['partOfCode', 'R _'],
  ['serialNumber', 'výrobní číslo _'],
  ['serialNumber', 'licznik gazu _'],
  ['serialNumber', 'Contor gaz _'],
  ['code', 'heslo k Wi-Fi: ~'],
  ['identityDocument', 'číslo občanského průkazu _'],
  ['policyNumber', 'Polizze _'],
  ['productCode', 'nr kat. _'],
  ['customerNumber', 'osobní číslo _'],
  ['vatId', 'Steuer-ID 47 _'],
  ['reference', 'job=~'],
  ['reference', 'clientId="~"'],
  ['fax', 'per Fax an _'],
  ['fax', 'Fax orders only: _'],
  ['fax', 'New patients: fax your forms to _'],
  ['fax', 'kérjük a _ faxszámra küldeni'],
  ['fax', '_ ist nur noch sein Faxgerät'],
  ['otherNumber', 'Best.-Nr. _'],
  ['otherNumber', 'číslo protokolu (např. ~)'],
  ['orderNumber', 'položka _'],
  ['bankAccount', 'Vertragskonto _'],
  ['quantity', '_ zobrazení'],
  ['quantity', 'návštěvnost: _'],
  ['partOfCode', '602345678X'],
  ['partOfCode', '602345678-12345'],
];

/** Digits of these never are the whole of a number, so the piece of text itself is looked at. */
const SPANS: readonly (readonly [RuleName, string])[] = [
  ['uuid', '550e8400-e29b-41d4-a716-446655440000'],
  ['hash', '77712345660234567800224567890abc'],
  ['ipAddress', '192.168.100.245'],
  ['ipAddress', '10.20.30.40:8080'],
  ['version', 'v605.123.456'],
  ['coordinates', '50.0755381, 14.4378005'],
  ['coordinates', '40.7127753, -74.0059728'],
  ['iban', 'CZ65 0800 0000 1920 0014 5399'],
  ['iban', 'GB29NWBK60161331926819'],
  ['paymentCard', '4111 1111 1111 1111'],
  ['paymentCard', '3782 822463 10005'],
  ['isbn', '978-80-7203-717-1'],
  ['productCode', '4006381333931'],
  ['date', '12.10.2026'],
  ['date', '12. 10. 2026'],
  ['date', '10/12/2026'],
  ['date', '10/31/2026'],
  ['date', '31/10/26'],
  ['date', '2026-10-12'],
  ['date', '2026. 10. 12'],
  ['time', '14:05:22'],
  ['time', '8:00-17:30'],
  ['yearRange', '1939-1945'],
  ['birthNumber', '775312/123'],
  ['bankAccount', '19-2000145399/0800'],
  ['bankAccount', '605123456 / 0100'],
];

it.each(REFUSED)('the rule "%s" refuses the number in %j', (name, text) => {
  expect(rulesIn(text)).toEqual([name]);
});

it.each(SPANS)('the rule "%s" takes all of %j for its own', (name, text) => {
  expect(spansIn(`od ${text} dále`)[0]).toEqual({ rule: name, start: 3, end: 3 + text.length });
});

const NAMES: readonly RuleName[] = [...CONTEXT_RULES.map(({ name }) => name), ...SHAPE_RULES];

it('every rule has an example', () => {
  const shown = new Set([...REFUSED, ...SPANS].map(([name]) => name));
  expect(NAMES.filter((name) => !shown.has(name))).toEqual(['oneShapeColumn']);
});

it('every rule has a name that the agent can read, and no other', () => {
  const told = Object.keys(en).filter((key) => key.startsWith('rule.'));
  // One more is the agent's own.
  expect(told.sort()).toEqual([...NAMES, 'taught'].map((name) => `rule.${name}`).sort());
});

it.each([
  ['url', 'Firma/pobočka _'],
  ['email', 'novak@firma.cz _'],
  ['fileName', 'viz ceník.pdf, _'],
  ['hash', 'v hashi nic, _'],
  ['ipAddress', 'z 10.0.0.15 volal _'],
  ['version', 'verze 7.1, volejte _'],
  ['coordinates', '50.0755381, 14.4378005, tel. _'],
  ['iban', 'sál B12 _'],
  ['paymentCard', 'platba kartou, tel. _'],
  ['date', '12.10.2026 _'],
  ['time', '14:05 _'],
  ['yearRange', '© 2019-2026 Firma _'],
  ['bankAccount', '_ / 12345'],
  ['vatId', 'kovat _'],
  ['companyId', 'Jan Petrovič ~'],
  ['companyId', 'paní Nikolič: ~'],
  ['orderNumber', 'Objednávky na tel. ~'],
  ['orderNumber', 'Objednávky: _'],
  ['orderNumber', 'Objednávky Polsko: _'],
  ['orderNumber', 'Border ~'],
  ['orderNumber', 'volejte po ~'],
  ['caseFile', 'od osmi až ~'],
  ['invoiceNumber', 'Fakturace: _'],
  ['ticketNumber', 'Reklamace: _'],
  ['paymentSymbol', 'Klub Levs ~'],
  ['price', 'Sharon ~'],
  ['price', 'ceny v EUR volejte ~'],
  ['price', '_ Eurotel servis'],
  ['price', '_ Leitner'],
  ['price', '_, Kč jen hotově'],
  ['price', '_ 1 250 Kč'],
  ['percentage', 'sleva 15 %, volejte _'],
  ['quantity', '_ Karel'],
  ['quantity', '_ M: 702 345 678'],
  ['fax', 'Tel/Fax: _'],
  ['fax', 'Faxová ulice, _'],
  ['hashSign', 'C# ve firmě, volejte _'],
  ['numberedItem', 'piano, _'],
  ['numberedItem', 'Tel. č.: ~'],
  ['numberedItem', 'Phone no. ~'],
  ['booking', 'Rezervace: _'],
  ['policyNumber', 'Police: _'],
  ['trackingNumber', 'Zásilky: _'],
  ['otherNumber', 'moje číslo je ~'],
  ['otherNumber', 'zavolejte prosím zpátky ~'],
  ['otherNumber', 'manželka ~'],
  ['partOfCode', '_-9'],
  ['partOfCode', '_ 12 ks'],
  ['partOfCode', '_ 17:00 hod'],
  ['reference', 'phone=~'],
  ['time', 'Volejte po 16: _'],
  ['otherNumber', 'zapiš si ~'],
  ['otherNumber', 'noční směna   ~'],
  ['partOfCode', '_/702 345 678'],
])('the rule "%s" has nothing against the number in %j', (_name, text) => {
  expect(rulesIn(text)).toEqual([]);
});

it.each([
  ['Číslo objednávky', 'orderNumber'],
  ['Order ID', 'orderNumber'],
  ['Kundennummer', 'customerNumber'],
  ['Számla', 'invoiceNumber'],
  ['CUI', 'companyId'],
  ['Kwota', 'price'],
  ['Fax', 'fax'],
] as const)('what stands below %j is refused by the rule "%s"', (label, rule) => {
  expect(rulesIn('~', label)).toEqual([rule]);
});

it.each(['Telefon', 'Mobil', 'GSM', 'Phone number', 'Handy', 'Telefonszám', 'Tel./fax', 'Kontakt'])(
  'what stands below %j is a number',
  (label) => {
    expect(rulesIn('~', label)).toEqual([]);
  },
);

it('what leads to the digits in a cell counts more than its heading', () => {
  expect(rulesIn('tel. ~', 'Číslo objednávky')).toEqual([]);
  expect(rulesIn('VS ~', 'Telefon')).toEqual(['paymentSymbol']);
});

it('a number with its country code stands against headings and labels of other numbers', () => {
  expect(rulesIn('Objednávka č. +420 602 345 678', 'Faktura')).toEqual([]);
});

it('the lower end of a range of prices is a price, too', () => {
  expect(rulesIn('cena _ až 702 345 678 Kč')).toEqual(['price', 'price']);
});

it('the rule for the first of a list holds for the others', () => {
  expect(rulesIn('Objednávky ~, 602345679 a 602345680')).toEqual([
    'orderNumber',
    'orderNumber',
    'orderNumber',
  ]);
});

it.each([
  ['words of an order', 'objednávk'.repeat(20_000)],
  ['groups of a bank account', `CZ65${' 0800'.repeat(20_000)}`],
  ['spaces', ' '.repeat(200_000)],
  ['letters', 'telč'.repeat(50_000)],
  ['dots', 'a.'.repeat(100_000)],
  ['slashes', 'a/'.repeat(100_000)],
  ['hexadecimal digits', 'deadbeef0'.repeat(20_000)],
  ['digits with dots', '1.12'.repeat(50_000)],
  ['digits with dashes', '12-'.repeat(50_000)],
  ['address characters', 'a%+-._'.repeat(30_000)],
])('answers at once for a context of many %s', (_what, text) => {
  const startedAt = performance.now();
  spansIn(text.slice(0, 500));
  rulesIn(`${text.slice(0, 230)} ~ ${text.slice(0, 230)}`);
  expect(performance.now() - startedAt).toBeLessThan(200);
});
