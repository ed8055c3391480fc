import { recordOf, textOf } from './wire';

const MAX_MESSAGES = 5;
const MAX_MESSAGE_LENGTH = 300;

/** Keys that only hold the message together; any other key names the field it speaks of. */
const STRUCTURE = new Set([
  'error',
  'errors',
  'form',
  'primary',
  'message',
  'messages',
  'violations',
]);
const NOISE = new Set(['code', 'status', 'type', 'title', 'detail']);

interface Leaf {
  readonly text: string;
  /** A sentence, as opposed to a number or a switch. */
  readonly isWords: boolean;
}

function leafOf(value: unknown, field: string | null): Leaf[] {
  // A switch says no more than its own name.
  if (value === true) return field === null ? [] : [{ text: field, isWords: false }];
  const text = textOf(value);
  if (text === null) return [];
  return [
    { text: field === null ? text : `${field}: ${text}`, isWords: typeof value === 'string' },
  ];
}

function collect(value: unknown, field: string | null): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((element) => collect(element, field));
  const record = recordOf(value);
  if (!record) return leafOf(value, field);
  const property = textOf(record.propertyPath);
  if (property !== null) return collect(record.message, property);
  return Object.entries(record).flatMap(([key, inner]) => {
    const form = key === 'form' ? recordOf(inner) : null;
    if (form) return Object.entries(form).flatMap(([name, text]) => collect(text, name));
    if (STRUCTURE.has(key) || /^\d+$/.test(key)) return collect(inner, field);
    if (NOISE.has(key) && 'message' in record) return [];
    return collect(inner, key);
  });
}

function shortened(text: string): string {
  return text.length > MAX_MESSAGE_LENGTH ? `${text.slice(0, MAX_MESSAGE_LENGTH - 1)}…` : text;
}

/**
 * Every shape of an error body becomes a short list of plain sentences; field names are kept
 * (specification, Work With Errors; fact sheet 7). Returns [] when there is no error.
 * @param secret what a server that quotes the request must not bring to the screen
 */
export function errorMessagesOf(error: unknown, secret = ''): string[] {
  const messages = collect(error, null)
    // Words first: of a nest of switches and codes only the first few are shown.
    .sort((a, b) => Number(b.isWords) - Number(a.isWords))
    .map(({ text }) => shortened(secret === '' ? text : text.replaceAll(secret, '…')));
  return [...new Set(messages)].slice(0, MAX_MESSAGES);
}

/** The part of a body that holds the error, under any of the names it is known to have. */
export function errorPartOf(body: unknown): unknown {
  const record = recordOf(body);
  if (!record) return null;
  return [record.error, record.errors, record.violations].find(isError) ?? null;
}

/**
 * What a reply that is no success says; some servers say it without an error part
 * (problem details, fact sheet 1.7).
 */
export function refusalPartOf(body: unknown): unknown {
  const record = recordOf(body);
  return errorPartOf(body) ?? record?.message ?? record?.detail ?? record?.title ?? null;
}

/** `null`, `[]`, `{}`, `""` and `false`, nested or not, are "no error" (fact sheet 1.2). */
export function isError(error: unknown): boolean {
  if (Array.isArray(error)) return error.some(isError);
  const record = recordOf(error);
  if (record) return Object.values(record).some(isError);
  return error === true || textOf(error) !== null;
}
