import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SettingsRowProps {
  /** Of the control it is the label of; without it the row is a heading over what it holds. */
  control?: string;
  title: string;
  /** One sentence: what it changes. */
  hint?: string | undefined;
  /** What is wrong with what was entered. */
  problem?: string | undefined;
  /** Puts a small control at the end of the line instead of below it. */
  beside?: boolean;
  children: ComponentChildren;
}

/** One setting: its name, what it does, and the control. */
export function SettingsRow({
  control,
  title,
  hint,
  problem,
  beside = false,
  children,
}: SettingsRowProps) {
  const id = useId();
  const note = problem ?? hint;
  const group = control === undefined ? { role: 'group' as const, 'aria-labelledby': id } : {};
  return (
    <div {...group} class={`settings-row${beside ? ' settings-row-beside' : ''}`}>
      <div class="settings-words">
        {control === undefined ? (
          <h3 id={id}>{title}</h3>
        ) : (
          <label id={`${control}-label`} for={control}>
            {title}
          </label>
        )}
        {note !== undefined && (
          <p
            id={control === undefined ? undefined : `${control}-note`}
            class={problem === undefined ? 'hint' : 'problem'}
            role={problem === undefined ? undefined : 'alert'}
          >
            {note}
          </p>
        )}
      </div>
      {children}
    </div>
  );
}
