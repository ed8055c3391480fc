import { type ControlInput, given, ControlInput as Input } from './control-input';
import type { Fault, FaultKind, FaultMatch } from './faults';

const kinds = ['delay', 'cut', 'status', 'rateLimit', 'html', 'emptyBody', 'cutBody'] as const;

function pattern(source: string): RegExp {
  try {
    return new RegExp(source);
  } catch {
    throw new Error(`pathPattern is not a regular expression: ${source}`);
  }
}

/** `{method, path, agent}`; JSON has no patterns, so `pathPattern` stands for path as RegExp. */
function readMatch(fields: Record<string, unknown> | undefined): FaultMatch | undefined {
  if (fields === undefined) return undefined;
  const input = new Input(fields);
  const source = input.optionalText('pathPattern');
  const path = input.optionalText('path');
  const match = given({
    method: input.optionalText('method'),
    agent: input.optionalText('agent'),
    path: source === undefined ? path : pattern(source),
  });
  input.done();
  return match;
}

function httpStatus(value: number | undefined): number | undefined {
  if (value === undefined || (Number.isInteger(value) && value >= 200 && value <= 599))
    return value;
  throw new Error('status must be an HTTP status, 200 to 599');
}

function readKind(input: ControlInput): FaultKind {
  const kind = input.choice('kind', kinds);
  switch (kind) {
    case 'delay':
      return { kind, ms: input.number('ms') };
    case 'cut':
      return { kind, ...given({ handled: input.optionalFlag('handled') }) };
    case 'status': {
      const status = httpStatus(input.number('status')) ?? 500;
      return { kind, status, ...given({ message: input.optionalText('message') }) };
    }
    case 'rateLimit':
      return {
        kind,
        ...given({
          retryAfterSeconds: input.optionalNumber('retryAfterSeconds'),
          as: input.optionalChoice('as', ['seconds', 'date', 'none'] as const),
        }),
      };
    case 'html':
    case 'emptyBody':
      return { kind, ...given({ status: httpStatus(input.optionalNumber('status')) }) };
    default:
      return { kind };
  }
}

/** A fault as the control interface takes it. */
export function readFault(input: ControlInput): Fault {
  const rest = given({
    match: readMatch(input.optionalObject('match')),
    times: input.optionalNumber('times'),
  });
  return { ...readKind(input), ...rest };
}

/** A fault as JSON shows it. */
export function showFault({ match, ...fault }: Fault): unknown {
  if (match === undefined) return fault;
  const { path, ...rest } = match;
  if (path === undefined) return { ...fault, match: rest };
  const shown = typeof path === 'string' ? { path } : { pathPattern: path.source };
  return { ...fault, match: { ...rest, ...shown } };
}
