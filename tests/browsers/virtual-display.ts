import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { installDebianPackages } from './find';

export interface VirtualDisplay {
  /** Value for `DISPLAY`. */
  readonly display: string;
  close(): void;
}

const TOOLS = ['Xvfb', 'xdotool'];
const PACKAGES = ['xvfb', 'xdotool'];

function isMissing(tool: string): boolean {
  return spawnSync('which', [tool]).status !== 0;
}

function ensureTools(): void {
  if (!TOOLS.some(isMissing)) return;
  if (installDebianPackages(PACKAGES) && !TOOLS.some(isMissing)) return;
  throw new Error(
    `A virtual display is needed for the browser's own prompts. Run: sudo apt-get install -y ${PACKAGES.join(' ')}`,
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

/** Starts a display nobody sees, on a number of its own choosing. */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  ensureTools();
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const display = `:${await displayNumber(server)}`;
  server.removeAllListeners('exit');
  return { display, close: () => void server.kill() };
}

/** Presses keys or moves the mouse as a person at that display would. */
export function xdotool({ display }: VirtualDisplay, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('xdotool', args, {
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: display },
  });
  if (status !== 0) throw new Error(`xdotool ${args.join(' ')} failed: ${stderr}`);
  return stdout.trim();
}
