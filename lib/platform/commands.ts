import { isKeyCommand, type KeyCommand } from '@/lib/agent/key-commands';
import { browser } from './browser';

const DIRECTIONS: Readonly<Record<string, 1 | -1>> = { 'step-next': 1, 'step-previous': -1 };

async function tabInFront(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}

/**
 * Must be called while the background starts up. Has the page in front step through its numbers;
 * every frame hears of it, and the one with the focus goes on.
 */
export function onStepCommands(): void {
  browser.commands.onCommand.addListener(async (command) => {
    const direction = DIRECTIONS[command];
    const tab = direction && (await tabInFront());
    // A page without our script has nobody to hear it.
    if (tab) await browser.tabs.sendMessage(tab, { type: 'step', direction }).catch(() => {});
  });
}

/** Must be called while the background starts up: a key may be what has started it. */
export function onKeyCommands(pressed: (command: KeyCommand) => void): void {
  browser.commands.onCommand.addListener((command) => {
    if (isKeyCommand(command)) pressed(command);
  });
}
