import { expect, it } from 'vitest';
import { DEFAULT_SCREEN_POP, decodeScreenPop } from '@/lib/settings/screen-pop';
import { decodeSettings } from '@/lib/settings/settings';

const CHOSEN = {
  in: 'ring',
  out: 'answer',
  contact: 'https://crm.example/c/{contact}',
  search: 'https://crm.example/?q={number}',
  unknown: 'https://crm.example/new',
  reuseTab: false,
} as const;

it('what was chosen is read back', () => {
  expect(decodeSettings({ screenPop: CHOSEN }).screenPop).toEqual(CHOSEN);
});

it('a template that is being typed is kept as it is', () => {
  expect(decodeScreenPop({ ...CHOSEN, search: 'https://crm.exa' }).search).toBe('https://crm.exa');
});

it.each([undefined, null, 7, 'ring', [], { in: 'always', out: 1, contact: {}, reuseTab: 'often' }])(
  '%j is no choice, so no page is opened',
  (stored) => {
    expect(decodeScreenPop(stored)).toEqual(DEFAULT_SCREEN_POP);
  },
);
