import type { ApiCall } from './api-call';
import { type ApiError, message } from './errors';
import { instant } from './instant';
import { sys } from './wire';

/** Envelopes of success and failure (fact sheet, sections 1.2 and 7). */
function timeFields(call: ApiCall): Record<string, string> {
  const { timeFields: which } = call.world.switches;
  if (which === 'none') return {};
  const now = instant(call.world.now(), call.zone);
  if (which === 'timeOnly') return { _time: now };
  return { _time: now, _timezone: call.zoneLabel, _serverTime: now };
}

function noError(call: ApiCall): Record<string, unknown> {
  const { emptyError } = call.world.switches;
  const values = { null: null, list: [], object: {}, text: '' };
  return emptyError === 'absent' ? {} : { error: values[emptyError] };
}

/** A success; `beside` goes next to result. */
export function reply(
  call: ApiCall,
  result: unknown,
  options: { status?: number; headers?: Record<string, string>; beside?: object } = {},
): Response {
  const body = { ...noError(call), result, ...options.beside, ...timeFields(call) };
  return Response.json(body, {
    status: options.status ?? 200,
    ...(options.headers === undefined ? {} : { headers: options.headers }),
  });
}

/** A list, paged by the caller; `total` counts all pages. */
export function replyList(call: ApiCall, data: { name: unknown }[], total = data.length): Response {
  const { listShape, totalAs } = call.world.switches;
  const keyed = Object.fromEntries(data.map((item) => [String(item.name), item]));
  return reply(call, {
    data: listShape === 'keyed' ? keyed : data,
    total: totalAs === 'text' ? String(total) : total,
  });
}

function errorValue(call: ApiCall, field: string, text: string, status: number): unknown {
  switch (call.world.switches.errorShape) {
    case 'text':
      return text;
    case 'form':
      return { form: { [field]: [text] } };
    case 'primary':
      return { primary: [text], form: {} };
    case 'nested':
      return { bool: true, int: 1, map: { [field]: { text } }, list: [text, [text]] };
    case 'message':
      return { message: text, code: status };
    default:
      return [text];
  }
}

function unauthorized(call: ApiCall): Response | null {
  const { unauthorizedBody } = call.world.switches;
  if (unauthorizedBody === 'empty') return new Response(null, { status: 401 });
  if (unauthorizedBody !== 'html') return null;
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return new Response('<h1>401 Unauthorized</h1>', { status: 401, headers });
}

/** A refusal in the language and the error shape asked for. */
export function replyError(call: ApiCall, error: ApiError): Response {
  const special = error.status === 401 ? unauthorized(call) : null;
  if (special !== null) return special;
  const { errorShape, errorEcho } = call.world.switches;
  if (errorShape === 'empty') return new Response(null, { status: error.status });
  const text = message(error.key, call.language, error.values);
  const echo = { name: 'activities_0000000000000', title: null, _sys: sys('activities') };
  const body = {
    result: errorEcho && error.status === 400 ? echo : false,
    error: errorValue(call, error.field, text, error.status),
    ...timeFields(call),
  };
  return Response.json(body, { status: error.status });
}
