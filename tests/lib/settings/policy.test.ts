import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY_PATHS } from '@/lib/settings/given-paths';
import { decodePolicy } from '@/lib/settings/managed-policy';
import {
  chosenWith,
  isLocked,
  mayChange,
  NO_POLICY,
  requiredOrigin,
  settingsInForce,
} from '@/lib/settings/policy';
import { type Values, valuesOf } from '@/lib/settings/setting-paths';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';

const GIVEN = decodePolicy({ 'dialling.form': { value: 'national' } });
const LOCKED = decodePolicy({ 'dialling.form': { value: 'national', locked: true } });

describe('the settings in force', () => {
  it('are those of the product where nobody has said anything', () => {
    expect(settingsInForce(undefined, NO_POLICY)).toEqual(DEFAULT_SETTINGS);
  });

  it("are the administrator's where the agent has chosen nothing", () => {
    expect(settingsInForce({}, GIVEN).dialling.form).toBe('national');
  });

  it("are the agent's own where they are not locked, even the product's default", () => {
    const chosen = chosenWith({}, GIVEN, { 'dialling.form': 'plus' });
    expect(settingsInForce(chosen, GIVEN).dialling.form).toBe('plus');
  });

  it('are what is locked, whatever the agent has chosen', () => {
    expect(settingsInForce({ dialling: { form: 'zeros' } }, LOCKED).dialling.form).toBe('national');
  });

  it('lock one setting and leave those beside it', () => {
    const chosen = { dialling: { form: 'zeros', outsideLine: '0' } };
    expect(settingsInForce(chosen, LOCKED).dialling).toMatchObject({
      form: 'national',
      outsideLine: '0',
    });
    expect(isLocked(LOCKED, 'dialling.form')).toBe(true);
    expect(isLocked(LOCKED, 'dialling.outsideLine')).toBe(false);
  });
});

describe('what the agent has chosen', () => {
  it('is stored alone, without what was so already', () => {
    const { dialling } = settingsInForce({}, NO_POLICY);
    const values = valuesOf({ dialling: { ...dialling, outsideLine: '0' }, language: 'auto' });
    expect(chosenWith({}, NO_POLICY, values)).toEqual({ dialling: { outsideLine: '0' } });
  });

  it('stays stored when the same is chosen again', () => {
    const chosen = { language: 'de' };
    expect(chosenWith(chosen, NO_POLICY, { language: 'de' })).toEqual(chosen);
  });

  it('comes back when a lock is taken away', () => {
    const chosen = { dialling: { form: 'zeros' } };
    const later = chosenWith(chosen, LOCKED, { 'dialling.form': 'plus', language: 'cs' });
    expect(settingsInForce(later, LOCKED).dialling.form).toBe('national');
    expect(settingsInForce(later, NO_POLICY)).toMatchObject({
      language: 'cs',
      dialling: { form: 'zeros' },
    });
  });

  it('never holds what an administrator has given', () => {
    const all = valuesOf(settingsInForce({}, LOCKED));
    expect(chosenWith({}, LOCKED, all)).toEqual({});
  });
});

describe('a change', () => {
  const { dialling } = settingsInForce({}, LOCKED);

  it('of what is locked may not be offered', () => {
    const changes = { dialling: { ...dialling, form: 'plus' as const } };
    expect(mayChange(LOCKED, settingsInForce({}, LOCKED), changes)).toBe(false);
    expect(mayChange(GIVEN, settingsInForce({}, GIVEN), changes)).toBe(true);
  });

  it('of something beside it may', () => {
    const changes = { dialling: { ...dialling, outsideLine: '9' } };
    expect(mayChange(LOCKED, settingsInForce({}, LOCKED), changes)).toBe(true);
  });
});

it('only a locked address is the only one to sign in to', () => {
  const of = (locked: boolean) =>
    requiredOrigin(decodePolicy({ daktelaAddress: { value: 'company.daktela.com', locked } }));
  expect(of(true)).toBe('https://company.daktela.com');
  expect(of(false)).toBeNull();
  expect(requiredOrigin(NO_POLICY)).toBeNull();
});

const SAMPLES: Readonly<Record<(typeof POLICY_PATHS)[number], readonly unknown[]>> = {
  daktelaAddress: ['https://a.daktela.com', 'https://b.daktela.com'],
  language: ['auto', 'cs', 'de'],
  'sites.mode': ['off', 'listed', 'allButBlocked', 'all'],
  'sites.listed': [[], ['crm.example'], ['*.crm.example', 'shop.example']],
  'sites.blocked': [[], ['bank.example']],
  'dialling.country': ['CZ', 'SK'],
  'dialling.form': ['plus', 'zeros', 'national', 'asWritten'],
  'dialling.perCountry': [{}, { SK: 'zeros' }],
  'dialling.outsideLine': ['', '0'],
  'dialling.ownPrefix': ['', '+420226211'],
  'alerts.rungs': [
    { own: {}, pool: {} },
    { own: { CALL: { tone: true } }, pool: {} },
  ],
  'alerts.quietOnTelephone': [true, false],
  'alerts.tone': ['bells', 'wood'],
  'alerts.volume': [0, 0.5, 1],
  'alerts.quietHours': [{ from: 1_320, to: 420 }],
  'alerts.spoken': [true, false],
  'alerts.lostTone': [true, false],
  'alerts.autoPause': [true, false],
  'screenPop.in': ['off', 'ring', 'answer'],
  'screenPop.out': ['off', 'answer'],
  'screenPop.contact': ['', 'https://crm.example.com/{contact}'],
  'screenPop.search': ['', 'https://crm.example.com/?q={number}'],
  'screenPop.unknown': ['', 'https://crm.example.com/new'],
  'screenPop.reuseTab': [true, false],
  'shortcuts.pause': ['lunch', 'smoke'],
  'idle.on': [true, false],
  'idle.minutes': [1, 10, 240],
  'idle.pause': ['lunch'],
  'idle.comesBack': [true, false],
};
const entry = fc
  .constantFrom(...POLICY_PATHS)
  .chain((path) => fc.constantFrom(...SAMPLES[path]).map((value) => [path, value] as const));
const aPolicy = fc
  .array(fc.tuple(entry, fc.boolean()), { maxLength: 6 })
  .map((entries) =>
    decodePolicy(
      Object.fromEntries(entries.map(([[path, value], locked]) => [path, { value, locked }])),
    ),
  );

it('whatever is chosen under whatever policies, locks hold, and without any the own choices are back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(aPolicy, entry), { maxLength: 12 }), (days) => {
      let chosen: unknown = {};
      let own: Values = {};
      for (const [policy, [path, value]] of days) {
        const before = valuesOf(settingsInForce(chosen, policy));
        chosen = chosenWith(chosen, policy, { [path]: value });
        const now: Values = valuesOf(settingsInForce(chosen, policy));
        for (const [locked, wanted] of Object.entries(policy.locked)) {
          expect(now[locked as keyof Values]).toEqual(wanted);
        }
        if (isLocked(policy, path)) expect(now).toEqual(before);
        else {
          expect(now[path]).toEqual(value);
          if (JSON.stringify(before[path]) !== JSON.stringify(value))
            own = { ...own, [path]: value };
        }
      }
      expect(valuesOf(settingsInForce(chosen, NO_POLICY))).toEqual({
        ...valuesOf(DEFAULT_SETTINGS),
        ...own,
      });
    }),
  );
});
