import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Request } from '@/lib/messages/protocol';
import { useDesk } from './desk-ports';

interface CommandSwitchProps {
  /** The words of the switch, and its accessible name. */
  label: string;
  /** What stands small under the label and describes the switch. */
  children?: ComponentChildren;
  on: boolean;
  /** What turning it asks of the background. */
  request: (on: boolean) => Request;
  disabled?: boolean;
}

/** A switch that shows the truth from pull data, and is pending between the click and that truth. */
export function CommandSwitch({ label, children, on, request, disabled }: CommandSwitchProps) {
  const { commands } = useDesk();
  const id = useId();
  const turned = request(!on);
  const key = JSON.stringify(turned);
  const pending = commands.pending.value.has(key);
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on}
      aria-busy={pending}
      aria-labelledby={`${id}-label`}
      aria-describedby={children === undefined ? undefined : `${id}-details`}
      disabled={disabled}
      aria-disabled={pending || undefined}
      onClick={() => void commands.run(key, turned)}
    >
      <span class="switch-words">
        <span id={`${id}-label`}>{label}</span>
        {children !== undefined && (
          <span class="switch-details" id={`${id}-details`}>
            {children}
          </span>
        )}
      </span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
