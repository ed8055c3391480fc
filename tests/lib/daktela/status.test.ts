import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeStatus } from '@/lib/daktela/status';

it('a status is read with its colour', () => {
  expect(decodeStatus({ name: 's1', title: 'Vyřešeno', color: '#44ff00' })).toEqual({
    name: 's1',
    title: 'Vyřešeno',
    color: '#44ff00',
    description: null,
    validation: false,
    nextCall: false,
  });
});

it.each([[''], [null], [undefined], ['red'], ['#fff'], ['#44ff00;background:url(x)'], [7]])(
  'the colour %j is none',
  (color) => {
    expect(decodeStatus({ name: 's1', title: 'A', color })?.color).toBeNull();
  },
);

it('a status without a title is called by its name', () => {
  expect(decodeStatus('s1')).toMatchObject({ name: 's1', title: 's1', color: null });
});

it.each([[null], [{}], [{ title: 'A' }], [[]]])('%j is no status', (value) => {
  expect(decodeStatus(value)).toBeNull();
});

it('decoding a status never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(decodeStatus(value)).not.toBeUndefined();
    }),
  );
});

it('a status tells what it is for and what it asks of a campaign record', () => {
  const wire = { name: 's1', description: 'Nothing left to do', validation: true, nextcall: '1' };
  expect(decodeStatus(wire)).toMatchObject({
    description: 'Nothing left to do',
    validation: true,
    nextCall: true,
  });
});
