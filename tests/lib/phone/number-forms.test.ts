import { expect, it } from 'vitest';
import { createNumberForms } from '@/lib/phone/number-forms';

const formsOf = createNumberForms('CZ');
const PRAGUE = { e164: '+420601234567', zeros: '00420601234567', national: '601234567' };

it.each(['+420601234567', '00420601234567', '601234567', '601 234 567', 'tel:+420601234567'])(
  'a number told as %s is known in every form',
  (received) => {
    expect(formsOf(received)).toEqual(PRAGUE);
  },
);

it('a number of another country keeps the zero it is dialled with there', () => {
  expect(formsOf('+4930901820')).toMatchObject({ zeros: '004930901820', national: '030901820' });
});

it('00 stands for abroad where another prefix is dialled too', () => {
  expect(createNumberForms('US')('00420601234567')).toEqual(PRAGUE);
});

it.each(['', 'anonymous', 'Unknown', '501', '12', 'sip:anna@pbx.example'])(
  '%j is no number of any plan',
  (received) => {
    expect(formsOf(received)).toBeNull();
  },
);
