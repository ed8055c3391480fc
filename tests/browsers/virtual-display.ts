import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackages } from './find';

export interface VirtualDisplay {
  /** Value for `DISPLAY`. */
  readonly display: string;
  /** Presses keys or moves the mouse as a person at that display would. */
  xdotool(...args: string[]): string;
  /** Changes whenever anything on the display does. */
  picture(): string;
  /** Has it look as if a screen saver had locked the computer, or had let it go. */
  setLocked(isLocked: boolean): void;
  close(): void;
}

const TOOLS = ['Xvfb', 'xdotool', 'xprop'];
const PACKAGES = ['xvfb', 'xdotool', 'x11-utils'];
const opened = new Map<string, VirtualDisplay>();

function isMissing(tool: string): boolean {
  return spawnSync('which', [tool]).status !== 0;
}

export function ensureDisplayTools(): void {
  if (process.platform !== 'linux') {
    throw new Error(
      'The virtual display is Linux only. Here, run headless, or in a window without a display.',
    );
  }
  if (!TOOLS.some(isMissing)) return;
  if (installDebianPackages(PACKAGES) && !TOOLS.some(isMissing)) return;
  throw new Error(
    `${TOOLS.join(', ')} are needed. Run: sudo apt-get install -y ${PACKAGES.join(' ')}`,
  );
}

/** Xvfb writes the number of the display it has taken to the given descriptor. */
function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdio[3]?.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('\n')) resolve(text.trim());
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
  });
}

function run(tool: string, display: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(tool, args, {
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: display },
  });
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')} failed: ${stderr}`);
  return stdout.trim();
}

/** Where screen savers write what they do; Chromium reads it. */
const SAVER = '_SCREENSAVER_STATUS';

function setLocked(display: string, isLocked: boolean): void {
  const change = isLocked ? ['-f', SAVER, '32a', '-set', SAVER, 'LOCK'] : ['-remove', SAVER];
  run('xprop', display, ['-root', ...change]);
}

/** Starts a display nobody sees, on a number of its own choosing. */
export async function ensureVirtualDisplay(): Promise<VirtualDisplay> {
  ensureDisplayTools();
  const pixels = mkdtempSync(join(tmpdir(), 'agent-widget-display-'));
  const screen = ['-screen', '0', '1280x900x24', '-fbdir', pixels];
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const kill = () => void server.kill();
  // A test run that is broken off must leave no server behind.
  process.once('exit', kill);
  const discard = () => {
    process.off('exit', kill);
    kill();
    rmSync(pixels, { recursive: true, force: true });
  };
  try {
    const display = `:${await displayNumber(server)}`;
    server.removeAllListeners('exit');
    const virtual: VirtualDisplay = {
      display,
      xdotool: (...args) => run('xdotool', display, args),
      setLocked: (isLocked) => setLocked(display, isLocked),
      picture: () =>
        createHash('sha1')
          .update(readFileSync(join(pixels, 'Xvfb_screen0')))
          .digest('hex'),
      close() {
        opened.delete(display);
        discard();
      },
    };
    opened.set(display, virtual);
    return virtual;
  } catch (error) {
    discard();
    throw error;
  }
}

/** The display of that name, if this process has opened it. */
export function openedDisplay(display: string | undefined): VirtualDisplay | undefined {
  return display === undefined ? undefined : opened.get(display);
}
