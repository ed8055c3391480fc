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
  expect(decodePause({ name: 'p', title: 'P', type })).toEqual({ name: 'p', title: 'P', kind });
});

it('a bare name is a pause without a title', () => {
  expect(decodePause('lunch')).toEqual({ name: 'lunch', title: null, kind: 'own' });
});

it('a pause known by its title alone can be shown by it', () => {
  expect(decodePause({ title: 'Oběd' })).toEqual({ name: 'Oběd', title: 'Oběd', kind: 'own' });
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
