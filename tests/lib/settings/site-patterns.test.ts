import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  covers,
  isForEveryHost,
  isOnSite,
  matchPatternOf,
  patternTextOf,
  permissionsFor,
  readSitePattern,
  type SitePattern,
} from '@/lib/settings/site-patterns';

function patternOf(text: string): SitePattern {
  const reading = readSitePattern(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.problem}`);
  return reading.pattern;
}

const isOn = (address: string, text: string) => isOnSite(new URL(address), patternOf(text));

describe('reading a pattern', () => {
  it.each([
    ['crm.example.com', 'crm.example.com'],
    ['  CRM.Example.com/ ', 'crm.example.com'],
    ['*.example.com', '*.example.com'],
    ['*://*.example.com/*', '*.example.com'],
    ['https://x.example.com/app/*', 'https://x.example.com/app/*'],
    ['https://x.example.com/app', 'https://x.example.com/app*'],
    ['https://x.example.com/list?view=all#top', 'https://x.example.com/list?view=all*'],
    ['x.example.com/*/contacts/**', 'x.example.com/*/contacts/*'],
    ['crm.example.com:8443', 'crm.example.com:8443'],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['http://example.com:80', 'http://example.com:80'],
    ['intranet', 'intranet'],
    ['10.0.0.7', '10.0.0.7'],
    ['[::1]:3000', '[::1]:3000'],
    ['žirafa.cz', 'xn--irafa-tib.cz'],
  ])('of %j gives %j', (typed, text) => {
    expect(readSitePattern(typed)).toMatchObject({ ok: true, pattern: { text } });
  });

  it.each([
    ['', 'host'],
    ['crm example com', 'host'],
    ['ann@crm.example.com', 'host'],
    ['crm.example.com:99999', 'host'],
    ['crm.example.com:abc', 'host'],
    ['12345', 'host'],
    ['.example.com', 'host'],
    ['/app/*', 'host'],
    ['x'.repeat(600), 'host'],
    ['ftp://example.com', 'scheme'],
    ['chrome://extensions', 'scheme'],
    ['file:///home', 'scheme'],
    ['*', 'tooWide'],
    ['https://*/*', 'tooWide'],
    ['<all_urls>', 'tooWide'],
    ['*.com', 'tooWide'],
    ['crm*.example.com', 'wildcard'],
    ['crm.*.com', 'wildcard'],
    ['*.*.example.com', 'wildcard'],
  ])('refuses %j: %s', (typed, problem) => {
    expect(readSitePattern(typed)).toEqual({ ok: false, problem });
  });

  it('gives a text that reads back as the same pattern, whatever was typed', () => {
    const part = fc.constantFrom(
      'https://',
      'http://',
      '*://',
      '*.',
      '*',
      'crm',
      '.example',
      '.com',
      ':80',
      ':443',
      ':8443',
      '/',
      '/app',
      '?a=1',
      '#x',
      ' ',
      '[::1]',
      '@',
      'ž',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const reading = readSitePattern(parts.join(''));
        if (reading.ok) expect(readSitePattern(reading.pattern.text)).toEqual(reading);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(typeof readSitePattern(typed).ok).toBe('boolean');
      }),
    );
  });
});

describe('a page is on a site', () => {
  it.each([
    ['https://crm.example.com/', 'crm.example.com'],
    ['http://crm.example.com/a?b', 'crm.example.com'],
    ['https://crm.example.com:8443/', 'crm.example.com'],
    ['https://crm.example.com:8443/', 'crm.example.com:8443'],
    ['https://crm.example.com/', 'crm.example.com:443'],
    ['http://crm.example.com/', 'http://crm.example.com:80'],
    ['https://example.com/', '*.example.com'],
    ['https://a.b.example.com/', '*.example.com'],
    ['https://x.example.com/app/customers/1', 'https://x.example.com/app/*'],
    ['https://x.example.com/de/contacts/7?tab=2', 'x.example.com/*/contacts/*'],
    ['http://[::1]:3000/', '[::1]:3000'],
  ])('%s is on %s', (address, text) => {
    expect(isOn(address, text)).toBe(true);
  });

  it.each([
    ['https://evil-crm.example.com/', 'crm.example.com'],
    ['https://crm.example.com.evil.net/', 'crm.example.com'],
    ['https://a.crm.example.com/', 'crm.example.com'],
    ['https://badexample.com/', '*.example.com'],
    ['https://crm.example.com/', 'crm.example.com:8443'],
    ['http://x.example.com/app/', 'https://x.example.com/app/*'],
    ['https://x.example.com/login', 'https://x.example.com/app/*'],
    ['https://x.example.com/contacts/', 'x.example.com/*/contacts/*'],
    ['ftp://crm.example.com/', 'crm.example.com'],
    ['chrome-extension://crm.example.com/', 'crm.example.com'],
  ])('%s is not on %s', (address, text) => {
    expect(isOn(address, text)).toBe(false);
  });

  it('takes no longer than a moment for a pattern of many stars', () => {
    const path = `/${'a*'.repeat(200)}b`;
    expect(isOn(`https://x.example/${'a'.repeat(5_000)}`, `x.example${path}`)).toBe(false);
  });

  it.each(['https://crm.example.com/a', 'http://crm.localhost:3000/', 'https://[::1]:8443/x'])(
    'the entry made for %s stands for it',
    (address) => {
      expect(isOn(address, patternTextOf(new URL(address)))).toBe(true);
    },
  );
});

it.each([
  ['crm.example.com:8443', '*://crm.example.com/*'],
  ['https://x.example.com/app/*', 'https://x.example.com/app/*'],
  ['*.example.com', '*://*.example.com/*'],
])('%s is for the browser, which knows no ports, %s', (text, browserPattern) => {
  expect(matchPatternOf(patternOf(text))).toBe(browserPattern);
});

it('asks for the whole host, which is the least a browser can give', () => {
  expect(permissionsFor(patternOf('https://x.example.com/app/*'))).toEqual([
    'https://x.example.com/*',
  ]);
  expect(permissionsFor(patternOf('*.example.com:8443'))).toEqual([
    'https://*.example.com/*',
    'http://*.example.com/*',
  ]);
});

it.each([
  ['https://*/*', 'https://crm.example/*'],
  ['*://*/*', 'http://crm.example/*'],
  ['<all_urls>', 'http://crm.example/*'],
  ['https://*.example/*', 'https://crm.example/*'],
  ['https://*.example/*', 'https://*.crm.example/*'],
  ['https://*.example/*', 'https://*.example/*'],
  ['https://crm.example/*', 'https://crm.example/*'],
])('the permission %s covers %s', (granted, wanted) => {
  expect(covers(granted, wanted)).toBe(true);
});

it.each([
  ['https://*/*', 'http://crm.example/*'],
  ['https://crm.example/*', 'https://*.crm.example/*'],
  ['https://*.crm.example/*', 'https://example/*'],
  ['https://crm.example/*', 'https://shop.example/*'],
  ['https://*.crm.example/*', 'https://*/*'],
  ['file:///*', 'https://crm.example/*'],
])('the permission %s does not cover %s', (granted, wanted) => {
  expect(covers(granted, wanted)).toBe(false);
});

it.each(['https://*/*', '*://*/*', '<all_urls>'])('%s is for every host', (granted) => {
  expect(isForEveryHost(granted)).toBe(true);
});

it.each(['https://*.example/*', 'https://crm.example/*'])('%s is for some hosts', (granted) => {
  expect(isForEveryHost(granted)).toBe(false);
});
