import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isFound } from '@/components/search-field';
import { useSettings } from './settings-ports';

interface SettingsGroupProps {
  /** Tells the groups of the page apart. */
  name: string;
  title: string;
  lead: string;
  children: ComponentChildren;
}

/**
 * Settings that belong together: what they are about beside what there is to choose. Hidden while
 * something is looked for that none of its words say.
 */
export function SettingsGroup({ name, title, lead, children }: SettingsGroupProps) {
  const { searched } = useSettings();
  const group = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = group;
    if (current) current.hidden = !isFound(current.textContent ?? '', searched);
  }, [searched]);
  return (
    <section class="panel settings-group" aria-labelledby={`${name}-title`} ref={group}>
      <div>
        <h2 id={`${name}-title`}>{title}</h2>
        <p class="hint settings-lead">{lead}</p>
      </div>
      <div class="settings-rows">{children}</div>
    </section>
  );
}
