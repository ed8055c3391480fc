import { decodeEach, listOf, recordOf, textOf } from '@/lib/daktela/wire';

export type TaughtAs = 'phone' | 'notPhone';

/** What the agent has said about digits on pages of one site. */
export interface TaughtNumber {
  /** Host of the page, with its port where it has one. */
  readonly host: string;
  readonly digits: string;
  readonly as: TaughtAs;
  /** As it was written. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly atMs: number;
}

/** The oldest go. */
export const MOST_TAUGHT = 500;
/** With fewer digits no page ever asks about a text; with more nobody dials. */
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 34;
const LONGEST_TEXT = 100;

/** The digits that are taught by teaching this text; null when they can be no number. */
export function teachableDigits(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  return digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS ? digits : null;
}

const keyOf = ({ host, digits }: TaughtNumber) => `${host} ${digits}`;

/** The latest first; of two about the same digits on the same site the later is kept. */
export function mergeTaught(
  ...lists: readonly (readonly TaughtNumber[])[]
): readonly TaughtNumber[] {
  const all = lists.flat().sort((a, b) => a.atMs - b.atMs);
  const latest = new Map(all.map((taught) => [keyOf(taught), taught]));
  return [...latest.values()].sort((a, b) => b.atMs - a.atMs).slice(0, MOST_TAUGHT);
}

export function withoutTaught(
  list: readonly TaughtNumber[],
  forgotten: TaughtNumber,
): readonly TaughtNumber[] {
  return list.filter((taught) => keyOf(taught) !== keyOf(forgotten));
}

function hostOf(value: unknown): string | null {
  const host = textOf(value);
  try {
    return host !== null && new URL(`http://${host}`).host === host ? host : null;
  } catch {
    return null;
  }
}

function decodeOne(value: unknown): TaughtNumber | null {
  const record = recordOf(value);
  const host = hostOf(record?.host);
  const digits = teachableDigits(textOf(record?.digits) ?? '');
  const as = (['phone', 'notPhone'] as const).find((each) => each === record?.as);
  if (host === null || digits === null || as === undefined) return null;
  const { atMs } = record ?? {};
  return {
    host,
    digits,
    as,
    text: (textOf(record?.text) ?? digits).slice(0, LONGEST_TEXT),
    atMs: typeof atMs === 'number' && Number.isFinite(atMs) ? atMs : 0,
  };
}

export function decodeTaught(value: unknown): readonly TaughtNumber[] {
  return mergeTaught(decodeEach(value, decodeOne));
}

const FILE_FORMAT = 'agent-widget-taught-numbers';

/** The text of a file to keep, or to give to a colleague. */
export function taughtFileOf(numbers: readonly TaughtNumber[]): string {
  return `${JSON.stringify({ format: FILE_FORMAT, numbers }, null, 2)}\n`;
}

/**
 * `notJson` · `notOurs` a file of something else · `empty` there is no number in it. Where some
 * entries make no sense the others count; `leftOut` has their places, the first being 1.
 */
export type TaughtFile =
  | {
      readonly ok: true;
      readonly numbers: readonly TaughtNumber[];
      readonly leftOut: readonly number[];
    }
  | { readonly ok: false; readonly problem: 'notJson' | 'notOurs' | 'empty' };

export function readTaughtFile(text: string): TaughtFile {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'notJson' };
  }
  const record = recordOf(file);
  if (record?.format !== FILE_FORMAT) return { ok: false, problem: 'notOurs' };
  const decoded = listOf(record.numbers).map(decodeOne);
  const numbers = decoded.filter((one) => one !== null);
  if (decoded.length === 0) return { ok: false, problem: 'empty' };
  const leftOut = decoded.flatMap((one, index) => (one === null ? [index + 1] : []));
  return { ok: true, numbers: mergeTaught(numbers), leftOut };
}
