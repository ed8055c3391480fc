import { Pin } from 'lucide';
import type { AgentState } from '@/lib/agent/state';
import { useDesk } from './desk-ports';
import { Icon } from './icon';

/** How to bring a hidden button into sight. Never between the agent and an activity. */
export function PinNote({ state: { activities } }: { state: AgentState }) {
  const { t, isButtonPinned } = useDesk();
  if (isButtonPinned.value || activities.length > 0) return null;
  return (
    <div class="note" role="note">
      <Icon node={Pin} />
      <p>{t('pin.note')}</p>
    </div>
  );
}
