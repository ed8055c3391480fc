import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_CODES } from '@/lib/i18n/languages';
import { buildDir } from '../e2e/driver/builds';

const KB = 1_000;

function bytesOf(dir: string, pattern: RegExp): number {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    pattern.test(file),
  );
  expect(files, `no file matches ${pattern}`).not.toEqual([]);
  return files.reduce((sum, file) => sum + statSync(join(dir, file)).size, 0);
}

/** Everything a page of ours loads before it shows anything: its script and what that imports. */
function scriptsOf(dir: string, page: string): string[] {
  const html = readFileSync(join(dir, page), 'utf8');
  const files = [...html.matchAll(/"\/(chunks\/[^"]+\.js)"/g)].flatMap(([, file]) => file ?? []);
  expect(files, `${page} has no script`).not.toEqual([]);
  return files;
}

describe.each(['chromium', 'firefox'] as const)('the build for %s', (name) => {
  const dir = buildDir(name);

  it('opens the popup with at most 90 kB of script', () => {
    const bytes = scriptsOf(dir, 'popup.html').map((file) => statSync(join(dir, file)).size);
    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(90 * KB);
  });

  it('puts at most 20 kB of script into a page', () => {
    expect(bytesOf(dir, /^content-scripts\/.*\.js$/)).toBeLessThanOrEqual(20 * KB);
  });

  it('puts at most 18 kB more into a frame when its card is first wanted', () => {
    expect(bytesOf(dir, /^card\.js$/)).toBeLessThanOrEqual(18 * KB);
  });

  // Of it 150 kB are numbering plans, 22 kB English texts, 19 kB the words, marks and parts by which digits
  // are no phone number, 14 kB alerts, 6 kB pages for callers, 4 kB the countries that are named beside
  // numbers, and 11 kB keys, whoever leaves the computer, and what a report tells. A worker can load no
  // part later: what reacts to state or to a key has to be there at each start.
  it('starts the background from at most 370 kB, numbering plans of the world included', () => {
    expect(bytesOf(dir, /^background\.js$/)).toBeLessThanOrEqual(370 * KB);
  });

  const codeOf = (files: string[]) =>
    files.map((file) => readFileSync(join(dir, file), 'utf8')).join('');
  const textOf = (file: string): string =>
    JSON.parse(readFileSync(join(dir, 'locales', file), 'utf8'))['failure.refused'];

  it.each(LANGUAGE_CODES)('has what it says in %s in a file and not in the popup', (language) => {
    const text = textOf(`${language}.json`);
    expect(text).toBeTruthy();
    expect(codeOf(scriptsOf(dir, 'popup.html'))).not.toContain(text);
  });

  it.each(LANGUAGE_CODES.filter((language) => language !== 'en'))(
    'has what it says in %s in no script that runs unseen',
    (language) => {
      const code = codeOf(['background.js', 'card.js', 'content-scripts/click-to-call.js']);
      for (const file of [`${language}.json`, `page.${language}.json`]) {
        expect(textOf(file)).toBeTruthy();
        expect(code).not.toContain(textOf(file));
      }
    },
  );

  it('keeps the numbering plans out of pages and popups', () => {
    const page = codeOf(['card.js', 'content-scripts/click-to-call.js']);
    expect(page).not.toMatch(/country_calling_codes/);
  });
});
