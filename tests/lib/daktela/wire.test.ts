import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeEach, flagOf, listOf, recordOf, referenceOf, textOf } from '@/lib/daktela/wire';

it.each([[null], [undefined], [[]], [[{}]], ['text'], [7], [true]])(
  '%j is not a record, because empty maps arrive as lists',
  (value) => {
    expect(recordOf(value)).toBeNull();
  },
);

it('an object is a record', () => {
  expect(recordOf({ a: 1 })).toEqual({ a: 1 });
});

it.each<[string, unknown, unknown[]]>([
  ['an array', [1, 2], [1, 2]],
  ['an object keyed by name', { a: 1, b: 2 }, [1, 2]],
  ['an array under data', { data: [1, 2], total: '2' }, [1, 2]],
  ['a keyed object under data', { data: { a: 1, b: 2 }, total: 2 }, [1, 2]],
  ['data of null', { data: null, total: 0 }, []],
  ['an empty map', {}, []],
  ['null', null, []],
  ['false', false, []],
  ['a text', 'x', []],
])('a list is read from %s', (_, value, list) => {
  expect(listOf(value)).toEqual(list);
});

it.each<[unknown, string | null]>([
  ['Support', 'Support'],
  [' Support ', 'Support'],
  [3001, '3001'],
  [0, '0'],
  ['', null],
  ['  ', null],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, null],
  [true, null],
  [null, null],
  [undefined, null],
  [['x'], null],
  [{ x: 1 }, null],
])('%j is the text %j', (value, text) => {
  expect(textOf(value)).toBe(text);
});

it.each<[unknown, boolean | null]>([
  [true, true],
  [1, true],
  ['1', true],
  ['true', true],
  [false, false],
  [0, false],
  ['0', false],
  ['false', false],
  [null, null],
  [undefined, null],
  ['', null],
  [[], null],
  [2, null],
])('%j is the flag %j', (value, flag) => {
  expect(flagOf(value)).toBe(flag);
});

it.each<[string, unknown, unknown]>([
  ['an object', { name: 'a', title: 'A', other: 1 }, { name: 'a', title: 'A' }],
  ['an object whose name is a number', { name: 3001, title: 'S' }, { name: '3001', title: 'S' }],
  ['a reduced object without a name', { title: 'A' }, { name: null, title: 'A' }],
  ['a bare name', 'a', { name: 'a', title: null }],
  ['a bare number', 3001, { name: '3001', title: null }],
  ['null', null, null],
  ['an empty map', [], null],
  ['nothing', undefined, null],
  ['an empty text', '', null],
])('a related object is read from %s', (_, value, reference) => {
  expect(referenceOf(value)).toEqual(reference);
});

it('a broken record costs nothing but itself', () => {
  expect(decodeEach(['a', null, 'b', {}], textOf)).toEqual(['a', 'b']);
});

it('no reader throws on any value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const read of [recordOf, listOf, textOf, flagOf, referenceOf]) read(value);
      decodeEach(value, referenceOf);
    }),
  );
});
