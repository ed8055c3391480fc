import type { Request } from './protocol';
import type { Reply } from './reply';

export type Send = <T = undefined>(request: Request) => Promise<Reply<T>>;

function isReply(value: unknown): value is Reply<never> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/**
 * Makes the function that asks the background. It never rejects: a background that cannot be
 * reached (extension updated, worker gone) is a failure like any other; a call may have gone out.
 */
export function createSend(sendMessage: (message: unknown) => Promise<unknown>): Send {
  return async (request) => {
    try {
      const reply = await sendMessage(request);
      if (isReply(reply)) return reply;
    } catch {
      // Falls through: nobody answered.
    }
    const kind = request.type === 'dial' ? 'unknownOutcome' : 'internal';
    return { ok: false, error: { kind, messages: [] } };
  };
}
