import { LANGUAGES } from '@/lib/i18n/languages';
import type { SettingsKey, SettingsTranslate } from '@/lib/i18n/settings-words';
import type { TemplateUse } from '@/lib/screen-pop/template';
import { type AlertSettings, REACHES, RUNGS } from '@/lib/settings/alerts';
import type { FILE_PATHS } from '@/lib/settings/given-paths';
import type { Settings } from '@/lib/settings/settings';
import { ALERTED_TYPES, momentKey, percentText, timeText, typeKey } from './alert-words';
import type { SettingsDesk } from './settings-ports';

type FilePath = (typeof FILE_PATHS)[number];

interface SettingText {
  readonly name: SettingsKey;
  /** Of the settings it stands among on the page. */
  readonly group?: SettingsKey;
  value(settings: Settings, desk: SettingsDesk): string;
}

const NONE = '–';
const listed = (texts: readonly string[]) => texts.join(', ') || NONE;
const onOff = (on: boolean, t: SettingsTranslate) => t(on ? 'setting.on' : 'setting.off');

function toggled(
  name: SettingsKey,
  isOn: (alerts: AlertSettings) => boolean,
  group: SettingsKey = 'ring.title',
): SettingText {
  return { group, name, value: ({ alerts }, { t }) => onOff(isOn(alerts), t) };
}

function template(use: TemplateUse): SettingText {
  return {
    group: 'pop.title',
    name: `pop.${use}`,
    value: ({ screenPop }) => screenPop[use] || NONE,
  };
}

function moment(direction: 'in' | 'out'): SettingText {
  return {
    group: 'pop.title',
    name: `pop.${direction}`,
    value: ({ screenPop }, { t }) => t(momentKey(direction, screenPop[direction])),
  };
}

/** What was chosen against the default, each as `Call: Tone` with whether it is on. */
function rungsText({ rungs }: AlertSettings, t: SettingsTranslate): string {
  const chosen = REACHES.flatMap((reach) =>
    ALERTED_TYPES.flatMap((type) =>
      RUNGS.flatMap((rung) => {
        const on = rungs[reach][type]?.[rung];
        if (on === undefined) return [];
        return [
          `${t(`reach.${reach}`)}, ${t(typeKey(type))}, ${t(`rung.${rung}`)}: ${onOff(on, t)}`,
        ];
      }),
    ),
  );
  return chosen.join('; ') || NONE;
}

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
    value: ({ marks }, { t }) => onOff(marks.shown, t),
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
  'alerts.rungs': {
    group: 'alerts.title',
    name: 'alerts.ladder',
    value: ({ alerts }, { t }) => rungsText(alerts, t),
  },
  'alerts.quietOnTelephone': toggled(
    'alerts.quietOnTelephone',
    ({ quietOnTelephone }) => quietOnTelephone,
    'alerts.title',
  ),
  'alerts.tone': {
    group: 'ring.title',
    name: 'ring.tone',
    value: ({ alerts }, { t }) => t(`tone.${alerts.tone}`),
  },
  'alerts.volume': {
    group: 'ring.title',
    name: 'ring.volume',
    value: ({ alerts }, { language }) => percentText(alerts.volume, language),
  },
  'alerts.quietHours': {
    group: 'ring.title',
    name: 'ring.quiet',
    value: ({ alerts: { quietHours } }, { t }) =>
      quietHours === null
        ? t('setting.off')
        : `${timeText(quietHours.from)}–${timeText(quietHours.to)}`,
  },
  'alerts.spoken': toggled('ring.spoken', ({ spoken }) => spoken),
  'alerts.lostTone': toggled('ring.lost', ({ lostTone }) => lostTone),
  'alerts.autoPause': toggled('alerts.autoPause', ({ autoPause }) => autoPause, 'alerts.title'),
  'screenPop.in': moment('in'),
  'screenPop.out': moment('out'),
  'screenPop.contact': template('contact'),
  'screenPop.search': template('search'),
  'screenPop.unknown': template('unknown'),
  'screenPop.reuseTab': {
    group: 'pop.title',
    name: 'pop.reuse',
    value: ({ screenPop }, { t }) => onOff(screenPop.reuseTab, t),
  },
  'shortcuts.pause': {
    group: 'keys.title',
    name: 'keys.pause',
    value: ({ shortcuts }, { t }) => shortcuts.pause ?? t('keys.onlyPause'),
  },
  'idle.on': {
    group: 'idle.title',
    name: 'idle.on',
    value: ({ idle }, { t }) => onOff(idle.on, t),
  },
  'idle.minutes': {
    group: 'idle.title',
    name: 'idle.after',
    value: ({ idle }, { t }) => t('idle.minutes', { count: idle.minutes }),
  },
  'idle.pause': {
    group: 'idle.title',
    name: 'idle.then',
    value: ({ idle }, { t }) =>
      idle.pause === null ? t('idle.unready') : t('idle.pause', { pause: idle.pause }),
  },
  'idle.comesBack': {
    group: 'idle.title',
    name: 'idle.comesBack',
    value: ({ idle }, { t }) => onOff(idle.comesBack, t),
  },
};

export function nameOf(path: FilePath, t: SettingsTranslate): string {
  const { group, name } = SETTING_TEXTS[path];
  return group ? `${t(group)} · ${t(name)}` : t(name);
}
