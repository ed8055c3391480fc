import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../browsers/find';
import type { View } from './view';

export interface LaunchOptions {
  /** Folder of the built extension; loaded as it is. */
  readonly extensionDir: string;
  readonly headless: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** Tag of the language the browser asks for first, before English. */
  readonly language?: string;
  /** Lets an extension choose the size and place of the windows it opens. */
  readonly freeWindows?: boolean;
  /** Another browser than the one of the computer; Firefox only. */
  readonly executablePath?: string;
  /** `DISPLAY` to open the window on when it is not headless. */
  readonly display?: string;
  readonly windowSize?: { readonly width: number; readonly height: number };
}

/** Where a notification of the system can be clicked; buttons are there in Chromium only. */
export type NotificationPart = 'text' | 'first button' | 'second button' | 'close button';

/** What the toolbar button shows; the colour as `#rrggbbaa`. */
export interface Badge {
  readonly text: string;
  readonly title: string;
  readonly color: string;
}

/** The real popup under the toolbar button, or the real panel at the side of a window. */
export interface PopupHandle extends View {
  /** Also a puppeteer page, in both browsers. */
  readonly page: Page;
  isOpen(): Promise<boolean>;
}

/** One running browser with the built extension installed. */
export interface Desk {
  readonly browserName: BrowserName;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
  openPage(url: string): Promise<Page>;
  /** A page of the extension in a tab, or in a window of its own. */
  openExtensionPage(path: string, where?: 'tab' | 'window'): Promise<Page>;
  /** Clicks the toolbar button over that page as a person does; this grants `activeTab`. */
  openToolbarPopup(over: Page): Promise<PopupHandle>;
  /** The same click where the button opens something else than the popup. */
  clickToolbarButton(over: Page): Promise<void>;
  /** Waits for the browser's own side panel (Firefox: sidebar) to show our page. */
  sidePanel(): Promise<PopupHandle>;
  /** Reads the toolbar button without waking the worker. */
  badge(): Promise<Badge>;
  /** Grants optional host permissions at once: `permissions.onAdded` fires, `contains` is true. */
  grantOrigins(origins: readonly string[]): Promise<void>;
  /** Grants nothing yet, but a later `permissions.request` for them is answered yes unasked. */
  preapproveOrigins(origins: readonly string[]): Promise<void>;
  /** Takes them away as a person does in the browser's settings. */
  revokeOrigins(origins: readonly string[]): Promise<void>;
  /** Answers the browser's own prompt; in Chromium this needs a window on a display. */
  answerPermissionPrompt(answer: 'allow' | 'deny'): Promise<void>;
  /** Selects the element's text and takes the extension's entry in the browser's own menu. */
  clickContextMenuOnSelection(page: Page, selector: string, label: RegExp): Promise<void>;
  /** The same for a link, with nothing selected. */
  clickContextMenuOnLink(page: Page, selector: string, label: RegExp): Promise<void>;
  /**
   * Presses the key of the extension's command over that page; in Chromium this needs a display.
   * @param spareKey the one to give a command that suggests none
   */
  pressCommand(page: Page, command: string, spareKey?: string): Promise<void>;
  /** Runs an expression in the extension's content-script world of that page; the answer is JSON. */
  evaluateInContentWorld<T>(page: Page, expression: string): Promise<T>;
  /** What the extension shows in closed shadow roots of that page. */
  pageCard(page: Page): View;
  /** Clicks the only notification on the screen as a person does; in Chromium this needs a display. */
  clickNotification(part: NotificationPart): Promise<void>;
  /** State of each `AudioContext` of what runs unseen: Chromium's offscreen page, Firefox's background. */
  audioStates(): Promise<string[]>;
  /** Stops the service worker or event page at once, in the middle of whatever it does. */
  killWorker(): Promise<void>;
  workerIsRunning(): Promise<boolean>;
  /** Stops all of the browser's processes for so long, as a computer does that sleeps. */
  sleepFor(ms: number): Promise<void>;
  /** Ends the browser and starts it again with the same profile, as a person does. */
  restart(): Promise<void>;
  screenshot(page: Page, file: string): Promise<void>;
  close(): Promise<void>;
}
