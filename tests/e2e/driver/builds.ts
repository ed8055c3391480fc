import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { zipSync } from 'fflate';
import type { BrowserName } from '../../browsers/find';

const OUTPUT = resolve(import.meta.dirname, '../../../.output');

/** Folder of the built extension, the very one that is shipped. */
export function buildDir(name: BrowserName): string {
  const dir = join(OUTPUT, name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
  if (!existsSync(join(dir, 'manifest.json'))) {
    throw new Error(`There is no build in ${relative(process.cwd(), dir)}. Run: npm run build`);
  }
  return dir;
}

interface Manifest {
  browser_specific_settings?: { gecko?: { id?: string } };
}

export function addonIdOf(dir: string): string {
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`The extension in ${dir} is not one for Firefox.`);
  return id;
}

/** The build as the archive that Firefox installs for good. */
export function archiveOf(dir: string): Uint8Array {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(dir, path).replaceAll(sep, '/'), new Uint8Array(readFileSync(path))]);
  return zipSync(Object.fromEntries(entries));
}
