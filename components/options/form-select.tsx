import type { DialForm } from '@/lib/settings/dialling';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';

interface FormSelectProps {
  id: string;
  label: string;
  hint?: string;
  forms: readonly DialForm[];
  chosen: DialForm;
  onChoose: (form: DialForm) => void;
}

export function FormSelect({ id, label, hint, forms, chosen, onChoose }: FormSelectProps) {
  const { t } = useSettings();
  return (
    <SettingsRow control={id} title={label} hint={hint}>
      <select
        id={id}
        class="choose"
        aria-describedby={hint && `${id}-note`}
        value={chosen}
        onChange={({ currentTarget: { value } }) => {
          const form = forms.find((each) => each === value);
          if (form) onChoose(form);
        }}
      >
        {forms.map((form) => (
          <option key={form} value={form}>
            {t(`settings.form.${form}`)}
          </option>
        ))}
      </select>
    </SettingsRow>
  );
}
