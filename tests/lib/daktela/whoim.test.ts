import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeWhoim } from '@/lib/daktela/whoim';

const user = {
  name: 'anna.novakova',
  title: 'Anna Nováková',
  profile: { name: 'profiles_x' },
  static: true,
  extensions: [{ name: '305', title: 'Desk' }],
};

it('the signed-in user is read with queues, pauses and devices', () => {
  const result = {
    version: '2026.1',
    user,
    queues: [{ name: 3001, title: 'Support', _rdata: { login: 'auto' } }],
    pauses: [{ name: 'lunch', title: 'Oběd', type: null }],
  };
  expect(decodeWhoim(result)).toMatchObject({
    name: 'anna.novakova',
    title: 'Anna Nováková',
    profile: 'profiles_x',
    staticLogin: true,
    devices: [{ name: '305', title: 'Desk', model: 'sipDevices' }],
    queues: [{ name: '3001', login: 'auto' }],
    pauses: [{ name: 'lunch', title: 'Oběd', kind: 'own' }],
  });
});

it.each([
  [{ version: '2026.1', user: null }],
  [{ version: { major: 6 } }],
  [{ user: [] }],
  [{ user: {} }],
  [{ user: { title: 'Anna' } }],
  [null],
  [[]],
  ['2026.1'],
])('a reply without a user, here %j, means a bad token', (result) => {
  expect(decodeWhoim(result)).toBeNull();
});

it('queues and pauses keyed by name are read like lists', () => {
  const whoim = decodeWhoim({
    user,
    queues: { 3001: { name: 3001, title: 'Support' } },
    pauses: { lunch: { name: 'lunch', title: 'Oběd' } },
  });
  expect([whoim?.queues.length, whoim?.pauses.length]).toEqual([1, 1]);
});

it('missing queues and pauses are none', () => {
  expect(decodeWhoim({ user })).toMatchObject({ queues: [], pauses: [] });
});

it.each<[string, object, unknown]>([
  ['an empty list is a choice to be made', { extensions: [] }, []],
  ['nothing said is not known', { extensions: undefined }, null],
])('of the devices %s', (_, fields, devices) => {
  expect(decodeWhoim({ user: { ...user, ...fields } })?.devices).toEqual(devices);
});

it.each<[object, string]>([
  [{ title: 'Anna', alias: 'Annie' }, 'Anna'],
  [{ title: '', alias: 'Annie' }, 'Annie'],
  [{ title: null, alias: null }, 'anna.novakova'],
])('a user with %j is called %s', (fields, title) => {
  expect(decodeWhoim({ user: { ...user, ...fields } })?.title).toBe(title);
});

it.each([
  [true, true],
  [1, true],
  [false, false],
  [undefined, false],
  [null, false],
])('a static login of %j is %j', (wire, staticLogin) => {
  expect(decodeWhoim({ user: { ...user, static: wire } })?.staticLogin).toBe(staticLogin);
});

it('nothing of the token that whoim quotes is kept', () => {
  const whoim = decodeWhoim({ user: { ...user, _sys: { accessToken: 'secret-token' } } });
  expect(JSON.stringify(whoim)).not.toContain('secret-token');
});

it('decoding whoim never throws', () => {
  const field = fc.jsonValue();
  const whoimLike = fc.record({
    user: fc.record({ name: fc.string(), profile: field, extensions: field, static: field }),
    queues: field,
    pauses: field,
  });
  fc.assert(
    fc.property(fc.oneof(field, whoimLike), (value) => {
      expect(decodeWhoim(value)).not.toBeUndefined();
    }),
  );
});
