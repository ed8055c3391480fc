import type { ApiCall } from './api-call';
import { type ApiError, message } from './errors';
import { instant } from './instant';
import type { Switches } from './switches';
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

type ErrorShape = Switches['errorShape'];

function errorValue(shape: ErrorShape, field: string, text: string, status: number): unknown {
  switch (shape) {
    case 'text':
      return text;
    case 'form':
      return { form: { [field]: [text] } };
    case 'formText':
      return { form: { [field]: text } };
    case 'formDeep':
      return { form: { customFields: { [field]: [text] } } };
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

/** What of an error body tells the error; some stacks have no `error` in it. */
function errorFields(shape: ErrorShape, field: string, text: string, status: number): object {
  const problem = { type: 'about:blank', title: text, status, detail: text };
  if (shape === 'errors') return { errors: [text] };
  if (shape === 'violations') {
    return { ...problem, violations: [{ propertyPath: field, message: text }] };
  }
  return shape === 'problem' ? problem : { error: errorValue(shape, field, text, status) };
}

/** An error body of a shape, as far as it needs no call. */
export function errorReply(
  shape: ErrorShape,
  status: number,
  text: string,
  { field = 'name', beside = {} }: { field?: string; beside?: object } = {},
): Response {
  if (shape === 'empty') return new Response(null, { status });
  if (shape === 'html') {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return new Response(`<h1>${status}</h1>`, { status, headers });
  }
  return Response.json({ ...errorFields(shape, field, text, status), ...beside }, { status });
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
  const text = message(error.key, call.language, error.values);
  const echo = { name: 'activities_0000000000000', title: null, _sys: sys('activities') };
  const result = errorEcho && error.status === 400 ? echo : false;
  return errorReply(errorShape, error.status, text, {
    field: error.field,
    beside: { result, ...timeFields(call) },
  });
}
