import { recordOf, referenceOf, textOf } from './wire';

/** One of the outcomes an activity of a queue can be closed with (fact sheet 5.3). */
export interface Status {
  readonly name: string;
  readonly title: string;
  /** `#rrggbb`, or null. */
  readonly color: string | null;
}

export function decodeStatus(value: unknown): Status | null {
  const reference = referenceOf(value);
  if (!reference || reference.name === null) return null;
  const color = textOf(recordOf(value)?.color);
  return {
    name: reference.name,
    title: reference.title ?? reference.name,
    color: color !== null && /^#[\da-f]{6}$/i.test(color) ? color : null,
  };
}
