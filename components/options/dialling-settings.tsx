import { DIAL_FORMS, type Dialling, outsideLineOf, ownPrefixOf } from '@/lib/settings/dialling';
import { CheckedField } from './checked-field';
import { CountrySelect } from './country-select';
import { DialExceptions } from './dial-exceptions';
import { FormSelect } from './form-select';
import { Lockable } from './lockable';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';

/** How numbers are read and dialled. */
export function DiallingSettings() {
  const { t, settings, browserCountry, countryName, change } = useSettings();
  const { dialling } = settings;
  const set = (changes: Partial<Dialling>) => change({ dialling: { ...dialling, ...changes } });
  return (
    <SettingsGroup name="dialling" title={t('settings.dialling')} lead={t('settings.diallingLead')}>
      <Lockable path="dialling.country">
        <CountrySelect
          id="home-country"
          label={t('settings.country')}
          hint={t('settings.countryHint')}
          none={t('settings.automatic', { language: countryName(browserCountry) })}
          chosen={dialling.country}
          onChoose={(country) => set({ country })}
        />
      </Lockable>
      <Lockable path="dialling.form">
        <FormSelect
          id="dial-form"
          label={t('settings.form')}
          hint={t('settings.formHint')}
          forms={DIAL_FORMS}
          chosen={dialling.form}
          onChoose={(form) => set({ form })}
        />
      </Lockable>
      <Lockable path="dialling.perCountry">
        <DialExceptions
          perCountry={dialling.perCountry}
          onChange={(perCountry) => set({ perCountry })}
        />
      </Lockable>
      <CheckedField name="outsideLine" read={outsideLineOf} />
      <CheckedField name="ownPrefix" read={ownPrefixOf} />
    </SettingsGroup>
  );
}
