import { expect, it } from 'vitest';
import { ringsOnTelephone } from '@/lib/agent/telephone';
import type { Device } from '@/lib/daktela/device';
import { aDevice, anExtension, aState, aWhoim } from '../../support/builders';

const connected = (...devices: Device[]) =>
  aState({ extension: anExtension({ devices }), whoim: aWhoim({ devices: [] }) });
const phone = aDevice();
const mobile = aDevice({ name: '601000111', model: 'externalNumbers' });
const browserPhone = aDevice({ name: '350', model: 'webrtcDevices' });

it.each([
  ['a desk phone', [phone], true],
  ['an external number', [mobile], true],
  ['both', [phone, mobile], true],
  ['a phone in the browser', [browserPhone], false],
  ['a desk phone and a phone in the browser', [phone, browserPhone], false],
  ['Teams', [aDevice({ model: 'msteamsDevices' })], false],
  ['a device of a kind not known yet', [aDevice({ model: 'holograms' })], false],
  ['a device whose kind the server does not tell', [aDevice({ isModelAssumed: true })], false],
  ['nothing', [], false],
])('with %s connected, calls ring on telephones alone: %s', (_, devices, expected) => {
  expect(ringsOnTelephone(connected(...devices))).toBe(expected);
});

it('the own desk phone of a ready agent counts as connected where the server lists none', () => {
  expect(ringsOnTelephone(aState())).toBe(true);
});

it('a telephone that cannot be reached does not ring', () => {
  const unplugged = aState({ extension: anExtension({ devices: [phone], device: 'Unavailable' }) });
  expect(ringsOnTelephone(unplugged)).toBe(false);
});
