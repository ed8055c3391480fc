import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodePause } from '@/lib/daktela/pause';

it.each([
  [null, 'own'],
  ['', 'own'],
  [undefined, 'own'],
  ['custom', 'own'],
  ['wrap', 'wrap'],
  ['dnd', 'dnd'],
  ['lajdak', 'lajdak'],
])('a pause of the type %j is of the kind %s', (type, kind) => {
  expect(decodePause({ name: 'p', title: 'P', type })).toMatchObject({
    name: 'p',
    title: 'P',
    kind,
  });
});

it('a bare name is a pause without a title', () => {
  expect(decodePause('lunch')).toEqual({
    name: 'lunch',
    title: null,
    kind: 'own',
    limitMs: null,
  });
});

it('a pause known by its title alone can be shown by it', () => {
  expect(decodePause({ title: 'Oběd' })).toMatchObject({ name: 'Oběd', title: 'Oběd' });
});

it.each([
  ['30 minutes', 30, 1_800_000],
  ['30 minutes as a text', '30', 1_800_000],
  ['1800 seconds, which cannot be minutes', 1_800, 1_800_000],
  ['no limit at 0', 0, null],
  ['no limit without one', undefined, null],
  ['no limit at nonsense', 'soon', null],
])('a pause has a limit of %s', (_, max_duration, limitMs) => {
  expect(decodePause({ name: 'p', max_duration })?.limitMs).toBe(limitMs);
});

it.each([[null], [[]], [{}], [''], [false]])('%j is no pause', (value) => {
  expect(decodePause(value)).toBeNull();
});

it('decoding a pause never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(decodePause(value)).not.toBeUndefined();
    }),
  );
});
