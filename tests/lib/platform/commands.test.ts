import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { onKeyCommands } from '@/lib/platform/commands';
import { createEvent } from '../../support/browser-event';

const onCommand = createEvent<[string]>();

beforeEach(() => {
  Object.assign(fakeBrowser, { commands: { onCommand } });
});

it('keys of the agent’s own work are told, and those of pages are not', async () => {
  const pressed = vi.fn();
  onKeyCommands(pressed);
  for (const command of ['accept', 'step-next', 'toggle-ready', 'call-selection', 'constructor']) {
    await onCommand.fire(command);
  }
  expect(pressed.mock.calls).toEqual([['accept'], ['toggle-ready']]);
});
