import { useId } from 'preact/hooks';
import type { SettingPath } from '@/lib/settings/setting-paths';
import { Lockable } from './lockable';
import { SettingsRow } from './settings-row';
import { Toggle } from './toggle';

interface ToggleRowProps {
  path: SettingPath;
  title: string;
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A setting that is on or off. */
export function ToggleRow({ path, title, hint, on, onChange }: ToggleRowProps) {
  const id = useId();
  return (
    <Lockable path={path}>
      <SettingsRow beside control={id} title={title} hint={hint}>
        <Toggle id={id} on={on} onChange={onChange} />
      </SettingsRow>
    </Lockable>
  );
}
