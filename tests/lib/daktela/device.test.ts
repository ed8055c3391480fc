import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeDevice, decodeDevices } from '@/lib/daktela/device';

const sip = { name: '305', title: 'Desk', model: 'sipDevices' };
const mobile = { name: '721322422', title: null, model: 'externalNumbers' };

it.each<[string, unknown]>([
  ['a list', [sip, mobile]],
  ['a list under data', { data: [sip, mobile], total: 2 }],
  ['an object keyed by name', { 305: sip, 721322422: mobile }],
  ['a keyed object under data', { data: { 305: sip, 721322422: mobile }, total: '2' }],
  [
    'groups of lists',
    { sipDevices: [{ name: '305', title: 'Desk' }], externalNumbers: ['721322422'] },
  ],
  [
    'groups under data',
    { data: { sipDevices: [{ name: 305, title: 'Desk' }], externalNumbers: [721322422] } },
  ],
  [
    'groups keyed by name',
    {
      sipDevices: { 305: { name: '305', title: 'Desk' } },
      externalNumbers: { 721322422: { name: '721322422' } },
    },
  ],
])('devices are read from %s', (_, value) => {
  expect(decodeDevices(value)).toEqual([sip, mobile]);
});

it('an empty group beside a keyed one costs nothing', () => {
  const grouped = { externalNumbers: [], sipDevices: { 305: { name: '305', title: 'Desk' } } };
  expect(decodeDevices(grouped)).toEqual([sip]);
});

it('bare names are devices of the usual model', () => {
  expect(decodeDevices(['305', 306])).toEqual([
    { name: '305', title: null, model: 'sipDevices', isModelAssumed: true },
    { name: '306', title: null, model: 'sipDevices', isModelAssumed: true },
  ]);
});

it.each([[null], [[]], [{}], [false], [{ data: [] }], [{ sipDevices: [], externalNumbers: [] }]])(
  '%j holds no device',
  (value) => {
    expect(decodeDevices(value)).toEqual([]);
  },
);

it('broken devices are left out', () => {
  expect(decodeDevices([null, { title: 'x' }, sip, []])).toEqual([sip]);
});

it('a keyed device without a name is left out and is not taken for a group', () => {
  expect(decodeDevices({ 305: { title: 'Desk', _sys: {} } })).toEqual([]);
});

it.each([
  ['name', { name: '305' }],
  ['extension', { extension: '305' }],
  ['number', { number: 305 }],
])('the name of a device is read from %s', (_, fields) => {
  expect(decodeDevice(fields)?.name).toBe('305');
});

it.each<[string, object, string | null, string]>([
  ['model', { model: 'externalNumbers', _sys: { model: 'x' } }, 'y', 'externalNumbers'],
  ['_sys.model', { _sys: { model: 'webrtcDevices' } }, 'y', 'webrtcDevices'],
  ['the group', { _sys: [] }, 'msteamsDevices', 'msteamsDevices'],
  ['nowhere', {}, null, 'sipDevices'],
])('the model of a device is read from %s', (_, fields, group, model) => {
  expect(decodeDevice({ name: '305', ...fields }, group)?.model).toBe(model);
});

it('decoding devices never throws and gives only devices with a name', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      for (const { name, model } of decodeDevices(value)) {
        expect(name.length * model.length).toBeGreaterThan(0);
      }
    }),
  );
});
