import { recordOf, textOf } from './wire';

const MAX_MESSAGES = 5;
const MAX_MESSAGE_LENGTH = 300;
/** No server says anything below; a nest without end must not end the stack. */
const MAX_DEPTH = 20;

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

function fieldsOf(record: object, field: string | null, depth: number): Leaf[] {
  return Object.entries(record).flatMap(([key, inner]) =>
    collect(inner, textOf(key) ?? field, depth),
  );
}

function collect(value: unknown, field: string | null, depth = 0): Leaf[] {
  if (depth > MAX_DEPTH) return [];
  const deeper = depth + 1;
  if (Array.isArray(value)) return value.flatMap((element) => collect(element, field, deeper));
  const record = recordOf(value);
  if (!record) return leafOf(value, field);
  const property = textOf(record.propertyPath);
  if (property !== null) return collect(record.message, property, deeper);
  return Object.entries(record).flatMap(([key, inner]) => {
    const form = key === 'form' ? recordOf(inner) : null;
    if (form) return fieldsOf(form, field, deeper);
    if (STRUCTURE.has(key) || /^\d+$/.test(key)) return collect(inner, field, deeper);
    if (NOISE.has(key) && 'message' in record) return [];
    return fieldsOf({ [key]: inner }, field, deeper);
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
  return [record.error, record.errors, record.violations].find((part) => isError(part)) ?? null;
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
  return hasContent(error, 0);
}

function hasContent(value: unknown, depth: number): boolean {
  if (depth > MAX_DEPTH) return true;
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).some((inner) => hasContent(inner, depth + 1));
  }
  return value === true || textOf(value) !== null;
}
