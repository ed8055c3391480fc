import { describe, expect, it } from 'vitest';
import {
  decodeTaught,
  MOST_TAUGHT,
  mergeTaught,
  readTaughtFile,
  type TaughtNumber,
  taughtFileOf,
  teachableDigits,
  withoutTaught,
} from '@/lib/settings/taught-numbers';

const aTaught = (overrides: Partial<TaughtNumber> = {}): TaughtNumber => ({
  host: 'crm.example',
  digits: '777123456',
  as: 'notPhone',
  text: '777 123 456',
  atMs: 1_000,
  ...overrides,
});

it.each([
  ['777 123 456', '777123456'],
  ['+420 (777) 123-456', '420777123456'],
  ['linka 12345', null],
  ['no digits', null],
  ['1'.repeat(35), null],
])('teaching %j is about the digits %j', (text, digits) => {
  expect(teachableDigits(text)).toBe(digits);
});

describe('the list', () => {
  it('has the latest first', () => {
    const [old, young] = [aTaught(), aTaught({ digits: '608333444', atMs: 2_000 })];
    expect(mergeTaught([old], [young])).toEqual([young, old]);
  });

  it('keeps the later word on the same digits of a site', () => {
    const later = aTaught({ as: 'phone', atMs: 2_000 });
    expect(mergeTaught([later], [aTaught()])).toEqual([later]);
  });

  it('keeps the words of different sites apart', () => {
    expect(mergeTaught([aTaught()], [aTaught({ host: 'crm.example:8443' })])).toHaveLength(2);
  });

  it('forgets the oldest when it is full', () => {
    const many = Array.from({ length: MOST_TAUGHT + 5 }, (_, index) =>
      aTaught({ digits: String(1_000_000 + index), atMs: index }),
    );
    const kept = mergeTaught(many);
    expect(kept).toHaveLength(MOST_TAUGHT);
    expect(kept.at(-1)?.atMs).toBe(5);
  });

  it('loses the one that is taken out', () => {
    const other = aTaught({ host: 'other.example' });
    expect(withoutTaught([aTaught(), other], aTaught({ atMs: 9 }))).toEqual([other]);
  });
});

describe('what is stored', () => {
  it('is read back', () => {
    expect(decodeTaught([aTaught()])).toEqual([aTaught()]);
  });

  it.each([
    undefined,
    null,
    'x',
    [null],
    [{ ...aTaught(), host: 'crm.example/path' }],
    [{ ...aTaught(), host: '' }],
    [{ ...aTaught(), digits: '123' }],
    [{ ...aTaught(), as: 'perhaps' }],
  ])('is left out where it makes no sense: %j', (value) => {
    expect(decodeTaught(value)).toEqual([]);
  });

  it('needs neither text nor time', () => {
    const { host, digits, as } = aTaught();
    expect(decodeTaught([{ host, digits, as }])).toEqual([aTaught({ text: digits, atMs: 0 })]);
  });
});

describe('a file', () => {
  it('brings back what was put into it', () => {
    expect(readTaughtFile(taughtFileOf([aTaught()]))).toEqual({
      ok: true,
      numbers: [aTaught()],
      leftOut: [],
    });
  });

  it.each([
    ['{', 'notJson'],
    ['[]', 'notOurs'],
    ['{"numbers":[]}', 'notOurs'],
    [taughtFileOf([]), 'empty'],
  ])('%j is refused: %s', (text, problem) => {
    expect(readTaughtFile(text)).toEqual({ ok: false, problem });
  });

  it('names the entries that make no sense, and brings the others', () => {
    const numbers = [aTaught(), { ...aTaught(), as: 'x' }, 7, aTaught({ digits: '608333444' })];
    const file = readTaughtFile(taughtFileOf(numbers as TaughtNumber[]));
    expect(file).toMatchObject({ ok: true, leftOut: [2, 3] });
    expect(file.ok && file.numbers).toHaveLength(2);
  });
});
