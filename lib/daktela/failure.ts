/**
 * Why a request brought nothing, by cause:
 * - `refused` the server said no and (usually) why · `unauthorised` 401 · `forbidden` 403 · `missing` 404
 * - `rateLimited` 429 · `server` 5xx · `notDaktela` an answer that is not the API's JSON
 * - `noToken` a login that gives no token · `network` no answer · `timeout` 408 or no answer in time
 * - `cancelled` stopped by us
 */
export type FailureKind =
  | 'refused'
  | 'unauthorised'
  | 'forbidden'
  | 'missing'
  | 'rateLimited'
  | 'server'
  | 'notDaktela'
  | 'noToken'
  | 'network'
  | 'timeout'
  | 'cancelled';

interface Details {
  /** The server's own words, already localised by it; empty when it gave none. */
  readonly messages?: readonly string[];
  readonly status?: number;
  /** What the server asked for in `Retry-After`. */
  readonly retryAfterMs?: number;
}

/** The one error the API client throws. Holds no token and no URL. */
export class DaktelaError extends Error {
  readonly kind: FailureKind;
  readonly messages: readonly string[];
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(kind: FailureKind, details: Details = {}) {
    super(details.messages?.[0] ?? kind);
    this.name = 'DaktelaError';
    this.kind = kind;
    this.messages = details.messages ?? [];
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

export function failureKindOf(status: number): FailureKind {
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'missing';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rateLimited';
  // Nothing here asks conditionally or follows redirects, so a 3xx is somebody else's answer.
  if (status < 400) return 'notDaktela';
  return status >= 500 ? 'server' : 'refused';
}

const MAX_RETRY_AFTER_MS = 10 * 60_000;

/** `Retry-After` as seconds or as an HTTP date (fact sheet 1.7), in milliseconds from now. */
export function retryAfterMsOf(header: string | null, nowMs: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const delayMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - nowMs;
  return Number.isFinite(delayMs) ? Math.min(Math.max(delayMs, 0), MAX_RETRY_AFTER_MS) : null;
}

/** An error as plain data, to be stored and sent; what happened is told by `kind` or by the server's words. */
export interface Failure {
  readonly kind: FailureKind | LocalFailureKind;
  readonly messages: readonly string[];
  /** What the server asked to wait, counted from the failure. */
  readonly retryAfterMs?: number;
  /** What most likely kept a call from going out. */
  readonly obstacle?: DialObstacle;
}

/** The agent is not ready, in no queue for outgoing calls, or no device of theirs can ring. */
export type DialObstacle = 'notReady' | 'noQueue' | 'noDevice';

/** What can go wrong before or beside a request:
 * - `offline` the computer has no network · `signedOut` nobody is signed in · `permission` the browser may not reach the host
 * - `badCredentials` the server refused user name and password · `badToken` it does not know the token
 * - `notANumber` nothing to dial in the text · `alreadyCalling` the same number is being called
 * - `badAddress` the address cannot be used · `interrupted` the sign-in was cut off
 * - `unknownOutcome` a request was cut off and may have been carried out · `internal` a fault of ours
 * - `dialledTwice` one dial has become two calls · `nothingSelected` no text to dial is selected
 * - `pageClosed` the browser lets nobody read the page
 *
 * Why a key does nothing:
 * - `nothingRings`, `noCall` there is nothing it could be for · `severalRing`, `severalCalls` which one is not clear
 * - `chooseDevice`, `choosePause` the agent has not chosen yet · `stateUnknown` Daktela has not told the state
 */
export type LocalFailureKind =
  | 'offline'
  | 'signedOut'
  | 'permission'
  | 'badCredentials'
  | 'badToken'
  | 'badAddress'
  | 'interrupted'
  | 'notANumber'
  | 'alreadyCalling'
  | 'unknownOutcome'
  | 'dialledTwice'
  | 'nothingSelected'
  | 'pageClosed'
  | 'nothingRings'
  | 'severalRing'
  | 'noCall'
  | 'severalCalls'
  | 'chooseDevice'
  | 'choosePause'
  | 'stateUnknown'
  | 'internal';

export function failureOf(error: unknown): Failure {
  if (!(error instanceof DaktelaError)) return { kind: 'internal', messages: [] };
  const { kind, messages, retryAfterMs } = error;
  return { kind, messages, ...(retryAfterMs === null ? {} : { retryAfterMs }) };
}

/** Whether the server may have done what was asked all the same. */
export function mayHaveArrived({ kind }: Failure): boolean {
  return ['network', 'offline', 'timeout', 'server', 'notDaktela', 'internal'].includes(kind);
}
