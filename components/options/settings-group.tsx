import type { ComponentChildren } from 'preact';

interface SettingsGroupProps {
  /** Tells the groups of the page apart. */
  name: string;
  title: string;
  lead: string;
  children: ComponentChildren;
}

/** Settings that belong together: what they are about beside what there is to choose. */
export function SettingsGroup({ name, title, lead, children }: SettingsGroupProps) {
  return (
    <section class="panel settings-group" aria-labelledby={`${name}-title`}>
      <div>
        <h2 id={`${name}-title`}>{title}</h2>
        <p class="hint">{lead}</p>
      </div>
      {children}
    </section>
  );
}
