import { arrivedAtMs, waitingActivities } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import { byWaiting } from '@/lib/agent/urgency';
import type { Activity } from '@/lib/daktela/activity';
import { AcceptButton, AcceptDevice } from './accept-control';
import { ActivityHead, activityLabel } from './activity-head';
import { useDesk } from './desk-ports';
import { clockText } from './duration';
import { Panel } from './panel';

function WaitingRow({ activity, age }: { activity: Activity; age: string | null }) {
  const { t } = useDesk();
  return (
    <article class="waiting-row" aria-label={activityLabel(activity, t)}>
      <ActivityHead activity={activity} />
      <div class="waiting-end">
        {age !== null && <p class="activity-fact">{age}</p>}
        <AcceptButton activity={activity} look="plain" />
      </div>
    </article>
  );
}

/** What rings at nobody and may be taken by anybody, the longest waiting first. */
export function WaitingList({ state }: { state: AgentState }) {
  const { t, nowMs } = useDesk();
  const waiting = byWaiting(waitingActivities(state));
  const [oldest] = waiting;
  if (!oldest) return null;
  const ageOf = (activity: Activity) => {
    const sinceMs = arrivedAtMs(activity);
    return sinceMs === null ? null : clockText(nowMs.value - sinceMs);
  };
  const count = waiting.length;
  const age = ageOf(oldest);
  return (
    <Panel
      name="waiting"
      title={t('activities.waiting')}
      summary={age === null ? String(count) : t('waiting.summary', { count, age })}
    >
      {waiting.some(({ type }) => type === 'CALL') && <AcceptDevice />}
      <ul class="waiting" aria-label={t('activities.waiting')}>
        {waiting.map((activity) => (
          <li key={activity.name}>
            <WaitingRow activity={activity} age={ageOf(activity)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
