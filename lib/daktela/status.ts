import { flagOf, recordOf, referenceOf, textOf } from './wire';

/** One of the outcomes an activity of a queue can be closed with (fact sheet 5.3). */
export interface Status {
  readonly name: string;
  readonly title: string;
  /** `#rrggbb`, or null. */
  readonly color: string | null;
  readonly description: string | null;
  /** A campaign record cannot be saved with it before its required fields are filled in. */
  readonly validation: boolean;
  /** A campaign record cannot be saved with it before the time of its next call is set. */
  readonly nextCall: boolean;
}

export function decodeStatus(value: unknown): Status | null {
  const reference = referenceOf(value);
  if (!reference || reference.name === null) return null;
  const record = recordOf(value);
  const color = textOf(record?.color);
  return {
    name: reference.name,
    title: reference.title ?? reference.name,
    color: color !== null && /^#[\da-f]{6}$/i.test(color) ? color : null,
    description: textOf(record?.description),
    validation: flagOf(record?.validation) ?? false,
    nextCall: flagOf(record?.nextcall) ?? false,
  };
}
