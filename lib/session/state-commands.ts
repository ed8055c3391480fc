import type { NextState, WantedState } from '@/lib/agent/state';
import type { DaktelaClient } from '@/lib/daktela/client';
import type { Device } from '@/lib/daktela/device';

export type Run = (client: DaktelaClient) => Promise<unknown>;

/** What is sent for a state that nobody has clicked just now, and the state that it is to bring. */
export type StateCommand = readonly [WantedState, Run];

export function leaveCommand(to: NextState): StateCommand {
  return to.kind === 'pause'
    ? ['Paused', (client) => client.startPause(to.pause)]
    : ['Session', (client) => client.setUnready()];
}

/**
 * Undoes it.
 * @param device to go ready with, for users who have none of their own
 */
export function returnCommand(from: NextState, device: Device | null): StateCommand {
  return from.kind === 'pause'
    ? ['Idle', (client) => client.endPause()]
    : ['Idle', (client) => client.setReady(device)];
}
