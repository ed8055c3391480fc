import type { QueueMembership } from '@/lib/agent/queue-memberships';
import type { Request } from '@/lib/messages/protocol';

/** Logging in to these queues, or out of them, with the penalty each was last known with. */
export function queueChange(memberships: readonly QueueMembership[], login: boolean): Request {
  return {
    type: 'queues.change',
    queues: memberships.map(({ queue, penalty }) => ({ name: queue.name, login, penalty })),
  };
}
