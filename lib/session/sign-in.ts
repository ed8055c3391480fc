import { readAddress } from '@/lib/daktela/address';
import { DaktelaError, type Failure, failureOf } from '@/lib/daktela/failure';
import type { LoginGrant } from '@/lib/daktela/login';
import type { Whoim } from '@/lib/daktela/whoim';
import type { Credentials, SessionPorts } from './ports';

/** What the agent filled in. */
export type SignInRequest = {
  readonly address: string;
  readonly stay: boolean;
} & (
  | { readonly method: 'password'; readonly username: string; readonly password: string }
  | { readonly method: 'token'; readonly token: string }
);

/** What of the sign-in form outlives the popup. Secrets do not. */
export interface SignInDraft {
  readonly address: string;
  readonly username: string;
  readonly method: 'password' | 'token';
  readonly stay: boolean;
}

export type SignInResult =
  | { readonly ok: true; readonly credentials: Credentials; readonly whoim: Whoim }
  | { readonly ok: false; readonly error: Failure };

/** An agent who turns to the prompt only after this long has left. */
const PERMISSION_WAIT_MS = 3 * 60_000;

/** A failure as the agent should hear of it: without a network nothing is wrong with Daktela. */
export function toldFailure(error: unknown, isOnline: boolean): Failure {
  const failure = failureOf(error);
  return failure.kind === 'network' && !isOnline ? { ...failure, kind: 'offline' } : failure;
}

function refuse(kind: Failure['kind'], messages: readonly string[] = []): SignInResult {
  return { ok: false, error: { kind, messages } };
}

/** The origin to sign in to, or null when the address cannot be used. */
export function originOf(request: SignInRequest): string | null {
  const address = readAddress(request.address);
  return address.ok ? address.origin : null;
}

/** Waits for the prompt that the agent's click has opened; the popup may be gone by then. */
export async function waitForPermission(
  ports: SessionPorts,
  origin: string,
  signal: AbortSignal,
): Promise<boolean> {
  const limit = new AbortController();
  const stop = () => limit.abort();
  const timer = ports.clock.setTimeout(stop, PERMISSION_WAIT_MS);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await ports.hostPermission.granted(origin, limit.signal);
  } finally {
    ports.clock.clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** Exchanges what the agent filled in for credentials, and proves them by whoim. */
export async function logIn(
  ports: SessionPorts,
  origin: string,
  request: SignInRequest,
): Promise<SignInResult> {
  let grant: LoginGrant;
  try {
    grant =
      request.method === 'token'
        ? { token: request.token, refreshToken: null, expiresAtMs: null }
        : await ports.loginClient(origin).login(request.username, request.password);
  } catch (error) {
    const failure = toldFailure(error, ports.isOnline());
    return failure.kind === 'unauthorised' || failure.kind === 'forbidden'
      ? refuse('badCredentials', failure.messages)
      : { ok: false, error: failure };
  }
  try {
    const whoim = await ports.client(origin, grant.token).whoim();
    const { token, refreshToken } = grant;
    return { ok: true, credentials: { origin, token, refreshToken, stay: request.stay }, whoim };
  } catch (error) {
    return error instanceof DaktelaError && error.kind === 'unauthorised'
      ? refuse('badToken')
      : { ok: false, error: toldFailure(error, ports.isOnline()) };
  }
}
