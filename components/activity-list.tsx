import { openActivities, presenceOf, ringingActivities } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import { useDesk } from './desk-ports';
import { OpenCard } from './open-card';
import { RingingCard } from './ringing-card';

function Empty({ state }: { state: AgentState }) {
  const { t, nowMs } = useDesk();
  const presence = presenceOf(state, nowMs.value);
  return (
    <div class="empty">
      <p>{t('activities.none')}</p>
      {presence === 'ready' && <p class="hint">{t('activities.noneReady')}</p>}
      {presence === 'unready' && <p class="hint">{t('activities.noneUnready')}</p>}
    </div>
  );
}

/** What rings at the agent and what the agent has in hand, the most urgent first. */
export function ActivityList({ state }: { state: AgentState }) {
  const { t } = useDesk();
  const ringing = ringingActivities(state);
  const open = openActivities(state);
  if (ringing.length + open.length === 0) return <Empty state={state} />;
  return (
    <ul class="activities" aria-label={t('activities.title')}>
      {ringing.map((activity) => (
        <li key={activity.name}>
          <RingingCard activity={activity} />
        </li>
      ))}
      {open.map((activity) => (
        <li key={activity.name}>
          <OpenCard activity={activity} state={state} />
        </li>
      ))}
    </ul>
  );
}
