import { flagOf, recordOf } from '@/lib/daktela/wire';

/** Colours that can be told from the text below them on light pages and on dark ones. */
export const MARK_COLOURS = ['teal', 'blue', 'violet', 'amber', 'pink'] as const;
export type MarkColour = (typeof MARK_COLOURS)[number];

/** How numbers look on pages. */
export interface Marks {
  /** False leaves a page as it is; the card still comes when one points at a number. */
  readonly shown: boolean;
  readonly colour: MarkColour;
}

/** The same, as it is told to pages. */
export interface Look {
  readonly marks: 'shown' | 'hover';
  readonly colour: MarkColour;
}

export const DEFAULT_MARKS: Marks = { shown: true, colour: 'teal' };

export function decodeMarks(value: unknown): Marks {
  const record = recordOf(value);
  return {
    shown: flagOf(record?.shown) ?? DEFAULT_MARKS.shown,
    colour: MARK_COLOURS.find((colour) => colour === record?.colour) ?? DEFAULT_MARKS.colour,
  };
}

export function lookOf({ shown, colour }: Marks): Look {
  return { marks: shown ? 'shown' : 'hover', colour };
}
