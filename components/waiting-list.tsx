import { waitingActivities } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import { AcceptControl } from './accept-control';
import { ActivityHead, activityLabel } from './activity-head';
import { useDesk } from './desk-ports';
import { clockText } from './duration';

/** What rings at nobody and may be taken by anybody. */
export function WaitingList({ state }: { state: AgentState }) {
  const { t, nowMs } = useDesk();
  const waiting = waitingActivities(state);
  if (waiting.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="waiting-title">
      <h2 id="waiting-title" class="panel-title">
        {t('activities.waiting')}
        <span class="count">{waiting.length}</span>
      </h2>
      <ul class="waiting" aria-label={t('activities.waiting')}>
        {waiting.map((activity) => {
          const sinceMs = activity.createdAtMs ?? activity.waitingSinceMs;
          return (
            <li key={activity.name}>
              <article class="waiting-row" aria-label={activityLabel(activity, t)}>
                <ActivityHead
                  activity={activity}
                  phase={sinceMs === null ? '' : clockText(nowMs.value - sinceMs)}
                />
                <div class="waiting-actions">
                  <AcceptControl activity={activity} look="plain" />
                </div>
              </article>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
