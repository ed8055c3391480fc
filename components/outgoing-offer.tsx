import { LogIn } from 'lucide';
import { missingOutgoingQueues } from '@/lib/agent/queue-memberships';
import type { AgentState } from '@/lib/agent/state';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { queueChange } from './queue-change';

const MOST_OFFERED = 3;

/** Dialling needs an outgoing queue; while the agent is in none, the way into one. */
export function OutgoingOffer({ state }: { state: AgentState }) {
  const { t, commands } = useDesk();
  const missing = missingOutgoingQueues(state);
  if (missing === null) return null;
  const hasFailed =
    commands.failure.value?.request.type === 'dial' ||
    (state.notice !== null && 'number' in state.notice);
  return (
    <div class={hasFailed ? 'outgoing outgoing-needed' : 'outgoing'}>
      <p>{t(missing.length === 0 ? 'outgoing.none' : 'outgoing.needed')}</p>
      {missing.slice(0, MOST_OFFERED).map((membership) => (
        <CommandButton
          key={membership.queue.name}
          icon={LogIn}
          request={queueChange([membership], true)}
        >
          {t('outgoing.logIn', { queue: membership.queue.title })}
        </CommandButton>
      ))}
    </div>
  );
}
