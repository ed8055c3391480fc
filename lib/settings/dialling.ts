import { recordOf, textOf } from '@/lib/daktela/wire';

/**
 * How a number is dialled: `plus` +420777123456 · `zeros` 00420777123456 · `national` 777123456 at
 * home, 00 abroad · `asWritten` the digits as they stand on the page or were typed.
 */
export const DIAL_FORMS = ['plus', 'zeros', 'national', 'asWritten'] as const;
export type DialForm = (typeof DIAL_FORMS)[number];

/** How the agent wants numbers to be read and dialled. */
export interface Dialling {
  /** ISO code of the country whose numbers are written without a prefix; null to go by the browser. */
  readonly country: string | null;
  readonly form: DialForm;
  /** Forms for the numbers of single countries, by ISO code. */
  readonly perCountry: Readonly<Record<string, DialForm>>;
  /** Digits that numbers are written with in front to get an outside line; left out when dialling. */
  readonly outsideLine: string;
  /** E.164 beginning of the company's own numbers; what follows it is dialled as an extension. */
  readonly ownPrefix: string;
  /** Name of the queue to call through when there are several; null to leave it to Daktela. */
  readonly queue: string | null;
}

export const DEFAULT_DIALLING: Dialling = {
  country: null,
  form: 'plus',
  perCountry: {},
  outsideLine: '',
  ownPrefix: '',
  queue: null,
};

const MOST_EXCEPTIONS = 50;

export function countryOf(value: unknown): string | null {
  const code = textOf(value);
  return code !== null && /^[A-Z]{2}$/.test(code) ? code : null;
}

function formOf(value: unknown): DialForm | null {
  return DIAL_FORMS.find((form) => form === value) ?? null;
}

/** One digit to three; null for anything else but nothing at all. */
export function outsideLineOf(text: string): string | null {
  const digits = text.replace(/\s/g, '');
  return /^\d{0,3}$/.test(digits) ? digits : null;
}

/** Long enough to be a company's and not a country's; null for anything else but nothing at all. */
export function ownPrefixOf(text: string): string | null {
  const prefix = text.replace(/[\s().-]/g, '').replace(/^00/, '+');
  return /^(?:\+[1-9]\d{5,13})?$/.test(prefix) ? prefix : null;
}

/** Reads what is stored; anything that makes no sense is as it is by default. */
export function decodeDialling(value: unknown): Dialling {
  const record = recordOf(value);
  const exceptions = Object.entries(recordOf(record?.perCountry) ?? {}).slice(0, MOST_EXCEPTIONS);
  return {
    country: countryOf(record?.country),
    form: formOf(record?.form) ?? DEFAULT_DIALLING.form,
    perCountry: Object.fromEntries(
      exceptions.flatMap(([key, kept]) => {
        const form = formOf(kept);
        return countryOf(key) === null || form === null ? [] : [[key, form]];
      }),
    ),
    outsideLine: outsideLineOf(textOf(record?.outsideLine) ?? '') ?? '',
    ownPrefix: ownPrefixOf(textOf(record?.ownPrefix) ?? '') ?? '',
    queue: textOf(record?.queue),
  };
}
