import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  type?: 'button' | 'submit';
  look?: 'primary' | 'plain' | 'danger' | 'quiet';
  icon?: IconNode;
  /** Waiting for the truth to come back; the button keeps the focus and does nothing meanwhile. */
  pending?: boolean;
  disabled?: boolean;
  expanded?: boolean;
}

export function Button({
  children,
  onClick,
  type = 'button',
  look = 'plain',
  icon,
  pending = false,
  disabled = false,
  expanded,
}: ButtonProps) {
  return (
    <button
      type={type}
      class={`button button-${look}`}
      disabled={disabled}
      aria-disabled={pending || undefined}
      aria-busy={pending}
      aria-expanded={expanded}
      onClick={(event) => {
        // Nor may it send its form.
        if (pending) event.preventDefault();
        else onClick?.();
      }}
    >
      {pending ? <span class="spinner" aria-hidden="true" /> : icon && <Icon node={icon} />}
      <span class="button-text">{children}</span>
    </button>
  );
}
