import { LANGUAGE_CODES, LANGUAGES, type LanguageChoice } from '@/lib/i18n/languages';
import { ChoiceCards } from './choice-cards';
import { Lockable } from './lockable';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';

/** Automatic, or one of the languages, each by its own name. */
export function LanguageSettings() {
  const { t, settings, browserLanguage, change } = useSettings();
  const automatic = t('settings.automatic', { language: LANGUAGES[browserLanguage].name });
  const languages = LANGUAGE_CODES.map((code) => ({
    value: code as LanguageChoice,
    title: LANGUAGES[code].name,
    lang: code,
  }));
  return (
    <SettingsGroup name="language" title={t('settings.language')} lead={t('settings.languageLead')}>
      <Lockable path="language">
        <ChoiceCards
          label={t('settings.language')}
          choices={[{ value: 'auto', title: automatic }, ...languages]}
          chosen={settings.language}
          onChoose={(language) => change({ language })}
        />
      </Lockable>
    </SettingsGroup>
  );
}
