import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDir } from '../e2e/driver/builds';

type Files = Readonly<Record<string, Uint8Array>>;

const ROOT = resolve(import.meta.dirname, '../..');
const OF_THE_FOLDER = /^(node_modules|tests|\.git|\.output|\.wxt)$/;
/** What lies around where people work, and is nobody's business. */
const LEFT_BEHIND = ['.env', 'notes.txt', 'demo-output/transcript.txt', 'tests/setup.ts'];
const NAME = 'agent-widget-for-daktela';

const run = promisify(execFile);
const work = mkdtempSync(join(tmpdir(), 'agent-widget-sources-'));

async function wxt(command: 'build' | 'zip', cwd: string): Promise<void> {
  symlinkSync(join(ROOT, 'node_modules'), join(cwd, 'node_modules'), 'dir');
  const script = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  // The test runner's own variables would make it another build.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  await run(process.execPath, [script, command, '-b', 'firefox', '--mv3'], { cwd, env });
}

function write(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function read(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** Folders have entries of their own in an archive. */
function unpack(archive: string): Files {
  const all = Object.entries(unzipSync(readFileSync(archive)));
  return Object.fromEntries(all.filter(([path]) => !path.endsWith('/')));
}

function differences(one: Files, other: Files): string[] {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].filter((path) => {
    const [a, b] = [one[path], other[path]];
    return a === undefined || b === undefined || Buffer.compare(a, b) !== 0;
  });
}

describe('the packages for the Firefox store', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  let packed: Files;
  let sources: Files;

  beforeAll(async () => {
    const desk = join(work, 'desk');
    cpSync(ROOT, desk, {
      recursive: true,
      filter: (path) => !OF_THE_FOLDER.test(relative(ROOT, path)),
    });
    write(desk, Object.fromEntries(LEFT_BEHIND.map((path) => [path, Buffer.from('secret')])));
    await wxt('zip', desk);
    packed = unpack(join(desk, `.output/${NAME}-${version}-firefox.zip`));
    sources = unpack(join(desk, `.output/${NAME}-${version}-sources.zip`));
  }, 180_000);
  afterAll(() => rmSync(work, { recursive: true }));

  it('hold the very build that is tested', () => {
    expect(differences(packed, read(buildDir('firefox')))).toEqual([]);
  });

  it('have the sources without anything else that lies in the folder', () => {
    const top = new Set(Object.keys(sources).map((path) => path.split('/')[0]));
    expect([...top].sort()).toEqual([
      'README.md',
      'SECURITY.md',
      'components',
      'docs',
      'entrypoints',
      'lib',
      'package-lock.json',
      'package.json',
      'tsconfig.json',
      'wxt.config.ts',
    ]);
    expect(
      Object.keys(sources).filter((path) => /(^|\/)\.|\.test\.|node_modules/.test(path)),
    ).toEqual([]);
  });

  it('are made from those sources, byte for byte', async () => {
    const reviewer = join(work, 'reviewer');
    write(reviewer, sources);
    await wxt('build', reviewer);
    expect(differences(read(join(reviewer, '.output/firefox-mv3')), packed)).toEqual([]);
  }, 180_000);
});
