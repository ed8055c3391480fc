import { LANGUAGES } from '@/lib/i18n/languages';
import type { MessageKey, Translate } from '@/lib/i18n/translate';
import type { Settings } from '@/lib/settings/settings';
import type { FILE_PATHS } from '@/lib/settings/settings-file';
import type { SettingsDesk } from './settings-ports';

type FilePath = (typeof FILE_PATHS)[number];

interface SettingText {
  readonly name: MessageKey;
  /** Of the settings it stands among on the page. */
  readonly group?: MessageKey;
  value(settings: Settings, desk: SettingsDesk): string;
}

const NONE = '–';
const listed = (texts: readonly string[]) => texts.join(', ') || NONE;

/** How a setting and its value are said where it does not stand beside its own control. */
export const SETTING_TEXTS: Readonly<Record<FilePath, SettingText>> = {
  language: {
    name: 'settings.language',
    value: ({ language }, { t, browserLanguage }) =>
      language === 'auto'
        ? t('settings.automatic', { language: LANGUAGES[browserLanguage].name })
        : LANGUAGES[language].name,
  },
  toolbarPlace: {
    name: 'place.toolbarButton',
    value: ({ toolbarPlace }, { t }) => t(`place.${toolbarPlace}`),
  },
  'sites.mode': {
    group: 'siteSettings.title',
    name: 'siteSettings.mode',
    value: ({ sites }, { t }) => t(`mode.${sites.mode}`),
  },
  'sites.listed': {
    group: 'siteSettings.title',
    name: 'siteSettings.listed',
    value: ({ sites }) => listed(sites.listed),
  },
  'sites.blocked': {
    group: 'siteSettings.title',
    name: 'siteSettings.blocked',
    value: ({ sites }) => listed(sites.blocked),
  },
  'marks.shown': {
    group: 'marks.title',
    name: 'marks.shown',
    value: ({ marks }, { t }) => t(marks.shown ? 'setting.on' : 'setting.off'),
  },
  'marks.colour': {
    group: 'marks.title',
    name: 'marks.colour',
    value: ({ marks }, { t }) => t(`colour.${marks.colour}`),
  },
  'dialling.country': {
    group: 'settings.dialling',
    name: 'settings.country',
    value: ({ dialling }, { t, countryName, browserCountry }) =>
      dialling.country === null
        ? t('settings.automatic', { language: countryName(browserCountry) })
        : countryName(dialling.country),
  },
  'dialling.form': {
    group: 'settings.dialling',
    name: 'settings.form',
    value: ({ dialling }, { t }) => t(`settings.form.${dialling.form}`),
  },
  'dialling.perCountry': {
    group: 'settings.dialling',
    name: 'settings.exceptions',
    value: ({ dialling }, { t, countryName }) =>
      listed(
        Object.entries(dialling.perCountry).map(
          ([country, form]) => `${countryName(country)} ${t(`settings.form.${form}`)}`,
        ),
      ),
  },
  'dialling.outsideLine': {
    group: 'settings.dialling',
    name: 'settings.outsideLine',
    value: ({ dialling }) => dialling.outsideLine || NONE,
  },
  'dialling.ownPrefix': {
    group: 'settings.dialling',
    name: 'settings.ownPrefix',
    value: ({ dialling }) => dialling.ownPrefix || NONE,
  },
};

export function nameOf(path: FilePath, t: Translate): string {
  const { group, name } = SETTING_TEXTS[path];
  return group ? `${t(group)} · ${t(name)}` : t(name);
}
