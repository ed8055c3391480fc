import { ChevronDown } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useDesk } from './desk-ports';
import { Icon } from './icon';

interface PanelProps {
  /** Under this name the agent's choice to fold it is kept. */
  name: string;
  title: string;
  /** In short what is inside, to be read while it is folded. */
  summary?: string;
  openAtFirst?: boolean;
  children: ComponentChildren;
}

/** A part of the desk with a heading that folds it away. */
export function Panel({ name, title, summary, openAtFirst = true, children }: PanelProps) {
  const { settings, changeSettings } = useDesk();
  const id = useId();
  const { openPanels } = settings.value;
  const open = openPanels[name] ?? openAtFirst;
  return (
    <section class="panel" aria-labelledby={`${id}-title`}>
      <h2 class="panel-title">
        <button
          type="button"
          class="panel-fold"
          aria-expanded={open}
          onClick={() => changeSettings({ openPanels: { ...openPanels, [name]: !open } })}
        >
          <span id={`${id}-title`}>{title}</span>
          {summary !== undefined && <span class="panel-summary">{summary}</span>}
          <Icon node={ChevronDown} size={16} />
        </button>
      </h2>
      {open && children}
    </section>
  );
}
