import { Hono } from 'hono';
import { type Api, type ApiCall, type ApiEnv, isObject } from './api-call';
import { ApiError, languageOf } from './errors';
import { addActivities } from './handlers/activities';
import { addCalls } from './handlers/calls';
import { addDevices } from './handlers/devices';
import { addLogin } from './handlers/login';
import { addPullData } from './handlers/pull-data';
import { addQueues } from './handlers/queues';
import { addUsersSession } from './handlers/users-session';
import { addWhoim } from './handlers/whoim';
import { replyError } from './reply';
import { isTimeZone } from './switches';
import type { World } from './world';

/** Reads requests into ApiCalls and routes them to the handlers. */
const prefix = '/api/v6';
const suffix = /\.json$/;

/** Text of a body: JSON, a form, or nothing; undefined when it is none of these. */
export function parseBody(text: string, contentType: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    const isForm = contentType.includes('application/x-www-form-urlencoded');
    return isForm ? Object.fromEntries(new URLSearchParams(text)) : undefined;
  }
}

function tokenOf(request: Request, url: URL, body: unknown, world: World): string | null {
  const { tokenPlaces } = world.switches;
  const inBody = isObject(body) ? body.accessToken : null;
  const inQuery =
    url.searchParams.get('accessToken') ?? (typeof inBody === 'string' ? inBody : null);
  const inHeader = request.headers.get('x-auth-token');
  if (tokenPlaces === 'query') return inQuery;
  return tokenPlaces === 'header' ? inHeader : (inHeader ?? inQuery);
}

function zones(request: Request, authorised: boolean, world: World) {
  const { timeZone, clientTimeZone } = world.switches;
  const wanted = request.headers.get('x-timezone-client');
  const obeyed = authorised && isTimeZone(wanted) && clientTimeZone !== 'ignore';
  if (!obeyed) return { zone: timeZone, zoneLabel: timeZone };
  return { zone: clientTimeZone === 'convert' ? wanted : timeZone, zoneLabel: wanted };
}

export function readCall(world: World, holdMs: number, request: Request, body: unknown): ApiCall {
  const url = new URL(request.url);
  const token = tokenOf(request, url, body, world);
  const agentName = token === null ? null : world.tokens.agentOf(token);
  const agent = agentName === null ? null : (world.agents.get(agentName) ?? null);
  return {
    world,
    holdMs,
    method: request.method,
    rawPath: url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : '/',
    query: url.searchParams,
    body,
    token,
    agent,
    language: languageOf(request.headers.get('accept-language')),
    ...zones(request, agent !== null, world),
    signal: request.signal,
  };
}

function checkAddress({ rawPath, world }: ApiCall): void {
  const { jsonSuffix, rawDotsBreakPaths } = world.switches;
  const hasSuffix = suffix.test(rawPath);
  const wrongSuffix = hasSuffix ? jsonSuffix === 'refuse' : jsonSuffix === 'require';
  const last = rawPath.replace(suffix, '').split('/').pop() ?? '';
  const broken = rawDotsBreakPaths && last.includes('.');
  if (wrongSuffix || broken) throw new ApiError(404, 'unknownEndpoint');
}

export function createApi(): Api {
  const api = new Hono<ApiEnv>({
    getPath: (request) => new URL(request.url).pathname.slice(prefix.length).replace(suffix, ''),
  });
  api.use(async (c, next) => {
    checkAddress(c.env);
    if (c.env.body === undefined) throw new ApiError(400, 'badBody');
    await next();
  });
  addLogin(api);
  addWhoim(api);
  addPullData(api);
  addUsersSession(api);
  addDevices(api);
  addQueues(api);
  addActivities(api);
  addCalls(api);
  api.notFound((c) => replyError(c.env, new ApiError(404, 'unknownEndpoint')));
  api.onError((error, c) => {
    if (error instanceof ApiError) return replyError(c.env, error);
    throw error;
  });
  return api;
}
