import { useState } from 'preact/hooks';
import { SettingsRow } from './settings-row';

interface CheckedFieldProps {
  id: string;
  label: string;
  hint: string;
  problem: string;
  kept: string;
  /** What is kept for what was typed; null when that makes no sense. */
  read: (typed: string) => string | null;
  onChange: (kept: string) => void;
}

/** A field whose text is kept as soon as the agent leaves it, and only when it makes sense. */
export function CheckedField({
  id,
  label,
  hint,
  problem,
  kept,
  read,
  onChange,
}: CheckedFieldProps) {
  const [hasProblem, setHasProblem] = useState(false);
  return (
    <SettingsRow control={id} title={label} hint={hint} problem={hasProblem ? problem : undefined}>
      <input
        id={id}
        type="text"
        class="choose"
        value={kept}
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
          onChange(value);
        }}
      />
    </SettingsRow>
  );
}
