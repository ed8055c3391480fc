import type { Status } from '@/lib/daktela/status';
import { useDesk } from './desk-ports';

interface StatusChoiceProps {
  /** Tells the radio buttons of several activities apart. */
  name: string;
  statuses: readonly Status[];
  multiple: boolean;
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
}

/** The outcomes of an activity: one of them, or several where the queue allows it. */
export function StatusChoice({ name, statuses, multiple, chosen, onChoose }: StatusChoiceProps) {
  const { t } = useDesk();
  const toggle = (status: string, on: boolean) => {
    if (!multiple) onChoose([status]);
    else onChoose(on ? [...chosen, status] : chosen.filter((other) => other !== status));
  };
  return (
    <fieldset class="statuses">
      <legend>{t('activity.statuses')}</legend>
      {statuses.map((status) => (
        <label key={status.name} class="status">
          <input
            type={multiple ? 'checkbox' : 'radio'}
            name={`statuses-${name}`}
            checked={chosen.includes(status.name)}
            onChange={({ currentTarget }) => toggle(status.name, currentTarget.checked)}
          />
          {status.color && <span class="swatch" style={{ backgroundColor: status.color }} />}
          {status.title}
        </label>
      ))}
    </fieldset>
  );
}
