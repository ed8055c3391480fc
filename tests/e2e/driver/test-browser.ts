import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../browsers/find';
import type { View } from './view';

export interface Badge {
  readonly text: string;
  readonly title: string;
}

export interface LaunchOptions {
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** `DISPLAY` to open the window on when it is not headless. */
  readonly display?: string;
  readonly width?: number;
  readonly height?: number;
}

/** One running browser with the built extension in it; the same for both kinds. */
export interface TestBrowser {
  readonly name: BrowserName;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
  /** A page of the extension in a tab, or in a window of its own. */
  openExtensionPage(path: string, where?: 'tab' | 'window'): Promise<Page>;
  openPage(url: string): Promise<Page>;
  /** Clicks the toolbar button while that page is in front, which grants `activeTab` for it. */
  openToolbarPopup(over: Page): Promise<View>;
  /** What the toolbar shows. */
  badge(): Promise<Badge>;
  /** Answers yes, ahead of time, to the question that `permissions.request` would ask. */
  allowOrigins(patterns: readonly string[]): Promise<void>;
  /** Stops the service worker or event page at once, in the middle of whatever it does. */
  killWorker(): Promise<void>;
  /** Ends the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
}
