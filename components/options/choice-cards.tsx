import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly title: ComponentChildren;
  readonly hint?: string;
  /** Of its words, where that is another one than the page's. */
  readonly lang?: string;
}

interface ChoiceCardsProps<Value extends string> {
  label: string;
  choices: readonly Choice<Value>[];
  chosen: Value;
  /** Called in the very click. */
  onChoose: (value: Value) => void;
  /** Wide ones lie one below the other. */
  wide?: boolean;
}

/** One of several, all of them in sight and each with its own words. */
export function ChoiceCards<Value extends string>({
  label,
  choices,
  chosen,
  onChoose,
  wide = false,
}: ChoiceCardsProps<Value>) {
  const name = useId();
  return (
    <div class={wide ? 'choices choices-wide' : 'choices'} role="radiogroup" aria-label={label}>
      {choices.map(({ value, title, hint, lang }) => (
        <label key={value} class="choice-card" lang={lang}>
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            aria-describedby={hint === undefined ? undefined : `${name}-${value}`}
            aria-labelledby={`${name}-${value}-title`}
            onChange={() => onChoose(value)}
          />
          <span class="choice-words">
            <span id={`${name}-${value}-title`} class="choice-title">
              {title}
            </span>
            {hint !== undefined && (
              <span id={`${name}-${value}`} class="hint">
                {hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
