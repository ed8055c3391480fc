import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostPermissionOf, readAddress } from '@/lib/daktela/address';

it.each([
  ['a bare host', 'company.daktela.com', 'https://company.daktela.com'],
  ['a host in capitals', 'COMPANY.Daktela.Com', 'https://company.daktela.com'],
  ['a host between spaces', '  company.daktela.com\n', 'https://company.daktela.com'],
  ['a host with a trailing slash', 'company.daktela.com/', 'https://company.daktela.com'],
  ['a host after two slashes', '//company.daktela.com', 'https://company.daktela.com'],
  ['a host with https', 'https://company.daktela.com', 'https://company.daktela.com'],
  ['a scheme in capitals', 'HTTPS://company.daktela.com', 'https://company.daktela.com'],
  [
    'a copied page address',
    'https://company.daktela.com/tickets/update/9673?tab=1#comments',
    'https://company.daktela.com',
  ],
  ['a path without a scheme', 'company.daktela.com/index.php', 'https://company.daktela.com'],
  ['a query without a scheme', 'company.daktela.com?x=1', 'https://company.daktela.com'],
  ["a company's own host", 'cc.example.co.uk', 'https://cc.example.co.uk'],
  ['a host with a port', 'cc.example.com:8443', 'https://cc.example.com:8443'],
  ['the usual port spelled out', 'https://cc.example.com:443/', 'https://cc.example.com'],
  ['a host with a hyphen', 'my-company.daktela.com', 'https://my-company.daktela.com'],
  ['an international name', 'münchen.example', 'https://xn--mnchen-3ya.example'],
  ['an IPv4 address', '192.168.1.20', 'https://192.168.1.20'],
  ['an IPv4 address with a port', '192.168.1.20:8443', 'https://192.168.1.20:8443'],
  ['an IPv6 address', '[2001:db8::1]', 'https://[2001:db8::1]'],
  ['an IPv6 address with a port', 'https://[2001:db8::1]:8443/x', 'https://[2001:db8::1]:8443'],
])('%s is read as the origin of the instance', (_, input, origin) => {
  expect(readAddress(input)).toEqual({ ok: true, origin });
});

it.each([
  ['localhost:8080', 'http://localhost:8080'],
  ['LOCALHOST:8080', 'http://localhost:8080'],
  ['http://localhost', 'http://localhost'],
  ['http://127.0.0.1:3000/desk', 'http://127.0.0.1:3000'],
  ['127.0.0.1', 'http://127.0.0.1'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
  ['[::1]:8080', 'http://[::1]:8080'],
  ['http://demo.localhost:8080', 'http://demo.localhost:8080'],
])('plain http reaches this computer itself: %s', (input, origin) => {
  expect(readAddress(input)).toEqual({ ok: true, origin });
});

it('https is kept for this computer when it was typed', () => {
  expect(readAddress('https://localhost:8443')).toEqual({
    ok: true,
    origin: 'https://localhost:8443',
  });
});

it.each([
  'http://company.daktela.com',
  'HTTP://company.daktela.com/',
  'http://192.168.1.20',
  'http://127.0.0.1.example.com',
  'http://localhost.example.com',
  'http://[2001:db8::1]',
])('plain http is refused for any other host: %s', (input) => {
  expect(readAddress(input)).toEqual({ ok: false, problem: 'insecure' });
});

it.each(['', ' ', '\t\n'])('nothing typed is told apart from something wrong: %j', (input) => {
  expect(readAddress(input)).toEqual({ ok: false, problem: 'empty' });
});

it.each(['ftp://company.daktela.com', 'ws://company.daktela.com', 'chrome-extension://abc/x.html'])(
  'another scheme is refused: %s',
  (input) => {
    expect(readAddress(input)).toEqual({ ok: false, problem: 'scheme' });
  },
);

it.each([
  'https://anna:secret@company.daktela.com',
  'anna:secret@company.daktela.com',
  'anna@company.daktela.com',
])('a name or password inside the address is refused: %s', (input) => {
  expect(readAddress(input)).toEqual({ ok: false, problem: 'credentials' });
});

it.each([
  'daktela',
  'https://daktela',
  'company daktela com',
  'my company.daktela.com',
  'company..daktela.com',
  '.daktela.com',
  '...',
  '/',
  'https://',
  'https//company.daktela.com',
  'company.daktela.com:99999',
  'company.daktela.com:port',
  '[2001:db8::1',
  '999.999.999.999',
  'javascript:alert(1)',
  'company,daktela.com',
  '<b>daktela.com</b>',
])('nonsense is not taken for an address: %s', (input) => {
  expect(readAddress(input)).toEqual({ ok: false, problem: 'notAnAddress' });
});

it.each(['305', '420777123456', 'https://305', '305:8080', '0x7f000001'])(
  'a lone number is not taken for an IP address: %s',
  (input) => {
    expect(readAddress(input)).toEqual({ ok: false, problem: 'notAnAddress' });
  },
);

it.each(['*.daktela.com', 'https://*.com', '*.*'])(
  'a wildcard, whose permission would open many hosts, is refused: %s',
  (input) => {
    expect(readAddress(input)).toEqual({ ok: false, problem: 'notAnAddress' });
  },
);

it('an accepted address is read as itself again', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      const first = readAddress(url.replace(/^http:/, 'https:'));
      fc.pre(first.ok);
      expect(readAddress(first.origin)).toEqual(first);
    }),
  );
});

it('plain http is refused for every host name of the internet', () => {
  fc.assert(
    fc.property(fc.domain(), (host) => {
      expect(readAddress(`http://${host}`).ok).toBe(false);
    }),
  );
});

it('no text makes reading an address throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readAddress(text)).toHaveProperty('ok');
    }),
  );
});

it.each([
  ['https://company.daktela.com', 'https://company.daktela.com/*'],
  ['https://cc.example.com:8443', 'https://cc.example.com/*'],
  ['http://localhost:8080', 'http://localhost/*'],
  ['https://[2001:db8::1]:8443', 'https://[2001:db8::1]/*'],
])('the host permission of %s names that host alone and no port', (origin, pattern) => {
  expect(hostPermissionOf(origin)).toBe(pattern);
});
