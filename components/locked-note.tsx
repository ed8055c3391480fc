import { LockKeyhole } from 'lucide';
import { Icon } from './icon';

/** Says of a setting why it cannot be changed. */
export function LockedNote({ id, text }: { id?: string; text: string }) {
  return (
    <p id={id} class="hint locked-note">
      <Icon node={LockKeyhole} size={14} />
      {text}
    </p>
  );
}
