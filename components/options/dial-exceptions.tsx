import { X } from 'lucide';
import { Icon } from '@/components/icon';
import { DIAL_FORMS, type Dialling } from '@/lib/settings/dialling';
import { CountrySelect } from './country-select';
import { FormSelect } from './form-select';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';

interface DialExceptionsProps {
  perCountry: Dialling['perCountry'];
  onChange: (perCountry: Dialling['perCountry']) => void;
}

/** Countries whose numbers are dialled in a form of their own. */
export function DialExceptions({ perCountry, onChange }: DialExceptionsProps) {
  const { t, countryName, isLocked } = useSettings();
  const without = (country: string) =>
    Object.fromEntries(Object.entries(perCountry).filter(([code]) => code !== country));
  return (
    <SettingsRow title={t('settings.exceptions')} hint={t('settings.exceptionsHint')}>
      {Object.entries(perCountry).map(([country, form]) => (
        <div key={country} class="exception">
          <FormSelect
            id={`dial-form-${country}`}
            label={countryName(country)}
            forms={DIAL_FORMS}
            chosen={form}
            onChoose={(chosen) => onChange({ ...perCountry, [country]: chosen })}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={t('settings.removeException', { country: countryName(country) })}
            onClick={() => onChange(without(country))}
          >
            <Icon node={X} size={16} />
          </button>
        </div>
      ))}
      {!isLocked('dialling.perCountry') && (
        <CountrySelect
          key={Object.keys(perCountry).join()}
          id="exception-country"
          label={t('settings.addException')}
          none="–"
          chosen={null}
          onChoose={(country) => {
            if (country !== null) onChange({ ...perCountry, [country]: 'zeros' });
          }}
        />
      )}
    </SettingsRow>
  );
}
