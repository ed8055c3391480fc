import type { Signal } from '@preact/signals';
import { LockedNote } from './locked-note';

interface TextFieldProps {
  id: string;
  label: string;
  value: Signal<string>;
  type?: 'text' | 'password';
  autocomplete: string;
  hint?: string;
  problem?: string | undefined;
  /** Why it can be read but not changed. */
  locked?: string | undefined;
  onInput: () => void;
}

/** A labelled field that says below itself what belongs into it or what is wrong with it. */
export function TextField({
  id,
  label,
  value,
  type = 'text',
  autocomplete,
  hint,
  problem,
  locked,
  onInput,
}: TextFieldProps) {
  const note = locked ?? problem ?? hint;
  const kind = type === 'password' ? ({ type: 'password' } as const) : ({ type: 'text' } as const);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...kind}
        value={value}
        autocomplete={autocomplete}
        autocapitalize="off"
        spellcheck={false}
        readOnly={locked !== undefined}
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onInput={({ currentTarget }) => {
          value.value = currentTarget.value;
          onInput();
        }}
      />
      {locked !== undefined && <LockedNote id={`${id}-note`} text={locked} />}
      {locked === undefined && note !== undefined && (
        <p id={`${id}-note`} class={problem === undefined ? 'hint' : 'problem'}>
          {note}
        </p>
      )}
    </div>
  );
}
