import type { Failure } from '@/lib/daktela/failure';
import type { PageWords } from '@/lib/i18n/page-words';
import type { Look } from '@/lib/settings/marks';

/** The answer to every request. A value comes only with requests that ask for one. */
export type Reply<T = undefined> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** A piece of a page that may hold phone numbers, and what a person would judge it by. */
export interface Question {
  /** The digits with what stands around them on the line. */
  readonly text: string;
  /** Heading of the column, term of the definition or label of the field; empty where there is none. */
  readonly label: string;
  /** Whether most cells of its column hold nothing but bare digits of one and the same length. */
  readonly inColumnOfOneShape: boolean;
}

/** What will come of dialling a text, before anything is dialled. */
export interface DialPlan {
  /** What Daktela will be given. */
  readonly dial: string;
  /** The same, grouped as people read it. */
  readonly shown: string;
  /** E.164; null for what the numbering plans do not know, as extensions and service numbers. */
  readonly number: string | null;
  /** ISO code of its country; null when the numbering plans do not say. */
  readonly country: string | null;
  /** The queues for outgoing calls that the agent is logged in to, by title. */
  readonly queues: readonly { readonly name: string; readonly title: string }[];
  /** Name of the one that will be used when none is chosen; null when Daktela will choose it. */
  readonly queue: string | null;
  /** Where a call of the agent's with the same number stands; null when there is none. */
  readonly ongoing: 'calling' | 'talking' | null;
}

/** A number found in the text of a question, at `[start, end)`. */
export interface RecognisedNumber {
  readonly start: number;
  readonly end: number;
  /** E.164, the same however it is written: what tells one number from another. */
  readonly number: string;
  /** As it will be dialled. */
  readonly dial: string;
  /** ISO code of its country; null when the numbering plans do not say. */
  readonly country: string | null;
  /** Digits of the extension written behind it. */
  readonly extension: string | null;
}

/** What looks like a number and is none, by the named rule. */
export interface RefusedNumber {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

export interface Verdict {
  readonly numbers: readonly RecognisedNumber[];
  readonly refused: readonly RefusedNumber[];
}

/** One verdict for each question, in the order asked. */
export type Recognised = readonly Verdict[];

/** How far a call to a number has come; `ended` is told once, for what was going on before. */
export type CallPhase = 'calling' | 'talking' | 'ended';

/** How the script in a page speaks and what its marks look like; null where it has no business. */
export type PageHello = { readonly words: PageWords; readonly look: Look } | null;
