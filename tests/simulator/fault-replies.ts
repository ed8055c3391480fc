import { ConnectionCut, type Fault } from './faults';
import { errorReply } from './reply';
import type { Switches } from './switches';

const html = '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>';

const htmlReply = (status: number) =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });

function rateLimitReply(fault: Extract<Fault, { kind: 'rateLimit' }>, nowMs: number): Response {
  const seconds = fault.retryAfterSeconds ?? 5;
  const headers = new Headers({ 'content-type': 'application/json' });
  if (fault.as === 'date') {
    headers.set('retry-after', new Date(nowMs + seconds * 1000).toUTCString());
  } else if (fault.as !== 'none') {
    headers.set('retry-after', String(seconds));
  }
  return new Response(JSON.stringify({ error: ['Too many requests'] }), { status: 429, headers });
}

/**
 * What a fault answers instead of the server, or null when the server itself answers.
 * @param errorShape shape of an error body
 */
export function replyInstead(
  fault: Fault,
  nowMs: number,
  errorShape: Switches['errorShape'] = 'list',
): Response | null {
  switch (fault.kind) {
    case 'status': {
      const text = fault.message ?? `Error ${fault.status}`;
      return errorReply(errorShape, fault.status, text, { beside: { result: null } });
    }
    case 'rateLimit':
      return rateLimitReply(fault, nowMs);
    case 'html':
      return htmlReply(fault.status ?? 200);
    case 'emptyBody':
      return new Response(null, { status: fault.status ?? 200 });
    default:
      return null;
  }
}

const halves = new WeakMap<Response, Uint8Array>();

/** What is sent of a reply that `cutInTheMiddle` made; undefined for a whole reply. */
export const sentHalf = (reply: Response): Uint8Array | undefined => halves.get(reply);

/** The same reply with the connection cut in the middle of its body. */
export async function cutInTheMiddle(reply: Response): Promise<Response> {
  const whole = new Uint8Array(await reply.arrayBuffer());
  const half = whole.slice(0, Math.floor(whole.length / 2));
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(new ConnectionCut());
      else controller.enqueue(half);
      sent = true;
    },
  });
  const headers = new Headers(reply.headers);
  headers.set('content-length', String(whole.length));
  const cut = new Response(body, { status: reply.status, headers });
  halves.set(cut, half);
  return cut;
}
