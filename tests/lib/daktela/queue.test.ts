import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeQueue } from '@/lib/daktela/queue';

it('a queue is read whole', () => {
  expect(
    decodeQueue({
      name: 3001,
      title: 'Support',
      type: 'in',
      direction: 'in',
      deactivated: false,
      options: [],
      _rdata: { login: 'manual', penalty: '0' },
    }),
  ).toEqual({
    name: '3001',
    title: 'Support',
    type: 'in',
    direction: 'in',
    deactivated: false,
    login: 'manual',
    penalty: '0',
  });
});

it.each([
  ['a number', 3001],
  ['a text', '3001'],
  ['an object with a number', { name: 3001 }],
  ['an object with a text', { name: '3001' }],
])('the same queue has the same name from %s', (_, value) => {
  expect(decodeQueue(value)?.name).toBe('3001');
});

it('a queue without a title is called by its name', () => {
  expect(decodeQueue(3001)?.title).toBe('3001');
});

it.each<[string, object, string | null]>([
  ['auto', { _rdata: { login: 'auto' } }, 'auto'],
  ['manual', { _rdata: { login: 'manual' } }, 'manual'],
  ['fix', { _rdata: { login: 'fix' } }, 'fix'],
  ['an empty login', { _rdata: { login: '' } }, null],
  ['a login of null', { _rdata: { login: null } }, null],
  ['no login', { _rdata: {} }, null],
  ['_rdata as an empty list', { _rdata: [] }, null],
  ['_rdata of null', { _rdata: null }, null],
  ['no _rdata', {}, null],
  ['a login no one knows', { _rdata: { login: 'maybe' } }, null],
  ['a login on the row', { login: 'manual' }, 'manual'],
  ['a login on the row beside _rdata of null', { _rdata: null, login: 'fix' }, 'fix'],
])('the right to log in is read from %s', (_, fields, login) => {
  expect(decodeQueue({ name: 1, ...fields })?.login).toBe(login);
});

it.each([
  [true, true],
  [1, true],
  ['1', true],
  [false, false],
  ['0', false],
  [null, false],
  [undefined, false],
])('deactivated of %j is %j', (wire, deactivated) => {
  expect(decodeQueue({ name: 1, deactivated: wire })?.deactivated).toBe(deactivated);
});

it.each([
  ['in', 'in'],
  ['out', 'out'],
  [null, null],
  ['both', null],
])('the direction %j is read as %j', (wire, direction) => {
  expect(decodeQueue({ name: 1, direction: wire })?.direction).toBe(direction);
});

it.each([[null], [[]], [{}], [{ title: 'Support' }], [true], ['']])(
  '%j is not a queue that can be told apart',
  (value) => {
    expect(decodeQueue(value)).toBeNull();
  },
);

it('decoding a queue never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, rdata) => {
      decodeQueue(value);
      expect(decodeQueue({ name: 1, _rdata: rdata, options: value })?.name).toBe('1');
    }),
  );
});
