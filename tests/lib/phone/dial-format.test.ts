import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dialFormatOf } from '@/lib/phone/dial-format';

it.each([
  // Czech and Slovak
  ['+420 777 123 456', '+420777123456'],
  ['777 123 456', '777123456'],
  ['777123456', '777123456'],
  ['00420 605 111 222', '00420605111222'],
  ['+420-739-111-222', '+420739111222'],
  ['+420.608.222.333', '+420608222333'],
  ['+420/541/234567', '+420541234567'],
  ['(+420) 777 123 456', '+420777123456'],
  ['+(420) 777 123 456', '+420777123456'],
  ['+420 (777) 123-456', '+420777123456'],
  ['(02) 2456 7890', '0224567890'],
  ['02/2456 7890', '0224567890'],
  ['+421 905 123 456', '+421905123456'],
  ['0905/123 456', '0905123456'],
  // Polish, German, British
  ['+48 22 695 29 00', '+48226952900'],
  ['22 695-29-00', '226952900'],
  ['+49 (0)89 23456 78', '+49892345678'],
  ['0049 (0) 89 2345678', '0049892345678'],
  ['0049-30-901820', '004930901820'],
  ['+49 30/901820', '+4930901820'],
  ['+44 (0) 20 7946 0958', '+442079460958'],
  ['020 7946 0958', '02079460958'],
  // Marks that cannot be seen or look like others
  ['+420\u00a0777\u00a0123\u00a0456', '+420777123456'],
  ['+420\u202f777\u202f123\u202f456', '+420777123456'],
  ['+420\u2011777\u2011123\u2011456', '+420777123456'],
  ['777\u2013123\u2013456', '777123456'],
  ['777\u2212123\u2212456', '777123456'],
  ['777\u00ad123\u00ad456', '777123456'],
  ['\u202a+420777123456\u202c', '+420777123456'],
  ['+\u200e420 777 123 456', '+420777123456'],
  ['+\u200b420777123456', '+420777123456'],
  ['\ufeff+420 777\u2060 123 456', '+420777123456'],
  ['+420\t777 123\n456', '+420777123456'],
  // Links, labels and extensions
  ['Tel.: +420 777 123 456', '+420777123456'],
  ['tel.2: 777 123 456', '777123456'],
  ['Mobil/WhatsApp: 777 123 456', '777123456'],
  ['tel:+420777123456', '+420777123456'],
  ['tel:+420777123456;ext=5', '+420777123456'],
  ['callto:777123456', '777123456'],
  ['+420 541 234 567, linka 12', '+420541234567'],
  ['541 234 567 kl. 12', '541234567'],
  ['020 7946 0958 ext. 305', '02079460958'],
  ['22 695 29 00 wew. 12', '226952900'],
  // Service codes and short numbers
  ['  112 ', '112'],
  ['*21#', '*21#'],
  ['**21*777123456#', '**21*777123456#'],
  ['#31#777123456', '#31#777123456'],
])('dials %j as %j', (text, dialled) => {
  expect(dialFormatOf(text)).toBe(dialled);
});

it.each([
  ['777 123 456 / 602 345 678', '777123456'],
  ['777 123 456, 602 345 678', '777123456'],
  ['777 123 456; 602 345 678', '777123456'],
  ['777 123 456   602 345 678', '777123456'],
  ['+420 777 123 012 / 602 345 678', '+420777123012'],
  ['0905 123 456 / 777 123 456', '0905123456'],
  ['040 234567 / 040 345678', '040234567'],
  ['602 345 678 nebo +421 905 123 456', '+421905123456'],
])('dials one of the two numbers in %j: %s', (text, dialled) => {
  expect(dialFormatOf(text)).toBe(dialled);
});

it.each([
  ['+49 30 / 901820', '+4930901820'],
  ['+49 (0) 30 / 901820', '+4930901820'],
  ['030 / 901820', '030901820'],
  ['(030) / 901820', '030901820'],
  ['Tel. 030  901820', '030901820'],
  ['+421  905 123 456', '+421905123456'],
  ['+420\u00a0 777 123 456', '+420777123456'],
])('keeps the area code and the number together in %j', (text, dialled) => {
  expect(dialFormatOf(text)).toBe(dialled);
});

it.each([
  '',
  '   ',
  'hello',
  '7',
  '+',
  '+ ',
  '***',
  '##',
  '()',
  'a1b2c3',
  '1'.repeat(18),
  '777 123 456 602 345 678',
])('finds nothing to dial in %j', (text) => {
  expect(dialFormatOf(text)).toBeNull();
});

it.each([
  ['12', '12'],
  ['1'.repeat(17), '1'.repeat(17)],
])('still dials %s', (text, dialled) => {
  expect(dialFormatOf(text)).toBe(dialled);
});

it('dials nothing but digits, service marks and one leading plus, whatever is pasted', () => {
  const pasted = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0127+*#() -/,;.x\n\u00a0\u200b'), maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  fc.assert(
    fc.property(pasted, (text) => {
      expect(dialFormatOf(text) ?? '12').toMatch(/^\+?[\d*#]{2,17}$/);
    }),
  );
});

it('dials what it has made of a text as the same number again', () => {
  const pasted = fc.string({ unit: fc.constantFrom(...'0127+*#() -/,;.x'), maxLength: 40 });
  fc.assert(
    fc.property(pasted, (text) => {
      const dialled = dialFormatOf(text);
      if (dialled !== null) expect(dialFormatOf(dialled)).toBe(dialled);
    }),
  );
});

it.each([
  ['digits', '1'.repeat(1_000_000)],
  ['spaces', `1${' '.repeat(1_000_000)}`],
  ['spaces after a zero', `0${' '.repeat(1_000_000)}x`],
  ['dashes', `1${'-'.repeat(1_000_000)}`],
  ['brackets', '('.repeat(1_000_000)],
  ['signs', '+ '.repeat(500_000)],
  ['signs and brackets', '+ ( '.repeat(250_000)],
  ['digits and dashes', '1-'.repeat(500_000)],
  ['slashes', '0 / '.repeat(250_000)],
  ['trunk zeros', '+420 (0)'.repeat(125_000)],
  ['service marks', '*#'.repeat(500_000)],
])('answers at once for a paste of many %s', (_what, text) => {
  const startedAt = performance.now();
  dialFormatOf(text);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
