import { createApi, parseBody, readCall } from './api';
import type { Api, ApiCall } from './api-call';
import { isObject } from './api-call';
import { type Clock, systemClock, Timers } from './clock';
import { createControl } from './control';
import { cutInTheMiddle, replyInstead } from './fault-replies';
import { ConnectionCut, Faults } from './faults';
import { HeldPolls } from './held-polls';
import { interestingHeaders, type RecordedRequest } from './recorded-request';
import { createSwitches, type Switches } from './switches';
import { World } from './world';

export interface SimulatorOptions {
  switches?: Partial<Switches>;
  /** How long a poll without news is held; 15000 as in the specification. */
  holdMs?: number;
  clock?: Clock;
}

export interface Simulator {
  /** Answers everything: the API, the control interface and the desk page. */
  fetch(request: Request): Promise<Response>;
  world: World;
  switches: Switches;
  faults: Faults;
  /** API requests, oldest first, the last 20000. */
  requests: RecordedRequest[];
  /** Cuts held polls and clears every timer. */
  close(): void;
}

const keptRequests = 20_000;

function record(requests: RecordedRequest[], request: Request, call: ApiCall, at: number) {
  const url = new URL(request.url);
  const username = isObject(call.body) ? call.body.username : null;
  const entry: RecordedRequest = {
    at,
    method: request.method,
    path: url.pathname,
    query: url.search,
    agent: call.agent?.name ?? (typeof username === 'string' ? username : null),
    body: call.body ?? null,
    status: null,
    outcome: 'open',
    headers: interestingHeaders(request.headers),
  };
  requests.push(entry);
  if (requests.length > keptRequests) requests.splice(0, requests.length - keptRequests);
  return entry;
}

function corsHeaders(request: Request): [string, string][] {
  return [
    ['access-control-allow-origin', request.headers.get('origin') ?? '*'],
    ['access-control-allow-methods', 'GET, POST, PUT, DELETE'],
    ['access-control-allow-headers', 'content-type, x-auth-token, x-timezone-client'],
  ];
}

/** Waits, unless the client gives up or the simulator closes first. */
function wait(timers: Timers, ms: number, signal: AbortSignal, closing: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const either = AbortSignal.any([signal, closing]);
    const stop = timers.after(ms, resolve);
    either.addEventListener('abort', () => {
      stop();
      reject(signal.aborted ? signal.reason : new ConnectionCut());
    });
  });
}

class ApiServer {
  private readonly api: Api = createApi();
  readonly requests: RecordedRequest[] = [];
  readonly closing = new AbortController();

  constructor(
    private readonly world: World,
    private readonly faults: Faults,
    private readonly holdMs: number,
  ) {}

  async answer(request: Request): Promise<Response> {
    const text = await request.text();
    const body = parseBody(text, request.headers.get('content-type') ?? '');
    const call = readCall(this.world, this.holdMs, request, body);
    const entry = record(this.requests, request, call, this.world.now());
    try {
      if (request.signal.aborted) throw request.signal.reason;
      const reply = await this.withFaults(request, call, entry);
      entry.status = reply.status;
      entry.outcome = 'replied';
      return reply;
    } catch (error) {
      const unforeseen = request.signal.aborted ? 'aborted' : 'failed';
      entry.outcome = error instanceof ConnectionCut ? 'cut' : unforeseen;
      throw error;
    }
  }

  private async withFaults(request: Request, call: ApiCall, entry: RecordedRequest) {
    if (this.faults.broken) throw new ConnectionCut();
    const faults = this.faults.take(entry);
    for (const fault of faults) {
      if (fault.kind === 'delay') {
        await wait(this.world.timers, fault.ms, request.signal, this.closing.signal);
      }
      if (fault.kind === 'cut' && fault.handled !== true) throw new ConnectionCut();
      const instead = replyInstead(fault, this.world.now(), this.world.switches.errorShape);
      if (instead !== null) return instead;
    }
    const reply = await this.handled(request, call);
    if (this.faults.broken || faults.some(({ kind }) => kind === 'cut')) throw new ConnectionCut();
    return faults.some(({ kind }) => kind === 'cutBody') ? cutInTheMiddle(reply) : reply;
  }

  private async handled(request: Request, call: ApiCall): Promise<Response> {
    if (!this.world.switches.cors) return this.api.fetch(request, call);
    const preflight = request.method === 'OPTIONS';
    const reply = preflight
      ? new Response(null, { status: 204 })
      : await this.api.fetch(request, call);
    for (const [name, value] of corsHeaders(request)) reply.headers.set(name, value);
    return reply;
  }
}

/** A Daktela V6 server in memory. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const timers = new Timers(options.clock ?? systemClock);
  const switches = createSwitches(options.switches);
  const polls = new HeldPolls(timers);
  const world = new World(timers, switches, polls);
  const faults = new Faults(
    () => timers.now(),
    () => polls.cutAll(),
  );
  const server = new ApiServer(world, faults, options.holdMs ?? 15_000);
  const control = createControl({ world, switches, faults, requests: server.requests });
  return {
    world,
    switches,
    faults,
    requests: server.requests,
    async fetch(request) {
      const { pathname } = new URL(request.url);
      const forControl = pathname === '/_sim' || pathname.startsWith('/_sim/');
      return forControl ? control.fetch(request) : server.answer(request);
    },
    close() {
      server.closing.abort();
      polls.cutAll();
      timers.clear();
    },
  };
}
