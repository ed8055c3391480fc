import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const notes = readFileSync('SECURITY.md', 'utf8').replace(/\r\n/g, '\n');
/** A file of tests and the titles in it, as `file`: "title", "title". */
const PROOF = /`(tests\/[\w./-]+\.test\.tsx?)`:((?:\s+"[^"]+",?)+)/g;

interface Proof {
  readonly file: string;
  readonly title: string;
}

function proofsIn(text: string): Proof[] {
  return [...text.matchAll(PROOF)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({
      file,
      title: title.replace(/\s+/g, ' '),
    })),
  );
}

/** Whether the file has a test or a group of this title, and not only the words. */
function holds({ file, title }: Proof): boolean {
  if (!existsSync(file)) return false;
  const code = readFileSync(file, 'utf8');
  return [`'${title.replaceAll("'", "\\'")}',`, `"${title}",`].some((literal) =>
    code.includes(literal),
  );
}

function statements(): string[] {
  const [proved = ''] = notes.split(/^## Known limits$/m);
  return proved
    .split(/^- /m)
    .slice(1)
    .map((item) => item.split(/\n\n/)[0] ?? '');
}

it('every test that the threat notes name is there', () => {
  const proofs = proofsIn(notes);
  expect(proofs.length).toBeGreaterThan(50);
  expect(proofs.filter((proof) => !holds(proof))).toEqual([]);
});

it('every file of tests that the threat notes name comes with a title', () => {
  const named = [...notes.matchAll(/`(tests\/[\w./-]+\.test\.tsx?)`/g)].map(([, file]) => file);
  const withTitles = proofsIn(notes).map(({ file }) => file);
  expect(named.filter((file) => file !== undefined && !withTitles.includes(file))).toEqual([
    'tests/build/security.test.ts',
  ]);
});

it('every statement of the threat notes names a test', () => {
  expect(statements().length).toBeGreaterThan(20);
  expect(statements().filter((statement) => proofsIn(statement).length === 0)).toEqual([]);
});
