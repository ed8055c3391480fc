import { useId } from 'preact/hooks';

interface ChoiceRowProps<Choice extends string> {
  label: string;
  choices: readonly Choice[];
  chosen: Choice;
  textOf: (choice: Choice) => string;
  onChoose: (choice: Choice) => void;
}

/** One of a few, all of them in sight. */
export function ChoiceRow<Choice extends string>({
  label,
  choices,
  chosen,
  textOf,
  onChoose,
}: ChoiceRowProps<Choice>) {
  const id = useId();
  return (
    <fieldset class="choice-row" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice} class="choice">
          <input
            type="radio"
            name={id}
            checked={chosen === choice}
            onChange={() => onChoose(choice)}
          />
          {textOf(choice)}
        </label>
      ))}
    </fieldset>
  );
}
