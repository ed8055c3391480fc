interface ToggleProps {
  id: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A switch; its words are the label and the note of its row. */
export function Toggle({ id, on, onChange }: ToggleProps) {
  return (
    <button
      id={id}
      type="button"
      role="switch"
      class="switch toggle"
      aria-checked={on}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-note`}
      onClick={() => onChange(!on)}
    >
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
