import type { Hono } from 'hono';
import type { Language } from './errors';
import { ApiError, refuse } from './errors';
import type { Agent } from './model';
import type { World } from './world';

/** One request to the API, read and authorised as far as it can be. */
export interface ApiCall {
  world: World;
  holdMs: number;
  method: string;
  /** Path below /api/v6, still percent-encoded and with its suffix. */
  rawPath: string;
  query: URLSearchParams;
  body: unknown;
  /** Token as sent, valid or not. */
  token: string | null;
  agent: Agent | null;
  language: Language;
  /** Time zone the reply's times are in. */
  zone: string;
  /** Value of _timezone in the reply. */
  zoneLabel: string;
  signal: AbortSignal;
}

export type ApiEnv = { Bindings: ApiCall };
export type Api = Hono<ApiEnv>;

/** The agent who asks; 401 without a valid token (specification, section Access Token). */
export function caller(call: ApiCall): Agent {
  if (call.agent === null) throw new ApiError(401, 'unauthorized');
  return call.agent;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The payload, which must be a JSON object. */
export function payload(call: ApiCall): Record<string, unknown> {
  if (!isObject(call.body)) refuse('badPayload');
  return call.body;
}

/** Names come as strings or numbers. */
export const asName = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;
