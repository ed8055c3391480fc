import fc from 'fast-check';
import { expect, it } from 'vitest';
import { candidatesIn } from '@/lib/phone/candidates';
import { createRecognise } from '@/lib/phone/recognise';
import { aQuestion, aRecognised, aVerdict } from '../../support/questions';

const recognise = createRecognise('CZ');

/** The verdicts on texts that stand alone. */
const verdictsOn = (texts: readonly string[], by = recognise, language = '') =>
  by(
    texts.map((text) => aQuestion(text)),
    language,
  );

/** Both stages, as a page and the background do them together: `what stands there → dialled`. */
function foundIn(text: string, by = recognise, language = ''): string[] {
  const candidates = candidatesIn(text);
  const verdicts = verdictsOn(
    candidates.map((candidate) => candidate.text),
    by,
    language,
  );
  return verdicts.flatMap(({ numbers }, index) =>
    numbers.map(({ start, end, dial, extension }) => {
      const offset = candidates[index]?.start ?? 0;
      const place = `${offset + start} ${text.slice(offset + start, offset + end)}`;
      return `${place} → ${dial}${extension ? ` ext ${extension}` : ''}`;
    }),
  );
}

it.each([
  ['Mobil: +420 777 123 456', ['7 +420 777 123 456 → +420777123456']],
  ['volejte 602 345 678 do pěti', ['8 602 345 678 → +420602345678']],
  ['Büro +49 30 901820', ['5 +49 30 901820 → +4930901820']],
  ['Büro +49 (0)30 / 901820', ['5 +49 (0)30 / 901820 → +4930901820']],
  ['London +44 (0)20 7946 0958', ['7 +44 (0)20 7946 0958 → +442079460958']],
  ['Warszawa: +48 22 695 29 00.', ['10 +48 22 695 29 00 → +48226952900']],
  ['00420 777 123 456', ['0 00420 777 123 456 → +420777123456']],
  ['tel:+420777123456', ['4 +420777123456 → +420777123456']],
  ['callto:+420777123456', ['7 +420777123456 → +420777123456']],
  ['777\u00a0123\u00a0456', ['0 777\u00a0123\u00a0456 → +420777123456']],
  ['777\u202f123\u202f456', ['0 777\u202f123\u202f456 → +420777123456']],
  ['777\u2009123\u2009456', ['0 777\u2009123\u2009456 → +420777123456']],
  ['tel. 777\t123 456', ['5 777\t123 456 → +420777123456']],
  ['+420 602\n     345 678', ['0 +420 602\n     345 678 → +420602345678']],
  ['volejte 602 345\n678 do pěti', ['8 602 345\n678 → +420602345678']],
  ['777\u2011123\u2011456', ['0 777\u2011123\u2011456 → +420777123456']],
  ['777\u2013123\u2013456', ['0 777\u2013123\u2013456 → +420777123456']],
  ['777\u2212123\u2212456', ['0 777\u2212123\u2212456 → +420777123456']],
  ['Jan Petrovič 602 345 678', ['13 602 345 678 → +420602345678']],
])('finds the number in %j and where it stands', (text, found) => {
  expect(foundIn(text)).toEqual(found);
});

it.each([', ', ',', '; ', ' / ', '/', ' nebo ', ' | ', '\n', `\n${' '.repeat(30)}`])(
  'finds both of two numbers with %j between them',
  (between) => {
    expect(foundIn(`777 123 456${between}608 123 456`)).toEqual([
      '0 777 123 456 → +420777123456',
      `${11 + between.length} 608 123 456 → +420608123456`,
    ]);
  },
);

it.each([
  ['541 234 567, 12 lidí', '541 234 567'],
  ['541 234 567 kl. 12 345 678', '541 234 567'],
  ['541 234 567 x 602 345 678', '541 234 567'],
])('takes nothing in %j for an extension', (text, number) => {
  expect(foundIn(text)[0]).toBe(`0 ${number} → +420541234567`);
});

it.each([
  '541 234 567 linka 12',
  '541 234 567, linka 12',
  '541 234 567 l. 12',
  '541 234 567 kl. 12',
  '541 234 567 klapka 12',
  '541 234 567 ext. 12',
  '541 234 567 x12',
  '541 234 567 Durchwahl 12',
  '541 234 567, Durchwahl -12',
  '541 234 567 DW 12',
  '541 234 567 wew. 12',
  '541 234 567 int. 12',
  '541 234 567 mellék: 12',
])('takes the extension in %j with the number', (text) => {
  expect(foundIn(text)).toEqual([`0 ${text} → +420541234567 ext 12`]);
});

it.each([' ', '\n', '\t', '\n   ', ', '])(
  'finds all of a long row of numbers, parted by %j',
  (mark) => {
    const numbers = Array.from({ length: 20 }, (_, at) => `602 345 ${600 + at}`);
    const found = numbers.map((number, at) => `${at * (11 + mark.length)} ${number}`);
    expect(foundIn(numbers.join(mark)).map((text) => text.split(' →')[0])).toEqual(found);
  },
);

it('finds no number in a long row of groups that are more than numbers', () => {
  expect(foundIn('602 345 678 603 345 678 604 345 678 605 345 678 12')).toEqual([]);
});

it('ends a number at its line where the next one is another', () => {
  expect(foundIn('Tel. 602 345 678\n214 417')).toEqual(['5 602 345 678 → +420602345678']);
});

it('leaves the bracket round an extension in the text', () => {
  expect(foundIn('541 234 567 (linka 12)')).toEqual([
    '0 541 234 567 (linka 12 → +420541234567 ext 12',
  ]);
});

it.each([
  ['(+420) 777 123 456', '0 (+420) 777 123 456 → +420777123456'],
  ['(777 123 456)', '1 777 123 456 → +420777123456'],
  ['(tel. 777 123 456)', '6 777 123 456 → +420777123456'],
  ['(02) 5932 1234', '0 (02) 5932 1234 → +421259321234'],
  ['＋４２０ ７７７ １２３ ４５６', '0 ＋４２０ ７７７ １２３ ４５６ → +420777123456'],
  ['110 00 Praha 1 224 567 890', '15 224 567 890 → +420224567890'],
  ['12.10.2026 14:05 777 123 456', '17 777 123 456 → +420777123456'],
  ['420 777 123 456', '0 420 777 123 456 → +420777123456'],
])('reads %j as a person would', (text, found) => {
  expect(foundIn(text)).toEqual([found]);
});

it('reads two numbers side by side as two, also where their lengths would allow one', () => {
  expect(foundIn('777 123 456 608 111 222')).toHaveLength(2);
  expect(foundIn('030 901820 040 123456', createRecognise('DE'))).toEqual([
    '0 030 901820 → +4930901820',
    '11 040 123456 → +4940123456',
  ]);
});

it('takes no tail of a number with a country code for a number', () => {
  expect(foundIn('+999 777 123 456')).toEqual([]);
});

it('finds numbers of different countries in one text', () => {
  expect(foundIn('+421 905 123 456 nebo +420 608 222 333')).toEqual([
    '0 +421 905 123 456 → +421905123456',
    '22 +420 608 222 333 → +420608222333',
  ]);
});

it('finds a number at the end of a long text at its place', () => {
  expect(foundIn(`${'slovo '.repeat(200)}777 123 456`)).toEqual([
    '1200 777 123 456 → +420777123456',
  ]);
});

it.each([
  'zaplaceno 602 345 678 Kč',
  'IČO: 602345678',
  'Objednávka č. 602345678',
  'VS: 602345678',
  'na účet 602345678/0800',
  'Fax: 602 345 678',
  'ticket #602345678',
])('leaves %j alone for what stands around the digits', (text) => {
  expect(foundIn(text)).toEqual([]);
});

it.each([
  '12.10.2026',
  '2026-10-12 09:14',
  '192.168.10.24',
  'CZ65 0800 0000 1920 0014 5399',
  '18 450,00 Kč',
  '50.0755381, 14.4378005',
  '0420777123456',
  '4111 1111 1111 1111',
  '978-80-7203-717-1',
  '12345678901234567890',
])('takes %j for no phone number', (text) => {
  expect(foundIn(`Posted ${text} by us`)).toEqual([]);
});

it('reads a number without a prefix by the country it was made for', () => {
  const [inPoland] = verdictsOn(['601 234 567'], createRecognise('PL'));
  expect(inPoland?.numbers[0]?.dial).toBe('+48601234567');
  expect(verdictsOn(['601 234 567'])[0]?.numbers[0]?.dial).toBe('+420601234567');
});

it.each([
  ['CZ', 'cs', '0905 123 456', '+421905123456'],
  ['CZ', 'cs', 'kolega 030 901820', '+4930901820'],
  ['CZ', 'cs', 'tel. 690 123 456', '+48690123456'],
  ['SK', 'sk', '777 123 456', '+420777123456'],
  ['SK', 'sk', '06 30 123 4567', '+36301234567'],
  ['HU', 'hu', '0722 123 456', '+40722123456'],
  ['CZ', 'hu', '06 30 123 4567', '+36301234567'],
  ['CZ', 'ro', '0722 123 456', '+40722123456'],
  ['CZ', 'de', '0664 1234567', '+436641234567'],
  ['CZ', 'de', '0172 1234567', '+491721234567'],
  ['CZ', 'en-GB', '020 7946 0958', '+442079460958'],
  ['CZ', 'en_US', '(212) 555-0123', '+12125550123'],
  ['FR', 'fr', '01 42 68 53 00', '+33142685300'],
] as const)('an agent of %s, on a page in %s, dials %j as %s', (country, language, text, dial) => {
  const [verdict] = verdictsOn([text], createRecognise(country), language);
  expect(verdict?.numbers.map((number) => number.dial)).toEqual([dial]);
});

it.each([
  ['CZ', 'cs', '0905123456'],
  ['CZ', 'cs', '690 123 456'],
  ['CZ', 'en', '(212) 555-0123'],
  ['DE', 'de', '30901820'],
  ['FR', 'fr', '142685300'],
] as const)(
  'an agent of %s, on a page in %s, is shown nothing in %j',
  (country, language, text) => {
    expect(foundIn(text, createRecognise(country), language)).toEqual([]);
  },
);

it.each([
  ['CZ', '420777123456', '+420777123456'],
  ['CZ', '0905123456', '+421905123456'],
  ['SK', '905 123 456', '+421905123456'],
  ['HU', '301234567', '+36301234567'],
] as const)('below "Telefon" an agent of %s is shown %j as %s', (country, text, dial) => {
  const by = createRecognise(country);
  const [labelled, alone] = by([aQuestion(text, { label: 'Telefon' }), aQuestion(text)], '');
  expect(labelled?.numbers.map((number) => number.dial)).toEqual([dial]);
  expect(alone?.numbers).toEqual([]);
});

it.each([
  ['CZ', '21 24 567 89'],
  ['CZ', '412 600 000'],
  ['SK', '0904 2217 31'],
  ['PL', '530 0550 10'],
  ['RO', '0240 1832 77'],
  ['DE', '0300 4418 2276'],
  ['DE', '0481729'],
  ['HU', '018/2024/41877'],
  ['CZ', '0917.332'],
  ['GB', '0031884726101'],
  ['US', '(415) 66-67-777'],
] as const)(
  'an agent of %s is shown %j, which nobody writes so, below "Telefon" only',
  (country, text) => {
    const by = createRecognise(country);
    expect(foundIn(text, by)).toEqual([]);
    expect(by([aQuestion(text, { label: 'Telefon' })], '')[0]?.numbers.length).toBeLessThan(2);
  },
);

it.each([
  ['CZ', '602 / 318 447', '+420602318447'],
  ['CZ', '800 100 000', '+420800100000'],
  ['CZ', '604 - 118 - 927', '+420604118927'],
  ['PL', '0 22 635 41 78', '+48226354178'],
  ['DE', '0711 / 4902 - 118', '+497114902118'],
  ['DE', '0 30 / 2 31 25 - 6 08', '+493023125608'],
  ['HU', '20/941-82-27', '+36209418227'],
  ['HU', '30 664 2018', '+36306642018'],
  ['HU', '(52) 417-906', '+3652417906'],
  ['GB', '07548 29 31 06', '+447548293106'],
  ['DE', '0800 4472 910, aus Österreich +43 1 2675530', '+498004472910'],
] as const)('an agent of %s dials %j as %s', (country, text, dial) => {
  const [verdict] = verdictsOn([text], createRecognise(country));
  expect(verdict?.numbers[0]?.dial).toBe(dial);
});

it('hears the label of a line that a name stands behind', () => {
  expect(foundIn('Kontakt: p. Hudáková 420907881236')).toEqual([]);
  expect(foundIn('Kontakt: p. Hudáková 420777881236')).toEqual(['21 420777881236 → +420777881236']);
});

it('hears what the first row of a text says of a column', () => {
  const row = (code: string, phone: string) => `${code}\t${phone}\t12`;
  const text = [
    'Kat. č.\tTelefon\tKs',
    row('402 118 335', '602 345 678'),
    row('402 118 402', '602 345 679'),
  ];
  expect(foundIn(text.join('\n')).map((found) => found.split(' → ')[1])).toEqual([
    '+420602345678',
    '+420602345679',
  ]);
});

it.each([
  ['', [], ['oneShapeColumn']],
  ['Jméno', [], ['oneShapeColumn']],
  ['Telefon', ['+420777123456'], []],
  ['GSM', ['+420777123456'], []],
  ['Číslo objednávky', [], ['orderNumber']],
] as const)('in a column of one shape below %j the label decides', (label, dials, rules) => {
  const [verdict] = recognise([aQuestion('777123456', { label, inColumnOfOneShape: true })], 'cs');
  expect(verdict?.numbers.map(({ dial }) => dial)).toEqual(dials);
  expect(verdict?.refused.map(({ rule }) => rule)).toEqual(rules);
});

it.each([
  ['CZ', 'polská pobočka 22 695 41 80', '+48226954180'],
  ['CZ', 'rakouský dodavatel 0664 4183225', '+436644183225'],
  ['CZ', 'slovenský zákazník, tel. 905 418 225', '+421905418225'],
  ['CZ', '601 418 225 (Polsko)', '+48601418225'],
  ['SK', 'pražská pobočka 02/2441 8225', '+420224418225'],
  ['SK', 'český zákazník 0603 418 225', '+420603418225'],
  ['DE', 'Kunde aus Österreich, Tel. 0664 4183225', '+436644183225'],
  ['DE', 'Zürich: 044 418 32 25', '+41444183225'],
  ['RO', 'client din Germania, tel. 0172 4183225', '+491724183225'],
] as const)('an agent of %s dials the number in %j in the country named', (country, text, dial) => {
  const [verdict] = verdictsOn([text], createRecognise(country));
  expect(verdict?.numbers.map((number) => number.dial)).toEqual([dial]);
});

it.each([
  ['CZ', 'volal z Vídně, mobil 603 418 225', '+420603418225'],
  ['CZ', 'volal z Polska 777 418 225', '+420777418225'],
  ['CZ', 'je v Polsku, mobil 603 418 225', '+420603418225'],
  ['CZ', 'slovenská firma 224 418 225', '+420224418225'],
  ['DE', 'Kunde ist in Wien, mobil 0172 4183225', '+491724183225'],
  ['AT', 'deutscher Kunde 0664 4183225', '+436644183225'],
  ['DE', 'österreichische Firma, Tel. +49 89 4183225', '+49894183225'],
] as const)(
  'an agent of %s dials the number in %j as if no country were named, for it fits there less',
  (country, text, dial) => {
    const [verdict] = verdictsOn([text], createRecognise(country));
    expect(verdict?.numbers.map((number) => number.dial)).toEqual([dial]);
  },
);

it('keeps a named country for what a list goes on with, and not for what has words of its own', () => {
  const german = createRecognise('DE');
  expect(foundIn('Wien 01 5124182, mobil 0664 4183225', german)).toEqual([
    '5 01 5124182 → +4315124182',
    '23 0664 4183225 → +436644183225',
  ]);
  expect(foundIn('Schweiz 044 4183225, Lager 044 4183226', german)).toEqual([
    '8 044 4183225 → +41444183225',
    '27 044 4183226 → +49444183226',
  ]);
});

it.each([
  ['+48', '602 345 678', '+48602345678'],
  [' (+49) ', '0151 23456789', '+4915123456789'],
  ['+36', '20 123 4567', '+36201234567'],
  ['+48 or +49', '602 345 678', '+420602345678'],
])('reads behind %j, which stands apart, %j as %s', (label, text, number) => {
  const [verdict] = recognise([aQuestion(text, { label })], '');
  expect(verdict?.numbers.map(({ dial }) => dial)).toEqual([number]);
});

it('hears the country in the label beside a text', () => {
  const [verdict] = recognise([aQuestion('22 695 41 80', { label: 'Polsko' })], 'cs');
  expect(verdict?.numbers.map(({ dial }) => dial)).toEqual(['+48226954180']);
});

it.each([
  'Praha 4, obj. 0212345678',
  'objednávka z Polska 601418225',
  'Wien 0664418225',
  'UK 020 7946 0182',
])('makes no number of the digits in %j for the country that is named', (text) => {
  expect(foundIn(text)).toEqual([]);
});

it('finds where a country is named no number that it would not find behind a word for a phone', () => {
  const digits = fc.string({
    unit: fc.constantFrom(...'0123456789 /-'),
    minLength: 7,
    maxLength: 16,
  });
  const country = fc.constantFrom('Praha', 'Polsko', 'Wien', 'London', 'Schweiz', 'Ungarn');
  const found = (text: string) => verdictsOn([text])[0]?.numbers.length ?? 0;
  fc.assert(
    fc.property(country, digits, (name, number) => {
      expect(found(`${name}: ${number}`)).toBeLessThanOrEqual(found(`Tel.: ${number}`));
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['0603/418 225', '+420603418225'],
  ['049/5541822', '+420495541822'],
  ['05/4141 8225', '+420541418225'],
  ['02/5941 8225', '+421259418225'],
  ['rumunský řidič 0722 418 225', '+40722418225'],
])(
  'an agent in Czechia is shown %j as written with the old zero only where that fits best',
  (text, dial) => {
    expect(verdictsOn([text], recognise, 'cs')[0]?.numbers.map((number) => number.dial)).toEqual([
      dial,
    ]);
  },
);

it('says where the number stands that a rule refuses', () => {
  expect(verdictsOn(['VS: 602345678'])).toEqual([
    { numbers: [], refused: [{ start: 4, end: 13, rule: 'paymentSymbol' }] },
  ]);
});

it('answers each candidate in the order asked', () => {
  const answers = verdictsOn(['nothing', '+420 777 123 456', 'nothing', '608 123 456']);
  expect(answers.map(({ numbers }) => numbers.map(({ dial }) => dial))).toEqual([
    [],
    ['+420777123456'],
    [],
    ['+420608123456'],
  ]);
});

it('gives the answer it remembers for a text that comes back', () => {
  const [first] = verdictsOn(['+420 777 999 888']);
  const [again] = verdictsOn(['+420 777 999 888']);
  expect(again).toBe(first);
});

it('remembers another answer for another language, label or column', () => {
  const one = aQuestion('602345678');
  const [plain] = recognise([one], 'cs');
  expect(recognise([one], 'pl')[0]).not.toBe(plain);
  expect(recognise([{ ...one, label: 'Telefon' }], 'cs')[0]).not.toBe(plain);
  expect(recognise([{ ...one, inColumnOfOneShape: true }], 'cs')[0]).not.toBe(plain);
});

it('forgets the text that was not asked for longest, when it has seen more than it remembers', () => {
  const small = createRecognise('CZ');
  const texts = Array.from({ length: 4_999 }, (_, index) => `text ${index}`);
  const [first] = verdictsOn(['777 123 456'], small);
  const [other] = verdictsOn(['777 123 457', ...texts.slice(1)], small);
  expect(verdictsOn(['777 123 456'], small)[0]).toBe(first);
  verdictsOn(['one text more'], small);
  expect(verdictsOn(['777 123 456'], small)[0]).toBe(first);
  const [again] = verdictsOn(['777 123 457'], small);
  expect(again).not.toBe(other);
  expect(again).toEqual(other);
});

it('ends a number at its last digit, whatever the text goes on with', () => {
  expect(verdictsOn(['777 123 456 X.0A'])).toEqual([
    aVerdict(aRecognised(0, 11, '+420777123456', { country: 'CZ' })),
  ]);
});

it('finds numbers inside the candidate only, and only such as can be dialled', () => {
  const alphabet = [...'0123456789777420 +()-/,.;xč', '\u00a0', '\u2009', '\n', '７'];
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 80 }),
    fc
      .tuple(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 30 }))
      .map(([before, after]) => `${before} 777 123 456 ${after}`),
  );
  let numbersSeen = 0;
  fc.assert(
    fc.property(texts, (text) => {
      for (const { start, end, dial } of verdictsOn([text])[0]?.numbers ?? []) {
        numbersSeen += 1;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).toMatch(/^[+(]?[+(]?\p{Nd}.*\p{Nd}$/su);
        expect(dial).toMatch(/^\+\d{5,15}$/);
      }
    }),
    { numRuns: 300 },
  );
  expect(numbersSeen).toBeGreaterThan(0);
});

/** As many different questions as one message can ask, each as long as it can be. */
const fullMessage = (piece: string) =>
  Array.from({ length: 200 }, (_, index) =>
    aQuestion(`${index} ${piece.repeat(500)}`.slice(0, 500), {
      label: piece.repeat(500).slice(0, 500),
    }),
  );

it.each([
  '1 2-',
  '0 1 ',
  '+1 ',
  '(0)',
  '12/12/',
  'a1.',
  '4111 1111 ',
  'AB12 3456 ',
  '1.1.1.1.',
  '0905 123 456 ',
  '777 123 456 kl. 12 ',
  'objednávka ',
  'deadbeef',
  'a@b.c/',
  'x.y-',
  '030 901820 040 123456 ',
  '12.10.2026 ',
  '99:99',
  '50.0755381,',
  'č. ',
])(
  'answers a full message of nothing but %j in a time that grows with its length only',
  (piece) => {
    const questions = fullMessage(piece);
    const startedAt = process.cpuUsage();
    createRecognise('US')(questions, 'de');
    const { user, system } = process.cpuUsage(startedAt);
    expect((user + system) / 1_000).toBeLessThan(4_000);
  },
);

it('never fails, whatever is asked', () => {
  const text = fc.string({ unit: 'binary', maxLength: 500 });
  fc.assert(
    fc.property(text, text, fc.boolean(), text, (asked, label, inColumnOfOneShape, language) => {
      const verdicts = recognise([{ text: asked, label, inColumnOfOneShape }], language);
      expect(verdicts).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
});

it('is done with the 1,250 numbers of a large table before a person looks at them', () => {
  const texts = Array.from({ length: 1_250 }, (_, index) => {
    const end = `${100 + (index % 900)} ${100 + ((index * 7) % 900)}`;
    return [`Objednávka č. ${602_000_000 + index}`, `+420 777 ${end}`, `Novák Jan 608 ${end} Brno`][
      index % 3
    ];
  });
  const questions = texts.map((text) => aQuestion(text ?? ''));
  const startedAt = process.cpuUsage();
  const verdicts = createRecognise('CZ')(questions, 'cs');
  const { user, system } = process.cpuUsage(startedAt);
  expect(verdicts.filter(({ numbers }) => numbers.length === 1).length).toBeGreaterThan(800);
  expect((user + system) / 1_000).toBeLessThan(1_000);
});
