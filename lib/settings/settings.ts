import { readAddress } from '@/lib/daktela/address';
import { flagOf, recordOf, textOf } from '@/lib/daktela/wire';
import { isLanguage, type LanguageChoice } from '@/lib/i18n/languages';
import { type AlertSettings, DEFAULT_ALERTS, decodeAlerts } from './alerts';
import { DEFAULT_DIALLING, type Dialling, decodeDialling } from './dialling';
import { DEFAULT_IDLE, decodeIdle, type IdleSettings } from './idle';
import { DEFAULT_MARKS, decodeMarks, type Marks } from './marks';
import { DEFAULT_SCREEN_POP, decodeScreenPop, type ScreenPopSettings } from './screen-pop';
import { DEFAULT_SHORTCUTS, decodeShortcuts, type ShortcutSettings } from './shortcuts';
import { DEFAULT_SITES, decodeSites, type Sites } from './sites';

/** Where the desk can be shown: under the toolbar button, at the side of a window, in a window of its own. */
export const PLACES = ['popup', 'panel', 'window'] as const;
export type Place = (typeof PLACES)[number];

/** Where a window stands on the screen, in whole pixels as the browser counts them. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What holds for this browser. Nothing of it is Daktela's; it survives signing out. */
export interface Settings {
  /** Origin of the instance to sign in to; only an administrator gives it. */
  readonly daktelaAddress: string | null;
  /** Panels of the desk that stand open or shut against their default, by name. */
  readonly openPanels: Readonly<Record<string, boolean>>;
  /** The device calls were last accepted with. */
  readonly acceptDevice: string | null;
  /** The device a dynamic user last went ready with, as model and name. */
  readonly readyDevice: string | null;
  readonly language: LanguageChoice;
  /** Where the toolbar button opens the desk. */
  readonly toolbarPlace: Place;
  /** Where the desk's own window stood last; null before it was first opened. */
  readonly windowBounds: Bounds | null;
  readonly sites: Sites;
  readonly marks: Marks;
  readonly dialling: Dialling;
  /** How what rings reaches the agent. */
  readonly alerts: AlertSettings;
  readonly screenPop: ScreenPopSettings;
  readonly shortcuts: ShortcutSettings;
  readonly idle: IdleSettings;
}

export const DEFAULT_SETTINGS: Settings = {
  daktelaAddress: null,
  openPanels: {},
  acceptDevice: null,
  readyDevice: null,
  language: 'auto',
  toolbarPlace: 'popup',
  windowBounds: null,
  sites: DEFAULT_SITES,
  marks: DEFAULT_MARKS,
  dialling: DEFAULT_DIALLING,
  alerts: DEFAULT_ALERTS,
  screenPop: DEFAULT_SCREEN_POP,
  shortcuts: DEFAULT_SHORTCUTS,
  idle: DEFAULT_IDLE,
};

export function placeOf(value: unknown): Place {
  return PLACES.find((place) => place === value) ?? DEFAULT_SETTINGS.toolbarPlace;
}

function boundsOf(value: unknown): Bounds | null {
  const { left, top, width, height } = recordOf(value) ?? {};
  const numbers = [left, top, width, height].map((number) =>
    typeof number === 'number' && Number.isFinite(number) ? Math.round(number) : null,
  );
  const [x, y, wide, high] = numbers;
  if (x == null || y == null || !wide || !high || wide < 0 || high < 0) return null;
  return { left: x, top: y, width: wide, height: high };
}

function originOf(value: unknown): string | null {
  const address = readAddress(textOf(value) ?? '');
  return address.ok ? address.origin : null;
}

/** Reads what an earlier version may have stored; anything that makes no sense is left out. */
export function decodeSettings(value: unknown): Settings {
  const record = recordOf(value);
  const language = textOf(record?.language);
  const panels = Object.entries(recordOf(record?.openPanels) ?? {});
  return {
    daktelaAddress: originOf(record?.daktelaAddress),
    openPanels: Object.fromEntries(
      panels.flatMap(([name, open]) => {
        const flag = flagOf(open);
        return flag === null ? [] : [[name, flag]];
      }),
    ),
    acceptDevice: textOf(record?.acceptDevice),
    readyDevice: textOf(record?.readyDevice),
    language: isLanguage(language) ? language : 'auto',
    toolbarPlace: placeOf(record?.toolbarPlace),
    windowBounds: boundsOf(record?.windowBounds),
    sites: decodeSites(record?.sites),
    marks: decodeMarks(record?.marks),
    dialling: decodeDialling(record?.dialling),
    alerts: decodeAlerts(record?.alerts),
    screenPop: decodeScreenPop(record?.screenPop),
    shortcuts: decodeShortcuts(record?.shortcuts),
    idle: decodeIdle(record?.idle),
  };
}
