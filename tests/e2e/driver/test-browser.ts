import type { BrowserName } from '../../browsers/find';
import type { Desk } from './desk';

export interface LaunchOptions {
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** Tag of the language the browser asks for first, before English. */
  readonly language?: string;
  /** Lets an extension choose the size and place of the windows it opens. */
  readonly freeWindows?: boolean;
  /** Another browser than the one of the computer; Firefox only. */
  readonly executablePath?: string;
  /** `DISPLAY` to open the window on when it is not headless. */
  readonly display?: string;
  readonly width?: number;
  readonly height?: number;
  /** Folder of the extension; the build that is shipped when not given. */
  readonly extensionDir?: string;
}

/** A desk with the shipped build; the short words of the end-to-end suite. */
export interface TestBrowser extends Desk {
  readonly name: BrowserName;
  /** Answers yes, ahead of time, to the question that `permissions.request` would ask. */
  allowOrigins(patterns: readonly string[]): Promise<void>;
}
