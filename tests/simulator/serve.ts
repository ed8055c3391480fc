import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { sentHalf } from './fault-replies';
import { ConnectionCut } from './faults';
import { createSimulator, type Simulator, type SimulatorOptions } from './simulator';

interface Connection {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

/** The client's hanging up, which a held poll must notice at once. */
function clientGone({ outgoing }: Connection): AbortSignal {
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  return gone.signal;
}

const isLoopback = (address: string | undefined) =>
  address === '::1' || /^(::ffff:)?127\./.test(address ?? '');

function mayControl(request: Request, { incoming }: Connection): boolean {
  const forControl = new URL(request.url).pathname.startsWith('/_sim');
  return !forControl || isLoopback(incoming.socket.remoteAddress);
}

/** The same request with a signal of ours. */
async function withSignal(request: Request, signal: AbortSignal): Promise<Request> {
  const { url, method, headers } = request;
  const text = await request.text();
  return new Request(url, { method, headers, signal, body: text === '' ? null : text });
}

/** Written by hand: the adapter turns a body that fails at once into a 500. */
function sendHalf(reply: Response, half: Uint8Array, { incoming, outgoing }: Connection): Response {
  outgoing.writeHead(reply.status, Object.fromEntries(reply.headers));
  outgoing.write(half, () => incoming.socket.destroy());
  return RESPONSE_ALREADY_SENT;
}

async function answer(
  simulator: Simulator,
  request: Request,
  connection: Connection,
): Promise<Response> {
  if (!mayControl(request, connection))
    return new Response('Only on this computer', { status: 403 });
  const signal = clientGone(connection);
  try {
    const reply = await simulator.fetch(await withSignal(request, signal));
    const half = sentHalf(reply);
    return half === undefined ? reply : sendHalf(reply, half, connection);
  } catch (error) {
    if (!signal.aborted && !(error instanceof ConnectionCut)) throw error;
    connection.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }
}

export interface RunningSimulator {
  /** http://127.0.0.1:PORT */
  origin: string;
  simulator: Simulator;
  close(): Promise<void>;
}

/** Serves a simulator on loopback; `port` 0, the default, takes any free one. */
export async function startSimulator(
  options: SimulatorOptions & { port?: number; host?: string } = {},
): Promise<RunningSimulator> {
  const { port = 0, host = '127.0.0.1', ...rest } = options;
  const simulator = createSimulator(rest);
  const server = createAdaptorServer({
    fetch: (request, connection) => answer(simulator, request, connection as Connection),
    overrideGlobalObjects: false,
  }) as Server;
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to listen on');
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    simulator,
    async close() {
      const closed = once(server, 'close');
      simulator.close();
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
