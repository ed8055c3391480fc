import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export type BrowserName = 'chromium' | 'firefox';

interface Known {
  /** Environment variable that names the executable outright. */
  readonly variable: string;
  readonly commands: readonly string[];
  readonly places: readonly string[];
  readonly debianPackage: string;
  /** The one command that installs it elsewhere. */
  readonly install: Readonly<Partial<Record<NodeJS.Platform, string>>>;
}

const KNOWN: Record<BrowserName, Known> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: [
      '/usr/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    debianPackage: 'chromium',
    install: { darwin: 'brew install --cask chromium', win32: 'winget install Hibbiki.Chromium' },
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    // ESR first: other releases refuse to keep an extension that is not signed.
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/usr/bin/firefox-esr',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debianPackage: 'firefox-esr',
    install: {
      darwin: 'brew install --cask firefox@esr',
      win32: 'winget install Mozilla.Firefox.ESR',
    },
  },
};

function onPath(command: string): string | null {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  const { status, stdout } = spawnSync(finder, [command], { encoding: 'utf8' });
  return status === 0 ? (stdout.split('\n')[0]?.trim() ?? null) : null;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

let listsAreFresh = false;

/** Installs Debian packages when that is possible without asking anybody. Returns whether it was. */
export function installDebianPackages(packages: readonly string[]): boolean {
  if (!isRoot() || onPath('apt-get') === null) return false;
  const aptGet = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  console.log(`Installing ${packages.join(', ')} …`);
  if (!listsAreFresh) aptGet('update', '-q');
  listsAreFresh = true;
  aptGet('install', '-y', '-q', '--no-install-recommends', ...packages);
  return true;
}

function lookUp({ variable, commands, places }: Known): string | null {
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`${variable} names ${named}, which does not exist.`);
    return named;
  }
  for (const command of commands) {
    const path = onPath(command);
    if (path !== null) return path;
  }
  return places.find((place) => existsSync(place)) ?? null;
}

/**
 * Path of a browser for tests and the demo: an installed one, else Debian's own package.
 * @throws Error that names the one command to run when there is neither
 */
export function findBrowser(name: BrowserName): string {
  const known = KNOWN[name];
  const { debianPackage, variable, install } = known;
  const found = lookUp(known) ?? (installDebianPackages([debianPackage]) ? lookUp(known) : null);
  if (found !== null) return found;
  const command = install[process.platform] ?? `sudo apt-get install -y ${debianPackage}`;
  throw new Error(
    `No ${name} was found. Run: ${command} (or set ${variable} to the path of an installed one).`,
  );
}
