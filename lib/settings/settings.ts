import { flagOf, recordOf, textOf } from '@/lib/daktela/wire';
import { isLanguage, type LanguageChoice } from '@/lib/i18n/languages';

/** What the agent has chosen for this browser. Holds nothing of Daktela's; survives signing out. */
export interface Settings {
  /** Panels of the desk that stand open or shut against their default, by name. */
  readonly openPanels: Readonly<Record<string, boolean>>;
  /** The device calls were last accepted with. */
  readonly acceptDevice: string | null;
  /** The device a dynamic user last went ready with, as model and name. */
  readonly readyDevice: string | null;
  readonly language: LanguageChoice;
}

export const DEFAULT_SETTINGS: Settings = {
  openPanels: {},
  acceptDevice: null,
  readyDevice: null,
  language: 'auto',
};

/** Reads what an earlier version may have stored; anything that makes no sense is left out. */
export function decodeSettings(value: unknown): Settings {
  const record = recordOf(value);
  const language = textOf(record?.language);
  const panels = Object.entries(recordOf(record?.openPanels) ?? {});
  return {
    openPanels: Object.fromEntries(
      panels.flatMap(([name, open]) => {
        const flag = flagOf(open);
        return flag === null ? [] : [[name, flag]];
      }),
    ),
    acceptDevice: textOf(record?.acceptDevice),
    readyDevice: textOf(record?.readyDevice),
    language: isLanguage(language) ? language : 'auto',
  };
}
