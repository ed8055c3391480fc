import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { LockedNote } from '@/components/locked-note';
import type { SettingPath } from '@/lib/settings/setting-paths';
import { useSettings } from './settings-ports';

/** A setting that an administrator may lock: then it can be read, and not changed. */
export function Lockable({ path, children }: { path: SettingPath; children: ComponentChildren }) {
  const { t, isLocked } = useSettings();
  const id = useId();
  if (!isLocked(path)) return children;
  return (
    <fieldset class="locked" disabled aria-labelledby={id}>
      {children}
      <LockedNote id={id} text={t('settings.lockedByAdmin')} />
    </fieldset>
  );
}
