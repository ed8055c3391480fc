import type { BrowserName } from '../../browsers/find';
import type { Desk } from './desk';

export interface LaunchOptions {
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** Lets an extension choose the size and place of the windows it opens. */
  readonly freeWindows?: boolean;
  /** `DISPLAY` to open the window on when it is not headless. */
  readonly display?: string;
  readonly width?: number;
  readonly height?: number;
}

/** A desk with the shipped build; the short words of the end-to-end suite. */
export interface TestBrowser extends Desk {
  readonly name: BrowserName;
  /** Answers yes, ahead of time, to the question that `permissions.request` would ask. */
  allowOrigins(patterns: readonly string[]): Promise<void>;
}
