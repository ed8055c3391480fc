import { expect, it } from 'vitest';
import { DEFAULT_SITES, decodeSites, SITE_MODES } from '@/lib/settings/sites';

it.each(SITE_MODES)('the mode %s and both lists are read back', (mode) => {
  const sites = { mode, listed: ['*.crm.example'], blocked: ['bank.example:8443'] };
  expect(decodeSites(sites)).toEqual(sites);
});

it.each([undefined, null, 7, [], { mode: 'some', listed: 3, blocked: null }])(
  '%j makes no sense, so only listed sites count and none is listed',
  (value) => {
    expect(decodeSites(value)).toEqual(DEFAULT_SITES);
  },
);

it('leaves out entries that are no texts, and doubles', () => {
  const listed = ['crm.example', 'crm.example', '', { text: 'x' }, null];
  expect(decodeSites({ listed }).listed).toEqual(['crm.example']);
});
