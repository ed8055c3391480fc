import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import puppeteer, { type Browser, type Extension } from 'puppeteer-core';
import { findBrowser, isRoot } from '../../browsers/find';
import type { LaunchOptions } from './desk';

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The address bar's new list is a page with a second of work in each new window.
  '--disable-features=MediaRouter,OptimizationHints,Translate,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  '--lang=en-US',
];

/** In `creation_flags`: Chromium forgets an extension that came over the debugging pipe. */
const FORGET_AT_EXIT = 0x8000;

interface Preferences {
  extensions?: {
    ui?: { developer_mode?: boolean };
    settings?: Record<string, { creation_flags?: number }>;
  };
}

function editPreferences(profile: string, edit: (preferences: Preferences) => void): void {
  const file = join(profile, 'Default', 'Preferences');
  mkdirSync(dirname(file), { recursive: true });
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
  const preferences = JSON.parse(text) as Preferences;
  edit(preferences);
  writeFileSync(file, JSON.stringify(preferences));
}

/** Without developer mode an unpacked extension is switched off at the next start. */
export function turnOnDeveloperMode(profile: string): void {
  editPreferences(profile, (preferences) => {
    preferences.extensions = { ...preferences.extensions, ui: { developer_mode: true } };
  });
}

/** Makes it an extension like one a person has loaded: still there, with all it was granted. */
export function keepExtension(profile: string, id: string): void {
  editPreferences(profile, ({ extensions }) => {
    const settings = extensions?.settings?.[id];
    if (!settings) throw new Error('Chromium has not written the extension into its profile.');
    settings.creation_flags = (settings.creation_flags ?? 0) & ~FORGET_AT_EXIT;
  });
}

/** Given a size, Chromium gives it to every window, whatever an extension asks for. */
function sizeOf({ freeWindows, windowSize = { width: 1280, height: 900 } }: LaunchOptions) {
  return freeWindows
    ? ['--screen-info={1600x1200}']
    : ['--window-position=0,0', `--window-size=${windowSize.width},${windowSize.height}`];
}

export function startChromium(profile: string, options: LaunchOptions): Promise<Browser> {
  const { headless, display, colorScheme, language } = options;
  return puppeteer.launch({
    executablePath: findBrowser('chromium'),
    headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: null,
    args: [
      ...ARGS,
      ...sizeOf(options),
      ...(language === undefined ? [] : [`--accept-lang=${language},en`]),
      ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
      ...(isRoot() ? ['--no-sandbox'] : []),
    ],
    env: {
      ...process.env,
      LANG: 'en_US.UTF-8',
      ...(display === undefined ? {} : { DISPLAY: display }),
    },
  });
}

export async function extensionOf(browser: Browser, id: string): Promise<Extension> {
  const extension = (await browser.extensions()).get(id);
  if (!extension?.enabled) throw new Error(`Chromium has not loaded the extension ${id}.`);
  return extension;
}
