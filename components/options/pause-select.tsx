import { pauseTitle } from '@/lib/agent/derive';
import { useSettings } from './settings-ports';

interface PauseSelectProps {
  /** Its label and note are those of its row. */
  id: string;
  /** What stands for no pause. */
  none: string;
  /** Name of the pause; one that Daktela does not have any more stands by its name. */
  chosen: string | null;
  onChoose: (pause: string | null) => void;
}

/** One of the pauses that the agent may start, or none of them. */
export function PauseSelect({ id, none, chosen, onChoose }: PauseSelectProps) {
  const { t, idle } = useSettings();
  const known = idle.pauses.value.map((pause) => ({ name: pause.name, title: pauseTitle(pause) }));
  const isKnown = chosen === null || known.some(({ name }) => name === chosen);
  const all = isKnown ? known : [...known, { name: chosen, title: chosen }];
  return (
    <select
      id={id}
      class="choose"
      aria-describedby={`${id}-note`}
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) => onChoose(value === '' ? null : value)}
    >
      <option value="">{none}</option>
      {all.map(({ name, title }) => (
        <option key={name} value={name}>
          {t('idle.pause', { pause: title })}
        </option>
      ))}
    </select>
  );
}
