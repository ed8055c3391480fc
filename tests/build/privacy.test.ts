import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const PLATFORM = 'lib/platform';
const STORES = /browser\.storage|localStorage|idb-keyval|watchStored\(/;

/** The names under which anything is kept: each is a constant of the file that keeps it. */
function namesInCode(): string[] {
  return readdirSync(PLATFORM).flatMap((file) => {
    const code = readFileSync(join(PLATFORM, file), 'utf8');
    const constants = [...code.matchAll(/^(?:export )?const [A-Z_]+ = '(\w+)';$/gm)];
    return STORES.test(code) ? constants.map(([, name]) => name ?? '') : [];
  });
}

function namesInStatement(): string[] {
  const rows = readFileSync('docs/privacy.md', 'utf8').matchAll(/^\|.*\| `(\w+)`\s*\|$/gm);
  return [...rows].map(([, name]) => name ?? '');
}

it('the privacy statement names all that is kept, and nothing that is not', () => {
  expect(namesInCode()).toContain('taughtNumbers');
  expect(namesInStatement().sort()).toEqual(namesInCode().sort());
});

it('nothing is kept elsewhere than in the files that the statement is held against', () => {
  const folders = ['lib', 'components', 'entrypoints'];
  const keeping = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(PLATFORM))
      .filter((file) =>
        /storage\.(local|session|sync)\b|\b(local|session)Storage\b|indexedDB|idb-keyval|document\.cookie|\bcaches\b/.test(
          readFileSync(file, 'utf8'),
        ),
      ),
  );
  expect(keeping).toEqual([]);
});
