import type { LeftOut } from '@/lib/settings/given-values';
import { useSettings } from './settings-ports';

/** What does not count of settings that somebody has written, and why. */
export function LeftOutList({ leftOut }: { leftOut: readonly LeftOut[] }) {
  const { t } = useSettings();
  return (
    <ul class="left-out">
      {leftOut.map(({ path, value, why }) => (
        <li key={`${path} ${value}`}>{t(`leftOut.${why}`, { path, value })}</li>
      ))}
    </ul>
  );
}
