import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodePullReply, isQuiet } from '@/lib/daktela/pull-data';
import { createReadTime } from '@/lib/daktela/time';

const readTime = createReadTime('2026-01-12 09:00:00', Date.UTC(2026, 0, 12, 8, 0, 0));

const decoded = (result: unknown, beside: object = {}) =>
  decodePullReply({ result, body: { error: null, result, ...beside }, readTime });

const call = (name: string) => ({ name, type: 'CALL', action: 'WAIT', user: null });

it.each<[string, unknown, object, string | null]>([
  ['the result', { hash: 'h1' }, {}, 'h1'],
  ['beside the result', { activities: [] }, { hash: 'h1' }, 'h1'],
  ['beside a result of null', null, { hash: 'h1' }, 'h1'],
  ['the result as a number', { hash: 41 }, {}, '41'],
  ['the result rather than beside it', { hash: 'h1' }, { hash: 'h0' }, 'h1'],
  ['nowhere', {}, {}, null],
])('the hash is read from %s', (_, result, beside, hash) => {
  expect(decoded(result, beside).hash).toBe(hash);
});

it('a reply with the hash alone changes nothing', () => {
  const reply = decoded({ hash: 'h1' });
  expect(reply.changes).toEqual({});
  expect(isQuiet(reply)).toBe(true);
});

it.each([[null], [[]], ['x'], [false]])('a result of %j changes nothing', (result) => {
  expect(isQuiet(decoded(result))).toBe(true);
});

it('unknown keys change nothing', () => {
  expect(isQuiet(decoded({ hash: 'h', weather: 1 }))).toBe(true);
});

it('only the keys of the reply are changes', () => {
  const reply = decoded({ hash: 'h1', activities: [call('a')] });
  expect(Object.keys(reply.changes)).toEqual(['activities']);
  expect(isQuiet(reply)).toBe(false);
});

it.each<[string, unknown, string[]]>([
  ['an array', [call('a'), call('b')], ['a', 'b']],
  ['an object keyed by name', { a: call('a'), b: call('b') }, ['a', 'b']],
  ['an empty list', [], []],
  ['null', null, []],
  ['a list with broken records', [null, {}, call('a'), 7, []], ['a']],
])('activities are read from %s', (_, activities, names) => {
  expect(decoded({ activities }).changes.activities?.map(({ name }) => name)).toEqual(names);
});

it.each([[[]], [null], [false]])('an extension of %j is the end of the session', (extension) => {
  expect(decoded({ extension }).changes).toEqual({ extension: null });
});

it.each<[string, unknown]>([
  ['an array of objects', [{ name: 3001, title: 'Support' }, { name: 3002 }]],
  ['a keyed object', { 3001: { name: 3001, title: 'Support' }, 3002: { name: '3002' } }],
  ['an array of names', ['3001', '3002']],
  ['an array of numbers', [3001, 3002]],
])('queues are read from %s', (_, queues) => {
  expect(decoded({ queues }).changes.queues?.map(({ name }) => name)).toEqual(['3001', '3002']);
});

it.each<[unknown, number]>([
  [3, 3],
  ['3', 3],
  [[{}, {}, {}], 3],
  [{ a: {}, b: {} }, 2],
  [0, 0],
  ['', 0],
  [null, 0],
  [[], 0],
  [false, 0],
  [-1, 0],
  [2.7, 2],
  ['many', 0],
])('missedChannels of %j are %i missed', (missedChannels, count) => {
  expect(decoded({ missedChannels }).changes.missedCount).toBe(count);
});

it.each([[false], [0], ['0'], [null], ['false'], ['']])(
  'reloadUser of %j asks for nothing',
  (reloadUser) => {
    expect(decoded({ reloadUser }).changes.reloadUser).toBeNull();
  },
);

it.each([[true], [1], ['1'], [17], ['2026-01-12 09:00:00']])(
  'reloadUser of %j asks for whoim',
  (reloadUser) => {
    expect(decoded({ reloadUser }).changes.reloadUser).toEqual(expect.any(String));
  },
);

it('two values of a counter are told apart', () => {
  const marks = [7, 8].map((reloadUser) => decoded({ reloadUser }).changes.reloadUser);
  expect(new Set(marks).size).toBe(2);
});

it('decoding a pull reply never throws', () => {
  const field = fc.jsonValue();
  const resultLike = fc.record(
    {
      hash: field,
      activities: field,
      extension: field,
      queues: field,
      missedChannels: field,
      reloadUser: field,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(field, resultLike), field, (result, body) => {
      const { changes } = decodePullReply({ result, body, readTime });
      expect(Number.isInteger(changes.missedCount ?? 0)).toBe(true);
    }),
  );
});
