/** The port that the popup opens to the content scripts of a tab. */
export const NUMBERS_PORT = 'numbers';

/** What one frame of a page tells the popup, now and whenever it changes. */
export interface PageNumbers {
  /** Tells the frames of a page apart: all of them answer on one port. */
  readonly frame: string;
  /** Site that its numbers are taught for. */
  readonly host: string;
  readonly scanning: boolean;
  /** Each number once, however often it stands there. */
  readonly numbers: readonly { readonly number: string; readonly dial: string }[];
  /** What looks like a number and is none, with the name of the rule that says so. */
  readonly refused: readonly { readonly text: string; readonly rule: string }[];
}
