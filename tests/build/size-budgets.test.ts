import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDir } from '../e2e/driver/builds';

const KB = 1_000;

function bytesOf(dir: string, pattern: RegExp): number {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    pattern.test(file),
  );
  expect(files, `no file matches ${pattern}`).not.toEqual([]);
  return files.reduce((sum, file) => sum + statSync(join(dir, file)).size, 0);
}

describe.each(['chromium', 'firefox'] as const)('the build for %s', (name) => {
  const dir = buildDir(name);

  it('opens the popup with at most 90 kB of script', () => {
    expect(bytesOf(dir, /^chunks\/popup-.*\.js$/)).toBeLessThanOrEqual(90 * KB);
  });

  it('puts at most 20 kB of script into a page', () => {
    expect(bytesOf(dir, /^content-scripts\/.*\.js$/)).toBeLessThanOrEqual(20 * KB);
  });

  it('starts the background from at most 300 kB, numbering plans of the world included', () => {
    expect(bytesOf(dir, /^background\.js$/)).toBeLessThanOrEqual(300 * KB);
  });

  it('keeps the numbering plans out of pages and popups', () => {
    const page = readFileSync(join(dir, 'content-scripts/click-to-call.js'), 'utf8');
    expect(page).not.toMatch(/country_calling_codes/);
  });
});
