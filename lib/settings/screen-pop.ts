import { flagOf, recordOf, textOf } from '@/lib/daktela/wire';

/** When the caller is looked up: `ring` as soon as the call is there, `answer` once it is talked. */
export const POP_MOMENTS = ['off', 'ring', 'answer'] as const;
export type PopMoment = (typeof POP_MOMENTS)[number];

/** How the caller is shown in the CRM. Templates are kept as they were typed; '' is none. */
export interface ScreenPopSettings {
  readonly in: PopMoment;
  readonly out: PopMoment;
  readonly contact: string;
  readonly search: string;
  readonly unknown: string;
  /** Whether a tab of the site that is open already is used, where the browser lets us find it. */
  readonly reuseTab: boolean;
}

export const DEFAULT_SCREEN_POP: ScreenPopSettings = {
  in: 'off',
  out: 'off',
  contact: '',
  search: '',
  unknown: '',
  reuseTab: true,
};

function momentOf(value: unknown): PopMoment {
  return POP_MOMENTS.find((moment) => moment === value) ?? 'off';
}

export function decodeScreenPop(value: unknown): ScreenPopSettings {
  const record = recordOf(value);
  return {
    in: momentOf(record?.in),
    out: momentOf(record?.out),
    contact: textOf(record?.contact) ?? '',
    search: textOf(record?.search) ?? '',
    unknown: textOf(record?.unknown) ?? '',
    reuseTab: flagOf(record?.reuseTab) ?? DEFAULT_SCREEN_POP.reuseTab,
  };
}
