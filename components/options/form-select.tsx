import type { DialForm } from '@/lib/settings/dialling';
import { useSettings } from './settings-ports';

interface FormSelectProps {
  id: string;
  label: string;
  forms: readonly DialForm[];
  chosen: DialForm;
  onChoose: (form: DialForm) => void;
}

export function FormSelect({ id, label, forms, chosen, onChoose }: FormSelectProps) {
  const { t } = useSettings();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
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
    </div>
  );
}
