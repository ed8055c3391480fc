import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildDir } from '../e2e/driver/builds';

const KEYS = [
  'permissions',
  'optional_permissions',
  'host_permissions',
  'optional_host_permissions',
];

function asked(): Set<string> {
  const manifests = (['chromium', 'firefox'] as const).map((name) =>
    JSON.parse(readFileSync(join(buildDir(name), 'manifest.json'), 'utf8')),
  );
  return new Set(manifests.flatMap((manifest) => KEYS.flatMap((key) => manifest[key] ?? [])));
}

/** What is said of each permission, by its name; a heading may name several. */
function justified(): Map<string, string> {
  const [, chapter = ''] = readFileSync('docs/store.md', 'utf8').split(/^## Permissions$/m);
  const [permissions = ''] = chapter.split(/^## /m);
  const sections = permissions.split(/^### /m).slice(1);
  return new Map(
    sections.flatMap((section) => {
      const [heading = '', ...text] = section.split('\n');
      return [...heading.matchAll(/`([^`]+)`/g)].map(
        ([, name]) => [name ?? '', text.join('\n').trim()] as const,
      );
    }),
  );
}

it('every permission that a browser is asked for is justified for the stores, and no other', () => {
  expect([...justified().keys()].sort()).toEqual([...asked()].sort());
});

it('each justification has words', () => {
  for (const [name, text] of justified()) expect(text.split(/\s+/).length, name).toBeGreaterThan(9);
});

it('the document says to Firefox’s store what the manifest says', () => {
  const manifest = JSON.parse(readFileSync(join(buildDir('firefox'), 'manifest.json'), 'utf8'));
  const { required } = manifest.browser_specific_settings.gecko.data_collection_permissions;
  const [, row = ''] = readFileSync('docs/store.md', 'utf8').match(/^\| Firefox \|(.*)\|$/m) ?? [];
  expect([...row.matchAll(/`(\w+)`/g)].map(([, kind]) => kind)).toEqual(required);
});
