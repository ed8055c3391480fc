import { useDesk } from './desk-ports';

/** Shorter lists are faster looked through than searched. */
export const WORTH_SEARCHING = 8;

/** Without case and accents, as people type when they are in a hurry. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Whether each word that was typed stands somewhere in the text. */
export function isFound(text: string, typed: string): boolean {
  const there = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => there.includes(word));
}

/** Narrows a long list down while one types. */
export function SearchField({
  label,
  value,
  onInput,
}: {
  label: string;
  value: string;
  onInput: (typed: string) => void;
}) {
  const { t } = useDesk();
  return (
    <input
      type="search"
      class="search"
      autocomplete="off"
      aria-label={label}
      placeholder={t('search.placeholder')}
      value={value}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
    />
  );
}
