import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

interface Diagnostic {
  readonly category: string;
}

/** The rules that our own lint configuration sees broken in a file of this content at this place. */
function lint(path: string, code: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'agent-widget-lint-'));
  try {
    copyFileSync('.biome.json', join(folder, '.biome.json'));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
    const { stdout } = spawnSync(
      resolve('node_modules/.bin/biome'),
      ['lint', '--vcs-enabled=false', '--reporter=json', path],
      { cwd: folder, encoding: 'utf8' },
    );
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
    return diagnostics.map(({ category }) => category);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const IMPORT_RULE = 'lint/style/noRestrictedImports';
const GLOBAL_RULE = 'lint/style/noRestrictedGlobals';

const importOf = (specifier: string) =>
  `import { thing } from '${specifier}';\nexport const other = thing;\n`;

const PURE = ['lib/daktela', 'lib/agent', 'lib/pull', 'lib/phone', 'lib/screen-pop'];
const FORBIDDEN_BELOW = [
  'webextension-polyfill',
  'preact',
  '@preact/signals',
  'wxt/utils/storage',
  '@/lib/platform/store',
  '../platform/store',
  '@/lib/session/session',
  '@/components/app',
];
const FORBIDDEN_IN_VIEWS = [
  'webextension-polyfill',
  '@/lib/platform/store',
  'idb-keyval',
  '@/lib/daktela/client',
];
const FORBIDDEN_IN_PAGES = [
  'webextension-polyfill',
  '@/lib/platform/store',
  '@/lib/session/session',
  '@/lib/daktela/client',
  '@/lib/phone/recognise',
  'libphonenumber-js/max',
  'preact',
];

it.each(PURE.flatMap((layer) => FORBIDDEN_BELOW.map((specifier) => [layer, specifier] as const)))(
  'a file in %s may not import %s',
  (layer, specifier) => {
    expect(lint(`${layer}/planted.ts`, importOf(specifier))).toContain(IMPORT_RULE);
  },
);

it.each(FORBIDDEN_IN_VIEWS)('a component may not import %s', (specifier) => {
  expect(lint('components/planted.tsx', importOf(specifier))).toContain(IMPORT_RULE);
});

it.each(
  ['entrypoints/click-to-call.content', 'lib/page'].flatMap((place) =>
    FORBIDDEN_IN_PAGES.map((specifier) => [place, specifier] as const),
  ),
)('a script of a page in %s may not import %s', (place, specifier) => {
  expect(lint(`${place}/planted.ts`, importOf(specifier))).toContain(IMPORT_RULE);
});

it.each(['fetch', 'browser', 'chrome', 'setTimeout', 'document'])(
  'the pure layers may not reach for the global %s',
  (name) => {
    expect(lint('lib/pull/planted.ts', `export const reached = ${name};\n`)).toContain(GLOBAL_RULE);
  },
);

it.each(['fetch', 'browser', 'localStorage'])(
  'a component may not reach for the global %s',
  (name) => {
    expect(lint('components/planted.tsx', `export const reached = ${name};\n`)).toContain(
      GLOBAL_RULE,
    );
  },
);

it('only one file may import the polyfill', () => {
  expect(lint('lib/platform/planted.ts', importOf('webextension-polyfill'))).toContain(IMPORT_RULE);
  expect(lint('lib/platform/browser.ts', importOf('webextension-polyfill'))).not.toContain(
    IMPORT_RULE,
  );
});

it('lets a layer import what stands beside and below it', () => {
  expect(lint('lib/agent/planted.ts', importOf('@/lib/daktela/activity'))).not.toContain(
    IMPORT_RULE,
  );
});
