import { describe, expect, it } from 'vitest';
import { createRecognise } from '@/lib/phone/recognise';
import { applyTaught } from '@/lib/phone/taught';
import type { TaughtAs, TaughtNumber } from '@/lib/settings/taught-numbers';
import { aQuestion } from '../../support/questions';

const recognise = createRecognise('CZ');

const taught = (text: string, as: TaughtAs): TaughtNumber => ({
  host: 'crm.example',
  digits: text.replace(/\D/g, ''),
  as,
  text,
  atMs: 0,
});

/** What is found in the text, and what is refused by which rule, after the lessons. */
function verdictOn(text: string, ...lessons: TaughtNumber[]) {
  const [verdict = { numbers: [], refused: [] }] = recognise([aQuestion(text)], '');
  const { numbers, refused } = applyTaught(verdict, text, lessons);
  return {
    numbers: numbers.map(({ start, end, dial }) => [text.slice(start, end), dial]),
    refused: refused.map(({ start, end, rule }) => [text.slice(start, end), rule]),
  };
}

it('leaves a verdict alone where nothing was taught', () => {
  expect(verdictOn('tel 777 123 456')).toEqual({
    numbers: [['777 123 456', '+420777123456']],
    refused: [],
  });
});

describe('what is no phone number', () => {
  it('is refused by the rule of that name', () => {
    expect(verdictOn('777 123 456', taught('777 123 456', 'notPhone'))).toEqual({
      numbers: [],
      refused: [['777 123 456', 'taught']],
    });
  });

  it('is told by its digits, however they are set apart', () => {
    expect(verdictOn('777/123-456', taught('777 123 456', 'notPhone')).numbers).toEqual([]);
  });

  it('says nothing about other digits beside it', () => {
    const { numbers } = verdictOn('777123456, 608 333 444', taught('777123456', 'notPhone'));
    expect(numbers).toEqual([['608 333 444', '+420608333444']]);
  });

  it('says nothing about a number that has more digits', () => {
    const { numbers } = verdictOn('+420 777 123 456', taught('777 123 456', 'notPhone'));
    expect(numbers).toHaveLength(1);
  });
});

describe('what is a phone number', () => {
  it('is one even where a rule refuses it, and is dialled as written', () => {
    expect(verdictOn('objednávka 777 123 456', taught('777123456', 'phone'))).toEqual({
      numbers: [['777 123 456', '777123456']],
      refused: [],
    });
  });

  it('is one even where no numbering plan knows it', () => {
    expect(verdictOn('PBX 99 88 77 66 55 44', taught('998877665544', 'phone')).numbers).toEqual([
      ['99 88 77 66 55 44', '998877665544'],
    ]);
  });

  it('keeps its plus', () => {
    expect(verdictOn('#+420 777 123 456', taught('+420777123456', 'phone')).numbers).toEqual([
      ['+420 777 123 456', '+420777123456'],
    ]);
  });

  it('is none inside a longer row of digits', () => {
    const { numbers } = verdictOn('1998877665544', taught('998877665544', 'phone'));
    expect(numbers).toEqual([]);
  });

  it('leaves a number alone that is found anyway', () => {
    expect(verdictOn('tel 777 123 456', taught('777123456', 'phone')).numbers).toEqual([
      ['777 123 456', '+420777123456'],
    ]);
  });

  it('leaves a longer number alone that it is a part of', () => {
    expect(verdictOn('+420 777 123 456', taught('777123456', 'phone')).numbers).toEqual([
      ['+420 777 123 456', '+420777123456'],
    ]);
  });
});
