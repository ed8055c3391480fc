import { joinedOutgoingQueues } from '@/lib/agent/queue-memberships';
import type { AgentState } from '@/lib/agent/state';
import { useDesk } from './desk-ports';

/** The queue to call through, where there are several; the choice holds for calls from anywhere. */
export function DialQueue({ state }: { state: AgentState }) {
  const { t, settings, changeSettings } = useDesk();
  const queues = joinedOutgoingQueues(state);
  if (queues.length < 2) return null;
  const { dialling } = settings.value;
  const chosen = queues.some(({ name }) => name === dialling.queue) ? dialling.queue : null;
  return (
    <div class="field">
      <label for="dial-queue">{t('dial.queue')}</label>
      <select
        id="dial-queue"
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) =>
          changeSettings({ dialling: { ...dialling, queue: value === '' ? null : value } })
        }
      >
        <option value="">{t('dial.anyQueue')}</option>
        {queues.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
