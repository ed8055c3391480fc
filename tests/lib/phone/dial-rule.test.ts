import fc from 'fast-check';
import { type CountryCode, getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { type DialRule, dialBy, dialRuleOf, dialVerdictsBy } from '@/lib/phone/dial-rule';
import { DEFAULT_DIALLING, DIAL_FORMS, type Dialling } from '@/lib/settings/dialling';
import { aQuestion, aRecognised, aVerdict } from '../../support/questions';

const rule = (changes: Partial<Dialling> = {}, home = 'CZ'): DialRule =>
  dialRuleOf({ ...DEFAULT_DIALLING, ...changes }, home);
const dials = (text: string, changes: Partial<Dialling> = {}, home = 'CZ') =>
  dialBy(rule(changes, home), text)?.dial ?? null;

describe('by default', () => {
  it.each([
    ['+420 777 123 456', '+420777123456'],
    ['777 123 456', '+420777123456'],
    ['00420777123456', '+420777123456'],
    ['420 777 123 456', '+420777123456'],
    ['Tel.: (+420) 777-123-456', '+420777123456'],
    ['+421 905 123 456', '+421905123456'],
  ])('%s, which is understood, is dialled as %s', (text, dial) => {
    expect(dials(text)).toBe(dial);
  });

  it.each([
    ['112', '112'],
    ['305', '305'],
    ['*31#777123456', '*31#777123456'],
    ['0905 123 456', '0905123456'],
    ['+999 123 456', '+999123456'],
  ])('%s, which is not, is dialled digit by digit', (text, dial) => {
    expect(dialBy(rule(), text)).toEqual({ dial, shown: dial, number: null, country: null });
  });

  it('a text without a number is not dialled', () => {
    expect(dialBy(rule(), 'call me')).toBeNull();
  });
});

describe('a number at home', () => {
  it.each([
    ['plus', '+420777123456', '+420 777 123 456'],
    ['zeros', '00420777123456', '00 420 777 123 456'],
    ['national', '777123456', '777 123 456'],
    ['asWritten', '777123456', '777123456'],
  ] as const)('in the form %s is dialled as %s and shown as %s', (form, dial, shown) => {
    expect(dialBy(rule({ form }), '777 123456')).toEqual({
      dial,
      shown,
      number: '+420777123456',
      country: 'CZ',
    });
  });

  it('has the trunk prefix of its country in the national form', () => {
    expect(dials('+49 30 901820', { form: 'national' }, 'DE')).toBe('030901820');
  });
});

describe('a number abroad', () => {
  it('is dialled with 00 where numbers at home are dialled nationally', () => {
    expect(dials('+421 905 123 456', { form: 'national' })).toBe('00421905123456');
  });

  it('has the form that is set for its country', () => {
    const perCountry = { SK: 'zeros', CZ: 'national' } as const;
    expect(dials('+421 905 123 456', { perCountry })).toBe('00421905123456');
    expect(dials('777 123 456', { perCountry })).toBe('777123456');
    expect(dials('+48 601 234 567', { perCountry })).toBe('+48601234567');
  });

  it('is never dialled by digits that would ring at somebody at home', () => {
    const found = aRecognised(0, 11, '+48601234567', { country: 'PL' });
    const [verdict] = dialVerdictsBy(
      rule({ form: 'asWritten' }),
      [aQuestion('601 234 567')],
      [aVerdict(found)],
    );
    expect(verdict?.numbers[0]?.dial).toBe('+48601234567');
  });
});

describe('the digit for an outside line', () => {
  it.each([
    ['0 777 123 456', '0', '+420777123456'],
    ['9 00420 777 123 456', '9', '+420777123456'],
    ['000420777123456', '0', '+420777123456'],
    ['00420777123456', '0', '+420777123456'],
    ['777 123 456', '7', '+420777123456'],
    ['0112', '0', '0112'],
    ['+420777123456', '4', '+420777123456'],
  ])('of %s, when it is %s, is left out: %s', (text, outsideLine, dial) => {
    expect(dials(text, { outsideLine })).toBe(dial);
  });

  it('is not taken from a number that begins with it anyway', () => {
    expect(dials('030 901820', { outsideLine: '0' }, 'DE')).toBe('+4930901820');
  });
});

describe('a number of the own company', () => {
  const own = { ownPrefix: '+420226211' };

  it.each([
    ['+420 226 211 305', '305'],
    ['226 211 305', '305'],
    ['+420 226 212 305', '+420226212305'],
  ])('%s is dialled as %s', (text, dial) => {
    expect(dials(text, own)).toBe(dial);
  });

  it('is still known by its whole number', () => {
    expect(dialBy(rule(own), '226 211 305')).toEqual({
      dial: '305',
      shown: '305',
      number: '+420226211305',
      country: 'CZ',
    });
  });
});

describe('of several numbers', () => {
  it.each([
    ['IČO 27604977, tel. 777 123 456', '+420777123456'],
    ['Fax: 224 567 890, tel.: 777 123 456', '+420777123456'],
    ['777 123 456; +420 605 111 222', '+420777123456'],
    ['Fax: 224 567 890', '+420224567890'],
    ['order 123, ext. 4567', '4567'],
  ])('in %j the one to call is dialled', (text, dial) => {
    expect(dials(text)).toBe(dial);
  });
});

it('an extension written behind a number is not dialled along', () => {
  expect(dials('tel:+420777123456;ext=12', { form: 'national' })).toBe('777123456');
});

it('a home that does not exist is Czechia', () => {
  expect(dials('777 123 456', {}, 'XX')).toBe('+420777123456');
});

it('whatever the rule, what was dialled once is dialled the same again, and reaches its number', () => {
  const country = fc.constantFrom(...getCountries());
  const anyRule = fc.record({
    form: fc.constantFrom(...DIAL_FORMS),
    perCountry: fc.dictionary(country, fc.constantFrom(...DIAL_FORMS), { maxKeys: 5 }),
    outsideLine: fc.constantFrom('', '0', '9'),
  });
  const writings = (code: CountryCode): string[] => {
    const number = getExampleNumber(code, examples);
    return number ? [number.number, number.formatNational(), number.formatInternational()] : [];
  };
  fc.assert(
    fc.property(anyRule, country, country, (changes, home, of) => {
      const its = rule(changes, home);
      for (const text of writings(of)) {
        const once = dialBy(its, text);
        const again = dialBy(its, once?.dial ?? '');
        expect(again?.dial).toBe(once?.dial);
        if (once?.number) expect(again?.number).toBe(once.number);
      }
    }),
    { numRuns: 300 },
  );
});
