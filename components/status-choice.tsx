import { useState } from 'preact/hooks';
import type { Activity } from '@/lib/daktela/activity';
import type { Status } from '@/lib/daktela/status';
import type { Translate } from '@/lib/i18n/translate';
import { useDesk } from './desk-ports';
import { isFound, SearchField, WORTH_SEARCHING } from './search-field';

interface StatusChoiceProps {
  activity: Activity;
  statuses: readonly Status[];
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
}

/** What is to be known about the chosen statuses, or that one is still to be chosen. */
function hintsOf(chosen: readonly Status[], { hasRecord }: Activity, t: Translate): string[] {
  if (chosen.length === 0) return [t('activity.chooseStatus')];
  return chosen.flatMap(({ description, validation, nextCall }) => [
    ...(description === null ? [] : [description]),
    ...(hasRecord && validation ? [t('activity.statusValidation')] : []),
    ...(hasRecord && nextCall ? [t('activity.statusNextCall')] : []),
  ]);
}

/** The outcomes of an activity: one of them, or several where the queue allows it. */
export function StatusChoice({ activity, statuses, chosen, onChoose }: StatusChoiceProps) {
  const { t } = useDesk();
  const [typed, setTyped] = useState('');
  const multiple = activity.queue?.multipleStatuses ?? false;
  const found = statuses.filter(({ title }) => isFound(title, typed));
  // What is chosen is sent, so it stays in sight whatever is searched for.
  const shown = statuses.filter((status) => found.includes(status) || chosen.includes(status.name));
  const choose = (name: string, on: boolean) => {
    if (!multiple) onChoose([name]);
    else onChoose(on ? [...chosen, name] : chosen.filter((other) => other !== name));
  };
  const chosenStatuses = statuses.filter(({ name }) => chosen.includes(name));
  const hints = new Set(hintsOf(chosenStatuses, activity, t));
  return (
    <>
      {statuses.length >= WORTH_SEARCHING && (
        // biome-ignore lint/a11y/noStaticElementInteractions: takes Enter from the field inside
        <div
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Enter takes the one that was found; it must not close the activity.
            event.preventDefault();
            const [only, ...others] = found;
            if (only && others.length === 0) choose(only.name, true);
          }}
        >
          <SearchField label={t('activity.findStatus')} value={typed} onInput={setTyped} />
        </div>
      )}
      <fieldset class="statuses">
        <legend>{t('activity.statuses')}</legend>
        {shown.map((status) => (
          <label key={status.name} class="status" title={status.description ?? undefined}>
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={`statuses-${activity.name}`}
              checked={chosen.includes(status.name)}
              onChange={({ currentTarget }) => choose(status.name, currentTarget.checked)}
            />
            {status.color && <span class="swatch" style={{ backgroundColor: status.color }} />}
            {status.title}
          </label>
        ))}
        {shown.length === 0 && <p class="hint">{t('activity.noStatusFound')}</p>}
      </fieldset>
      {[...hints].map((hint) => (
        <p key={hint} class="hint">
          {hint}
        </p>
      ))}
    </>
  );
}
