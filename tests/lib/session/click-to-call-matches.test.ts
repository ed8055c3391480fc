import { describe, expect, it } from 'vitest';
import {
  clickToCallMatches,
  grantedUnlisted,
  type SiteRules,
  siteStateOf,
} from '@/lib/session/click-to-call-matches';
import { DEFAULT_SITES, type Sites } from '@/lib/settings/sites';

const DAKTELA = 'https://plynarna.example';
const OWN = `${DAKTELA}/*`;
const EVERYWHERE = ['https://*/*', 'http://*/*'];

const rulesOf = (sites: Partial<Sites>, granted: readonly string[]): SiteRules => ({
  sites: { ...DEFAULT_SITES, ...sites },
  granted: [OWN, ...granted],
  daktelaOrigin: DAKTELA,
  isListLocked: false,
});

describe('the script runs', () => {
  it.each(['off', 'listed', 'allButBlocked', 'all'] as const)(
    'nowhere in the mode %s while nobody is signed in',
    (mode) => {
      const rules = { ...rulesOf({ mode }, EVERYWHERE), daktelaOrigin: null };
      expect(clickToCallMatches(rules)).toEqual({ matches: [], excludeMatches: [] });
    },
  );

  it('nowhere in the mode off', () => {
    expect(clickToCallMatches(rulesOf({ mode: 'off' }, EVERYWHERE)).matches).toEqual([]);
  });

  it('on the listed sites that the browser allows, on no page of Daktela', () => {
    const rules = rulesOf({ listed: ['*.crm.example', 'shop.example/app/*'] }, [
      'https://*.crm.example/*',
    ]);
    expect(clickToCallMatches(rules)).toEqual({
      matches: ['*://*.crm.example/*'],
      excludeMatches: [OWN],
    });
  });

  it('on a site that was allowed in the browser itself without being listed', () => {
    expect(clickToCallMatches(rulesOf({}, ['https://crm.example/*'])).matches).toEqual([
      'https://crm.example/*',
    ]);
  });

  it('not on such a site when the list is an administrator’s', () => {
    const rules = { ...rulesOf({}, ['https://crm.example/*']), isListLocked: true };
    expect(clickToCallMatches(rules).matches).toEqual([]);
    expect(siteStateOf('https://crm.example/', rules)).toBe('notListed');
  });

  it('on the listed pages of a site only, though the permission is for all of it', () => {
    const rules = rulesOf({ listed: ['https://crm.example/app/*'] }, ['https://crm.example/*']);
    expect(clickToCallMatches(rules).matches).toEqual(['https://crm.example/app/*']);
  });

  it('on listed sites only when every site is allowed', () => {
    const rules = rulesOf({ listed: ['crm.example'] }, EVERYWHERE);
    expect(clickToCallMatches(rules).matches).toEqual(['*://crm.example/*']);
  });

  it('everywhere but on blocked sites', () => {
    const rules = rulesOf({ mode: 'allButBlocked', blocked: ['*.bank.example'] }, EVERYWHERE);
    expect(clickToCallMatches(rules)).toEqual({
      matches: EVERYWHERE,
      excludeMatches: [OWN, '*://*.bank.example/*'],
    });
  });

  it('on blocked sites too in the mode all', () => {
    const rules = rulesOf({ mode: 'all', blocked: ['bank.example'] }, EVERYWHERE);
    expect(clickToCallMatches(rules)).toEqual({ matches: EVERYWHERE, excludeMatches: [OWN] });
  });

  it('on the other ports of a host of which one is blocked', () => {
    const rules = rulesOf({ mode: 'allButBlocked', blocked: ['crm.example:8443'] }, EVERYWHERE);
    expect(clickToCallMatches(rules).excludeMatches).toEqual([OWN]);
    expect(siteStateOf('https://crm.example:8443/', rules)).toBe('blocked');
    expect(siteStateOf('https://crm.example/', rules)).toBe('on');
  });
});

describe('a page', () => {
  const CRM = 'https://crm.example/customer/7';
  const granted = ['https://crm.example/*'];

  it.each<[string, Partial<Sites>, readonly string[], string]>([
    ['on', { listed: ['crm.example'] }, granted, CRM],
    ['on', {}, granted, CRM],
    ['on', { mode: 'allButBlocked' }, EVERYWHERE, CRM],
    ['on', { mode: 'all', blocked: ['crm.example'] }, EVERYWHERE, CRM],
    ['off', { mode: 'off', listed: ['crm.example'] }, granted, CRM],
    ['blocked', { listed: ['crm.example'], blocked: ['crm.example'] }, granted, CRM],
    ['blocked', { mode: 'allButBlocked', blocked: ['*.crm.example'] }, [], CRM],
    ['notListed', {}, EVERYWHERE, CRM],
    ['notListed', { listed: ['https://crm.example/app/*'] }, granted, CRM],
    ['notListed', { listed: ['crm.example:8443'] }, granted, CRM],
    ['notAllowed', { listed: ['crm.example'] }, [], CRM],
    ['notAllowed', { mode: 'allButBlocked' }, [], CRM],
    ['daktela', { mode: 'all' }, EVERYWHERE, `${DAKTELA}/index.php`],
    ['unreadable', { mode: 'all' }, EVERYWHERE, 'chrome://settings/'],
    ['unreadable', { mode: 'all' }, EVERYWHERE, 'about:blank'],
    ['unreadable', { mode: 'all' }, EVERYWHERE, 'https://addons.mozilla.org/en-US/firefox/'],
    ['unreadable', { mode: 'all' }, EVERYWHERE, 'no address'],
  ])('is %s with %j and the permissions %j at %s', (state, sites, given, address) => {
    expect(siteStateOf(address, rulesOf(sites, given))).toBe(state);
  });

  it('is not on while nobody is signed in', () => {
    const rules = { ...rulesOf({ mode: 'all' }, EVERYWHERE), daktelaOrigin: null };
    expect(siteStateOf(CRM, rules)).toBe('signedOut');
  });
});

it("counts Daktela's own host and every host among no single sites", () => {
  const rules = rulesOf({ listed: ['shop.example'] }, [
    ...EVERYWHERE,
    'https://shop.example/*',
    'https://crm.example/*',
  ]);
  expect(grantedUnlisted(rules)).toEqual(['https://crm.example/*']);
});
