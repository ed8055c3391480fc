import type { Signal } from '@preact/signals';

interface TextFieldProps {
  id: string;
  label: string;
  value: Signal<string>;
  type?: 'text' | 'password';
  autocomplete: string;
  hint?: string;
  problem?: string | undefined;
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
  onInput,
}: TextFieldProps) {
  const note = problem ?? hint;
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
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onInput={({ currentTarget }) => {
          value.value = currentTarget.value;
          onInput();
        }}
      />
      {note !== undefined && (
        <p id={`${id}-note`} class={problem === undefined ? 'hint' : 'problem'}>
          {note}
        </p>
      )}
    </div>
  );
}
