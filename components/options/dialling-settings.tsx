import { X } from 'lucide';
import { useId, useMemo, useState } from 'preact/hooks';
import { Icon } from '@/components/icon';
import { DIAL_FORMS, type DialForm, outsideLineOf, ownPrefixOf } from '@/lib/settings/dialling';
import { ChoiceCards } from './choice-cards';
import { SettingsGroup } from './settings-group';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes that have a name and are no country. */
const NO_COUNTRIES = ['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'];

interface Country {
  readonly code: string;
  readonly name: string;
}

function nameIn(language: string) {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return (code: string) => names.of(code);
}

/** Some countries have old codes too, under which the browser finds them as well. */
const isOld = (code: string) => new Intl.Locale(`und-${code}`).maximize().region !== code;

/** All countries that the browser has a name for, in the order of the alphabet. */
function useCountries(language: string): readonly Country[] {
  return useMemo(() => {
    const nameOf = nameIn(language);
    const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
    const countries = codes.flatMap((code) => {
      const name = NO_COUNTRIES.includes(code) || isOld(code) ? undefined : nameOf(code);
      return name === undefined ? [] : [{ code, name }];
    });
    const { compare } = new Intl.Collator(language);
    return countries.sort((a, b) => compare(a.name, b.name));
  }, [language]);
}

function useDialling() {
  const { settings, change } = useSettings();
  const { dialling } = settings;
  return {
    dialling,
    changeDialling: (changes: Partial<typeof dialling>) =>
      change({ dialling: { ...dialling, ...changes } }),
  };
}

function Exceptions({ countries }: { countries: readonly Country[] }) {
  const { t } = useSettings();
  const { dialling, changeDialling } = useDialling();
  const id = useId();
  const { perCountry, form } = dialling;
  const nameOf = (code: string) => countries.find((one) => one.code === code)?.name ?? code;
  const set = (code: string, own: DialForm) =>
    changeDialling({ perCountry: { ...perCountry, [code]: own } });
  const remove = (code: string) =>
    changeDialling({
      perCountry: Object.fromEntries(Object.entries(perCountry).filter(([key]) => key !== code)),
    });
  return (
    <SettingsRow title={t('settings.exceptions')}>
      {Object.entries(perCountry).map(([code, own]) => (
        <div key={code} class="exception">
          <label for={`${id}-${code}`}>{nameOf(code)}</label>
          <select
            id={`${id}-${code}`}
            class="choose"
            value={own}
            onChange={({ currentTarget }) => set(code, currentTarget.value as DialForm)}
          >
            {DIAL_FORMS.map((each) => (
              <option key={each} value={each}>
                {t(`settings.form.${each}`)}
              </option>
            ))}
          </select>
          <button
            type="button"
            class="icon-button"
            aria-label={t('settings.removeException', { country: nameOf(code) })}
            onClick={() => remove(code)}
          >
            <Icon node={X} size={16} />
          </button>
        </div>
      ))}
      <select
        class="choose"
        aria-label={t('settings.addException')}
        value=""
        onChange={({ currentTarget }) => {
          set(currentTarget.value, form);
          currentTarget.value = '';
        }}
      >
        <option value="">{t('settings.addException')}</option>
        {countries
          .filter(({ code }) => !Object.hasOwn(perCountry, code))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </select>
    </SettingsRow>
  );
}

interface DigitsProps {
  of: 'outsideLine' | 'ownPrefix';
  /** Null for what does not belong here. */
  read: (text: string) => string | null;
}

/** A field that is kept as soon as what stands in it makes sense; until then it says what is missing. */
function Digits({ of, read }: DigitsProps) {
  const { t } = useSettings();
  const { dialling, changeDialling } = useDialling();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && read(typed) === null;
  return (
    <SettingsRow
      control={id}
      title={t(`settings.${of}`)}
      hint={t(`settings.${of}Hint`)}
      problem={isWrong ? t(`settings.${of}Problem`) : undefined}
    >
      <input
        id={id}
        class="choose"
        type="tel"
        autocomplete="off"
        value={typed ?? dialling[of]}
        aria-invalid={isWrong}
        aria-describedby={`${id}-note`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => {
          const digits = read(currentTarget.value);
          if (digits === null) return;
          changeDialling({ [of]: digits });
          setTyped(null);
        }}
      />
    </SettingsRow>
  );
}

/** How numbers are read and dialled. */
export function DiallingSettings() {
  const { t, language } = useSettings();
  const { dialling, changeDialling } = useDialling();
  const countries = useCountries(language);
  const id = useId();
  return (
    <SettingsGroup name="dialling" title={t('settings.dialling')} lead={t('settings.diallingLead')}>
      <SettingsRow control={id} title={t('settings.country')}>
        <select
          id={id}
          class="choose"
          value={dialling.country ?? ''}
          onChange={({ currentTarget }) =>
            changeDialling({ country: currentTarget.value === '' ? null : currentTarget.value })
          }
        >
          <option value="">{t('settings.automaticCountry')}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </SettingsRow>
      <SettingsRow title={t('settings.form')}>
        <ChoiceCards
          wide
          label={t('settings.form')}
          choices={DIAL_FORMS.map((form) => ({
            value: form,
            title: t(`settings.form.${form}`),
          }))}
          chosen={dialling.form}
          onChoose={(form) => changeDialling({ form })}
        />
      </SettingsRow>
      <Exceptions countries={countries} />
      <Digits of="outsideLine" read={outsideLineOf} />
      <Digits of="ownPrefix" read={ownPrefixOf} />
    </SettingsGroup>
  );
}
