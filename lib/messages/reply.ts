import type { Failure } from '@/lib/daktela/failure';

/** The answer to every request. A value comes only with requests that ask for one. */
export type Reply<T = undefined> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** A number found in a candidate text, at `[start, end)`. */
export interface RecognisedNumber {
  readonly start: number;
  readonly end: number;
  /** As it will be dialled. */
  readonly dial: string;
}

/** One list for each candidate, in the order asked. */
export type Recognised = readonly (readonly RecognisedNumber[])[];
