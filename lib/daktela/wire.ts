/** Readers for wire values whose shape differs between servers (fact sheet 1.2, 1.3). None of them throws. */

export type WireRecord = Readonly<Record<string, unknown>>;

/** An empty PHP map arrives as `[]`, so only a non-array object counts as a record. */
export function recordOf(value: unknown): WireRecord | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as WireRecord)
    : null;
}

/** A list may be an array, an object keyed by name, or either of them under `data`. */
export function listOf(value: unknown): unknown[] {
  const record = recordOf(value);
  const list = record && 'data' in record ? record.data : value;
  return Array.isArray(list) ? list : Object.values(recordOf(list) ?? {});
}

/** Text that says something: numbers become text, an empty string becomes null. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** Booleans also come as 0/1 and as their texts; anything else is "not said". */
export function flagOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === '1' || value === 'true') return true;
  if (value === 0 || value === '0' || value === 'false') return false;
  return null;
}

/** A related object as far as it is known: an object, a reduced object without a name, or a bare id. */
export interface Reference {
  readonly name: string | null;
  readonly title: string | null;
}

export function referenceOf(value: unknown): Reference | null {
  const record = recordOf(value);
  if (record) return { name: textOf(record.name), title: textOf(record.title) };
  const name = textOf(value);
  return name === null ? null : { name, title: null };
}

/** Decodes each element and leaves out the broken ones, so that one bad record never costs the reply. */
export function decodeEach<T>(value: unknown, decode: (element: unknown) => T | null): T[] {
  return listOf(value).flatMap((element) => {
    const decoded = decode(element);
    return decoded === null ? [] : [decoded];
  });
}

/** The same for records told apart by name: of two with one name the later is the newer. */
export function decodeNamed<T extends { readonly name: string }>(
  value: unknown,
  decode: (element: unknown) => T | null,
): T[] {
  return [...new Map(decodeEach(value, decode).map((decoded) => [decoded.name, decoded])).values()];
}
