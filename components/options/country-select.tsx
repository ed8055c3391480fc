import { useMemo } from 'preact/hooks';
import { COUNTRIES } from '@/lib/phone/countries';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';

interface CountrySelectProps {
  id: string;
  label: string;
  hint?: string;
  /** What stands for no country. */
  none: string;
  chosen: string | null;
  onChoose: (country: string | null) => void;
}

/** All countries by their names in the language chosen. */
export function CountrySelect({ id, label, hint, none, chosen, onChoose }: CountrySelectProps) {
  const { language, countryName } = useSettings();
  const countries = useMemo(
    () =>
      COUNTRIES.map((code) => ({ code, name: countryName(code) })).sort((a, b) =>
        a.name.localeCompare(b.name, language),
      ),
    [language, countryName],
  );
  return (
    <SettingsRow control={id} title={label} hint={hint}>
      <select
        id={id}
        class="choose"
        aria-describedby={hint && `${id}-note`}
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => onChoose(value === '' ? null : value)}
      >
        <option value="">{none}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </SettingsRow>
  );
}
