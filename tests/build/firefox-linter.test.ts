import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';
import { buildDir } from '../e2e/driver/builds';

interface Finding {
  readonly code: string;
  readonly file?: string;
}

/** What the linter of the Firefox store, which `web-ext lint` runs too, has to say about the build. */
async function findings(): Promise<readonly Finding[]> {
  const args = ['--output', 'json', buildDir('firefox')];
  const said = await new Promise<string>((resolve) => {
    // It ends with a code of its own when it has found something.
    execFile('node_modules/.bin/addons-linter', args, (_error, stdout) => resolve(stdout));
  });
  const { errors, warnings, notices } = JSON.parse(said) as Record<string, Finding[]>;
  return [errors, warnings, notices].flatMap((kind) => kind ?? []);
}

it('the build for Firefox gives the linter of its store no reason for a word', async () => {
  expect(await findings()).toEqual([]);
}, 60_000);
