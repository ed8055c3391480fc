import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDir } from '../e2e/driver/builds';

/** Namespaces are names; the others are examples and patterns that settings and their schema show. */
const NO_SERVERS = [
  'www.w3.org',
  'json-schema.org',
  'company.daktela.com',
  'crm.example.com',
  '*',
  '.',
];

describe.each(['chromium', 'firefox'] as const)('the code of the build for %s', (name) => {
  const dir = buildDir(name);
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => /\.(js|html|css|json)$/.test(file))
    .map((file) => readFileSync(join(dir, file), 'utf8'));
  const all = texts.join('\n');

  it('makes no text into markup or code', () => {
    expect(all).not.toMatch(/\.(innerHTML|outerHTML|srcdoc)\s*=[^=]/);
    expect(all).not.toMatch(
      /insertAdjacentHTML|document\.write|importScripts|createContextualFragment/,
    );
    expect(all).not.toMatch(/\beval\(|new Function\b|Function\(["'`]/);
  });

  it('names no server that it could talk to', () => {
    const hosts = [...all.matchAll(/(?:https?|wss?):\/\/([^/\s"'`,)\\]+)/g)].map(
      ([, host]) => host,
    );
    const named = hosts.filter((host) => host !== undefined && !host.includes('${'));
    expect(named.filter((host) => !NO_SERVERS.includes(host ?? ''))).toEqual([]);
  });

  it('loads nothing but its own files', () => {
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages).toContain('popup.html');
    const loaded = pages.flatMap((page) =>
      [...readFileSync(join(dir, page), 'utf8').matchAll(/\b(?:src|href)="([^"]*)"/g)].map(
        ([, address]) => address ?? '',
      ),
    );
    expect(loaded.filter((address) => !/^\/(?!\/)/.test(address))).toEqual([]);
  });
});
