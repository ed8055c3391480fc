import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type BrowserName, findBrowser } from '../../browsers/find';
import { addonIdOf, buildDir } from '../driver/builds';

/** A browser that only one test has policies for, whatever other tests run beside it. */
export interface ManagedBrowser {
  readonly launch: { readonly extensionDir: string; readonly executablePath?: string };
  /** Writes the file that an administrator would write; `{}` takes everything back. */
  give(policy: Readonly<Record<string, unknown>>): void;
  /** Removes all that was written. */
  discard(): void;
}

const CHROMIUM_POLICIES = '/etc/chromium/policies/managed';
const FIREFOX_POLICIES = '/etc/firefox/policies/policies.json';

function tempDir(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'agent-widget-managed-')));
}

/** Chromium makes the id of an unpacked extension of the path of its folder. */
function unpackedId(dir: string): string {
  const digits = createHash('sha256').update(dir).digest('hex').slice(0, 32);
  return digits.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/**
 * Chromium reads policies in one folder of the system. The build is copied so that it has an id of
 * its own: nothing in the file is for the extension of any other test.
 */
function managedChromium(): ManagedBrowser {
  try {
    mkdirSync(CHROMIUM_POLICIES, { recursive: true });
    accessSync(CHROMIUM_POLICIES, constants.W_OK);
  } catch {
    throw new Error(
      `This test gives Chromium a real policy, in ${CHROMIUM_POLICIES}, where only root on Linux may ` +
        'write. Run it as root there, in a container.',
    );
  }
  const extensionDir = tempDir();
  cpSync(buildDir('chromium'), extensionDir, { recursive: true });
  const id = unpackedId(extensionDir);
  const file = join(CHROMIUM_POLICIES, `${basename(extensionDir)}.json`);
  return {
    launch: { extensionDir },
    give: (policy) =>
      writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } })),
    discard() {
      rmSync(file, { force: true });
      rmSync(extensionDir, { recursive: true });
      for (const dir of [CHROMIUM_POLICIES, dirname(CHROMIUM_POLICIES)]) {
        if (readdirSync(dir).length === 0) rmdirSync(dir);
      }
    },
  };
}

/**
 * Firefox reads policies beside its program. The program is put into a folder of its own, with links
 * to everything else of the installed one, so that no other Firefox reads the file.
 */
function managedFirefox(): ManagedBrowser {
  if (process.platform !== 'linux') {
    throw new Error('This test puts a Firefox together of links, which is done for Linux only.');
  }
  if (existsSync(FIREFOX_POLICIES)) {
    throw new Error(`${FIREFOX_POLICIES} counts above what this test would give. Move it away.`);
  }
  const program = realpathSync(findBrowser('firefox'));
  const dir = tempDir();
  for (const entry of readdirSync(dirname(program))) {
    const from = join(dirname(program), entry);
    if (from === program) copyFileSync(from, join(dir, entry));
    else if (entry !== 'distribution') symlinkSync(from, join(dir, entry));
  }
  mkdirSync(join(dir, 'distribution'));
  const extensionDir = buildDir('firefox');
  const id = addonIdOf(extensionDir);
  return {
    launch: { extensionDir, executablePath: join(dir, basename(program)) },
    give: (policy) =>
      writeFileSync(
        join(dir, 'distribution', 'policies.json'),
        JSON.stringify({ policies: { '3rdparty': { Extensions: { [id]: policy } } } }),
      ),
    discard: () => rmSync(dir, { recursive: true }),
  };
}

/** @throws Error that says what is needed, where the browser cannot be given a real policy file */
export function manageBrowser(name: BrowserName): ManagedBrowser {
  return name === 'chromium' ? managedChromium() : managedFirefox();
}
