import type { Effect } from '@/lib/agent/reactions';
import type { AgentEvent } from '@/lib/agent/reduce';
import type { DaktelaClient } from '@/lib/daktela/client';
import { type Clock, sleep } from '@/lib/daktela/clock';
import { DaktelaError } from '@/lib/daktela/failure';

export type ReadingEffect = Extract<
  Effect,
  { type: 'loadStatuses' | 'loadDevices' | 'loadProfileQueues' | 'reloadWhoim' }
>;

const ATTEMPTS = 4;
const RETRY_DELAY_MS = 3_000;

/** Reading something again after "no" is pointless; after "no answer", or with a renewed token, it is not. */
function isFinal(error: unknown): boolean {
  return error instanceof DaktelaError && ['refused', 'forbidden', 'missing'].includes(error.kind);
}

async function load(effect: ReadingEffect, client: DaktelaClient): Promise<AgentEvent> {
  switch (effect.type) {
    case 'loadStatuses': {
      const { queue } = effect;
      return { type: 'statusesLoaded', queue, statuses: await client.queueStatuses(queue) };
    }
    case 'loadDevices':
      return { type: 'devicesLoaded', devices: await client.availableDevices() };
    case 'loadProfileQueues':
      return {
        type: 'profileQueuesLoaded',
        queues: await client.profileQueues(effect.profile),
      };
    case 'reloadWhoim':
      return { type: 'whoimLoaded', whoim: await client.whoim() };
  }
}

/** What the desk goes on with when the server will not tell: an empty list lets the agent work. */
function withoutAnswer(effect: ReadingEffect): AgentEvent | null {
  switch (effect.type) {
    case 'loadStatuses':
      return { type: 'statusesLoaded', queue: effect.queue, statuses: [] };
    case 'loadDevices':
      return { type: 'devicesLoaded', devices: [] };
    case 'loadProfileQueues':
      return { type: 'profileQueuesLoaded', queues: [] };
    case 'reloadWhoim':
      return null;
  }
}

/**
 * Reads from the server what a changed state asks for.
 * @param currentClient the client of the signed-in agent, null once nobody is
 */
export async function runReadingEffect(
  effect: ReadingEffect,
  currentClient: () => DaktelaClient | null,
  clock: Clock,
): Promise<AgentEvent | null> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const client = currentClient();
    if (!client) return null;
    try {
      const event = await load(effect, client);
      // Read for an agent who has left, it is nobody's business now.
      if (currentClient() === client) return event;
    } catch (error) {
      if (isFinal(error) || attempt === ATTEMPTS) {
        return currentClient() === client ? withoutAnswer(effect) : null;
      }
      await sleep(clock, RETRY_DELAY_MS * attempt);
    }
  }
  return null;
}
