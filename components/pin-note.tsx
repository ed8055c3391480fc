import { Pin } from 'lucide';
import type { AgentState } from '@/lib/agent/state';
import { useDesk } from './desk-ports';
import { Icon } from './icon';

/**
 * In a popup whose button is hidden in a menu: nobody sees the badge there. Never between the agent and
 * an activity.
 */
export function PinNote({ state: { activities } }: { state: AgentState }) {
  const { t, place, isButtonPinned } = useDesk();
  if (place !== 'popup' || isButtonPinned.value || activities.length > 0) return null;
  return (
    <div class="note" role="note">
      <Icon node={Pin} />
      <p>{t('pin.note')}</p>
    </div>
  );
}
