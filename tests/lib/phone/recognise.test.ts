import fc from 'fast-check';
import { expect, it } from 'vitest';
import { candidatesIn } from '@/lib/phone/candidates';
import { createRecognise } from '@/lib/phone/recognise';
import { aQuestion, aRecognised, aVerdict } from '../../support/questions';

const recognise = createRecognise('CZ');

/** The verdicts on texts that stand alone. */
const verdictsOn = (texts: readonly string[], by = recognise) =>
  by(texts.map((text) => aQuestion(text)));

/** Both stages, as a page and the background do them together: `what stands there → dialled`. */
function foundIn(text: string): string[] {
  const candidates = candidatesIn(text);
  const found = verdictsOn(candidates.map(({ text }) => text)).flatMap(({ numbers }, index) =>
    numbers.map(({ start, end, dial }) => {
      const offset = candidates[index]?.start ?? 0;
      return `${offset + start} ${text.slice(offset + start, offset + end)} → ${dial}`;
    }),
  );
  return [...new Set(found)];
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
  ['224 567 890 kl. 12', ['0 224 567 890 → +420224567890']],
  ['777\u00a0123\u00a0456', ['0 777\u00a0123\u00a0456 → +420777123456']],
  ['777\u202f123\u202f456', ['0 777\u202f123\u202f456 → +420777123456']],
  ['777\u2009123\u2009456', ['0 777\u2009123\u2009456 → +420777123456']],
  ['777\t123\t456', ['0 777\t123\t456 → +420777123456']],
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

it('takes an extension behind a comma for no part of the number', () => {
  expect(foundIn('541 234 567, 12 lidí')).toEqual(['0 541 234 567 → +420541234567']);
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
  const [inSlovakia] = verdictsOn(['0905 123 456'], createRecognise('SK'));
  expect(inSlovakia?.numbers[0]?.dial).toBe('+421905123456');
  expect(verdictsOn(['0905 123 456'])).toEqual([aVerdict()]);
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

it('answers on when it has seen more texts than it remembers', () => {
  const small = createRecognise('CZ');
  const [first] = verdictsOn(['777 123 456'], small);
  verdictsOn(
    Array.from({ length: 5_000 }, (_, index) => `text ${index}`),
    small,
  );
  const [again] = verdictsOn(['777 123 456'], small);
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});

it('ends a number at its last digit, whatever the text goes on with', () => {
  expect(verdictsOn(['777 123 456 X.0A'])).toEqual([
    aVerdict(aRecognised(0, 11, '+420777123456', { country: 'CZ' })),
  ]);
});

it('finds numbers inside the candidate only, and only such as can be dialled', () => {
  const alphabet = [...'0123456789777420 +()-/,.;xč', '\u00a0', '\u2009', '\n'];
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
        expect(text.slice(start, end)).toMatch(/^[+(]?\+?\p{Nd}.*[\p{Nd})]$/su);
        expect(dial).toMatch(/^\+\d{5,15}$/);
      }
    }),
    { numRuns: 300 },
  );
  expect(numbersSeen).toBeGreaterThan(0);
});

it('answers within a second for the longest candidates that a page can ask about at once', () => {
  const batch = Array.from({ length: 100 }, (_, index) => `${index} ${'1 2-'.repeat(40)}`);
  const startedAt = performance.now();
  verdictsOn(
    candidatesIn(batch.join(' x ')).map(({ text }) => text),
    createRecognise('CZ'),
  );
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
