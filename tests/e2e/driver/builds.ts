import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { zipSync } from 'fflate';
import type { BrowserName } from '../../browsers/find';

export const FIREFOX_ID = 'agent-widget@daktela-agent-widget.app';

const OUTPUT = resolve(import.meta.dirname, '../../../.output');

/** Folder of the built extension, the very one that is shipped. */
export function buildDir(name: BrowserName): string {
  const dir = join(OUTPUT, name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
  if (!existsSync(join(dir, 'manifest.json'))) {
    throw new Error(`There is no build in ${relative(process.cwd(), dir)}. Run: npm run build`);
  }
  return dir;
}

function filesBelow(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** The build as the archive that Firefox installs for good. */
export function archiveOf(dir: string): Uint8Array {
  const entries = filesBelow(dir).map((path) => [
    relative(dir, path).replaceAll('\\', '/'),
    new Uint8Array(readFileSync(path)),
  ]);
  return zipSync(Object.fromEntries(entries));
}
