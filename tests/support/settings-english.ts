import en from '@/lib/i18n/locales/en.json';
import settingsEn from '@/lib/i18n/locales/settings.en.json';
import { settingsWordsOf } from '@/lib/i18n/settings-words';

/** What the settings say in English. */
export const ENGLISH = settingsWordsOf('en', { ...en, ...settingsEn });
