import { useId, useState } from 'preact/hooks';
import { Lockable } from './lockable';
import { useSettings } from './settings-ports';
import { SettingsRow } from './settings-row';

interface CheckedFieldProps {
  name: 'outsideLine' | 'ownPrefix';
  /** What is kept for what was typed; null when that makes no sense. */
  read: (typed: string) => string | null;
}

/** A text of dialling that is kept as soon as the agent leaves it, and only when it makes sense. */
export function CheckedField({ name, read }: CheckedFieldProps) {
  const { t, settings, change } = useSettings();
  const { dialling } = settings;
  const [hasProblem, setHasProblem] = useState(false);
  const id = useId();
  return (
    <Lockable path={`dialling.${name}`}>
      <SettingsRow
        control={id}
        title={t(`settings.${name}`)}
        hint={t(`settings.${name}Hint`)}
        problem={hasProblem ? t(`settings.${name}Problem`) : undefined}
      >
        <input
          id={id}
          type="text"
          class="choose"
          value={dialling[name]}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={hasProblem}
          aria-describedby={`${id}-note`}
          onInput={() => setHasProblem(false)}
          onChange={({ currentTarget }) => {
            const value = read(currentTarget.value);
            setHasProblem(value === null);
            if (value === null) return;
            currentTarget.value = value;
            change({ dialling: { ...dialling, [name]: value } });
          }}
        />
      </SettingsRow>
    </Lockable>
  );
}
