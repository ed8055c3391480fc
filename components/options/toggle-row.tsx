import { useId } from 'preact/hooks';
import { SettingsRow } from './settings-row';
import { Toggle } from './toggle';

interface ToggleRowProps {
  title: string;
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A setting that is on or off. */
export function ToggleRow({ title, hint, on, onChange }: ToggleRowProps) {
  const id = useId();
  return (
    <SettingsRow beside control={id} title={title} hint={hint}>
      <Toggle id={id} on={on} onChange={onChange} />
    </SettingsRow>
  );
}
