import { LANGUAGE_CODES, LANGUAGES, type LanguageChoice } from '@/lib/i18n/languages';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';

/** Automatic, or one of the languages, each by its own name. */
export function LanguageSettings() {
  const { t, settings, browserLanguage, change } = useSettings();
  const automatic = t('settings.automatic', { language: LANGUAGES[browserLanguage].name });
  const choices: readonly { code: LanguageChoice; title: string }[] = [
    { code: 'auto', title: automatic },
    ...LANGUAGE_CODES.map((code) => ({ code, title: LANGUAGES[code].name })),
  ];
  return (
    <SettingsGroup name="language" title={t('settings.language')} lead={t('settings.languageLead')}>
      <div class="languages" role="radiogroup" aria-labelledby="language-title">
        {choices.map(({ code, title }) => (
          <label key={code} class="language" lang={code === 'auto' ? undefined : code}>
            <input
              type="radio"
              name="language"
              checked={settings.language === code}
              onChange={() => change({ language: code })}
            />
            {title}
          </label>
        ))}
      </div>
    </SettingsGroup>
  );
}
