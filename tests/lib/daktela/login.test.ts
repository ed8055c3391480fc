import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeLogin } from '@/lib/daktela/login';
import { createReadTime } from '@/lib/daktela/time';

const RECEIVED_MS = Date.UTC(2026, 0, 12, 8, 0, 0);
const readTime = createReadTime('2026-01-12 09:00:00', RECEIVED_MS);

it.each<[string, unknown]>([
  ['a bare text', 'the-token'],
  ['accessToken', { accessToken: 'the-token' }],
  ['the user', { user: { name: 'anna', _sys: { accessToken: 'the-token' } } }],
  ['_sys', { name: 'anna', _sys: { accessToken: 'the-token' } }],
  [
    'accessToken before the user',
    { accessToken: 'the-token', user: { _sys: { accessToken: 'x' } } },
  ],
  [
    'the user when accessToken is empty',
    { accessToken: '', user: { _sys: { accessToken: 'the-token' } } },
  ],
])('a token is found in %s', (_, result) => {
  expect(decodeLogin(result, readTime)?.token).toBe('the-token');
});

it.each([
  [null],
  [''],
  [true],
  [[]],
  [['the-token']],
  [{}],
  [{ user: { name: 'anna', mfa_verification: 1 } }],
  [{ accessToken: null, user: null, _sys: [] }],
])('%j holds no token', (result) => {
  expect(decodeLogin(result, readTime)).toBeNull();
});

it('a short-lived token comes with its refresh token and its end', () => {
  expect(
    decodeLogin(
      {
        accessToken: 'a',
        refreshToken: 'r',
        accessTokenExpirationDate: '2026-01-12 11:00:00',
      },
      readTime,
    ),
  ).toEqual({ token: 'a', refreshToken: 'r', expiresAtMs: RECEIVED_MS + 2 * 3_600_000 });
});

it('a bare token comes with nothing else', () => {
  expect(decodeLogin('a', readTime)).toEqual({ token: 'a', refreshToken: null, expiresAtMs: null });
});

it('decoding a login never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(decodeLogin(value, readTime)?.token).not.toBe('');
    }),
  );
});
