import type { Clock } from './clock';
import { errorMessagesOf, errorPartOf, isError, refusalPartOf } from './error-messages';
import { DaktelaError, failureKindOf, retryAfterMsOf } from './failure';
import { createReadTime, type ReadTime } from './time';
import { recordOf } from './wire';

export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

export interface TransportOptions {
  /** Scheme, host and port of the Daktela instance. */
  readonly origin: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Value of `Accept-Language`, read for each request; error texts come back in it. */
  readonly language: string;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Unencoded path segments below `/api/v6/`. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly token?: string;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

export interface Reply {
  readonly result: unknown;
  /** The whole body, for the few values that some servers put beside `result`. */
  readonly body: unknown;
  readonly readTime: ReadTime;
}

export type Transport = (call: Call) => Promise<Reply>;

const DEFAULT_TIMEOUT_MS = 15_000;

/** A name may hold a dot, which `encodeURIComponent` leaves alone and servers take for a format (fact sheet 1.1). */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replaceAll('.', '%2E');
}

function urlOf(origin: string, call: Call): string {
  const query = new URLSearchParams(call.query);
  // The specification knows only this way to pass the token; header tokens are a vendor habit.
  if (call.token !== undefined) query.set('accessToken', call.token);
  const search = query.size > 0 ? `?${query}` : '';
  return `${origin}/api/v6/${call.path.map(encodeSegment).join('/')}${search}`;
}

function parseBody(text: string, ok: boolean): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    if (ok) throw new DaktelaError('notDaktela');
    return null;
  }
}

function checkReply(response: Response, body: unknown, nowMs: number, token = ''): void {
  if (response.ok && !isError(errorPartOf(body))) return;
  const messages = errorMessagesOf(refusalPartOf(body), token);
  const retryAfterMs = retryAfterMsOf(response.headers.get('retry-after'), nowMs);
  throw new DaktelaError(response.ok ? 'refused' : failureKindOf(response.status), {
    messages,
    status: response.status,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  });
}

/** Makes the one function through which every request to a Daktela instance goes. It throws only {@link DaktelaError}. */
export function createTransport(options: TransportOptions): Transport {
  const { origin, fetch, clock } = options;
  return async (call) => {
    const abort = new AbortController();
    let timedOut = false;
    const timer = clock.setTimeout(() => {
      timedOut = true;
      abort.abort();
    }, call.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const cancel = () => abort.abort();
    call.signal?.addEventListener('abort', cancel);
    if (call.signal?.aborted) cancel();
    try {
      const response = await fetch(urlOf(origin, call), {
        method: call.method,
        // The agent's own web login on the same host must be neither used nor overwritten.
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: abort.signal,
        headers: {
          Accept: 'application/json',
          'Accept-Language': options.language,
          ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
      const body = parseBody(await response.text(), response.ok);
      checkReply(response, body, clock.now(), call.token);
      const record = recordOf(body);
      const replyTime = record?._time ?? record?._serverTime;
      return {
        result: record?.result ?? null,
        body,
        readTime: createReadTime(replyTime, clock.now()),
      };
    } catch (error) {
      if (error instanceof DaktelaError) throw error;
      if (timedOut) throw new DaktelaError('timeout');
      throw new DaktelaError(call.signal?.aborted ? 'cancelled' : 'network');
    } finally {
      clock.clearTimeout(timer);
      call.signal?.removeEventListener('abort', cancel);
    }
  };
}
