import { describe, expect, it } from 'vitest';
import { POLICY_PATHS } from '@/lib/settings/given-paths';
import { decodePolicy } from '@/lib/settings/managed-policy';
import { NO_POLICY } from '@/lib/settings/policy';
import schema from '@/lib/settings/policy-schema.json';

it.each([undefined, null, {}, [], 'policy'])('%j is no policy', (managed) => {
  expect(decodePolicy(managed)).toEqual(NO_POLICY);
});

describe("an administrator's value", () => {
  it('is given, or locked where that is said', () => {
    const policy = decodePolicy({
      language: { value: 'cs' },
      'dialling.country': { value: 'SK', locked: false },
      'dialling.form': { value: 'zeros', locked: true },
    });
    expect(policy).toEqual({
      given: { language: 'cs', 'dialling.country': 'SK' },
      locked: { 'dialling.form': 'zeros' },
      leftOut: [],
    });
  });

  it('may stand bare where nothing checks it before, and is not locked', () => {
    expect(decodePolicy({ language: 'cs', 'dialling.perCountry': { SK: 'plus' } })).toEqual({
      given: { language: 'cs', 'dialling.perCountry': { SK: 'plus' } },
      locked: {},
      leftOut: [],
    });
  });

  it.each([1, '1', 'true'])('is locked by %j too, as registries know no true', (locked) => {
    expect(decodePolicy({ language: { value: 'cs', locked } }).locked).toEqual({ language: 'cs' });
  });

  it.each([
    ['daktelaAddress', ' Company.daktela.com/login ', 'https://company.daktela.com'],
    ['sites.listed', ['CRM.example', '*.shop.example'], ['crm.example', '*.shop.example']],
    ['sites.listed', { 1: 'crm.example', 2: 'shop.example' }, ['crm.example', 'shop.example']],
    ['dialling.ownPrefix', '00420 226 211', '+420226211'],
    ['dialling.outsideLine', 0, '0'],
    ['sites.blocked', [], []],
  ])('of %s may be written as %j', (path, value, kept) => {
    const policy = decodePolicy({ [path]: { value, locked: true } });
    expect(policy).toEqual({ given: {}, locked: { [path]: kept }, leftOut: [] });
  });

  it.each([
    ['screenPop.search', 'javascript:alert({number})', '"javascript:alert({number})"'],
    ['screenPop.contact', 'https://crm.example.com', '"https://crm.example.com"'],
    ['daktelaAddress', 'http://company.daktela.com', '"http://company.daktela.com"'],
    ['language', 'fr', '"fr"'],
    ['language', undefined, '{"locked":true}'],
    ['sites.mode', 'some', '"some"'],
    ['sites.listed', 'crm.example', '"crm.example"'],
    ['dialling.country', 'Czechia', '"Czechia"'],
    ['dialling.form', null, 'null'],
    ['dialling.perCountry', ['SK'], '["SK"]'],
    ['dialling.perCountry', { Slovakia: 'plus' }, '{"Slovakia":"plus"}'],
    ['dialling.ownPrefix', '+420', '"+420"'],
  ])('of %s is left out and told when it is %j', (path, value, shown) => {
    const policy = decodePolicy({ [path]: { value, locked: true } });
    expect(policy).toEqual({
      given: {},
      locked: {},
      leftOut: [{ path, value: shown, why: 'senseless' }],
    });
  });

  it('loses only the part of a list or map that makes no sense', () => {
    const policy = decodePolicy({
      'sites.listed': { value: ['crm.example', 'ftp://x', '*'], locked: true },
      'dialling.perCountry': { value: { SK: 'zeros', DE: 'loud' } },
    });
    expect(policy.locked).toEqual({ 'sites.listed': ['crm.example'] });
    expect(policy.given).toEqual({ 'dialling.perCountry': { SK: 'zeros' } });
    expect(policy.leftOut).toEqual([
      { path: 'sites.listed', value: '"ftp://x"', why: 'senseless' },
      { path: 'sites.listed', value: '"*"', why: 'senseless' },
      { path: 'dialling.perCountry.DE', value: '"loud"', why: 'senseless' },
    ]);
  });

  it('is no lock when none of a list makes sense', () => {
    expect(decodePolicy({ 'sites.listed': { value: ['*'], locked: true } }).locked).toEqual({});
  });

  it('is told of when its lock makes no sense, and is not locked', () => {
    expect(decodePolicy({ language: { value: 'cs', locked: 'perhaps' } })).toEqual({
      given: { language: 'cs' },
      locked: {},
      leftOut: [{ path: 'language.locked', value: '"perhaps"', why: 'senseless' }],
    });
  });

  it.each(['dialing.form', 'acceptDevice', 'dialling', 'toString', '__proto__'])(
    'under the name %s is for no setting',
    (name) => {
      const managed = JSON.parse(`{"${name}":{"value":"x","locked":true}}`);
      expect(decodePolicy(managed)).toEqual({
        given: {},
        locked: {},
        leftOut: [{ path: name, value: '"x"', why: 'unknown' }],
      });
    },
  );

  it('is shown in part when it is long', () => {
    const [left] = decodePolicy({ language: { value: 'x'.repeat(500) } }).leftOut;
    expect(left?.value).toHaveLength(81);
  });
});

describe('the schema that Chrome reads', () => {
  it('has exactly the settings an administrator may give', () => {
    expect(Object.keys(schema.properties)).toEqual([...POLICY_PATHS]);
  });

  it.each(Object.entries(schema.properties))(
    'lets %s have a value and a lock',
    (_path, property) => {
      expect(property.type).toBe('object');
      expect(Object.keys(property.properties)).toEqual(['value', 'locked']);
      expect(property.properties.locked).toEqual({ type: 'boolean' });
    },
  );
});
