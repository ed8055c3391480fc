import { X } from 'lucide';
import type { Activity } from '@/lib/daktela/activity';
import { AcceptControl } from './accept-control';
import { ActivityHead, activityLabel } from './activity-head';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { clockText } from './duration';

/** Something that rings at this agent. */
export function RingingCard({ activity }: { activity: Activity }) {
  const { t, nowMs } = useDesk();
  const sinceMs = activity.waitingSinceMs ?? activity.createdAtMs;
  const age = sinceMs === null ? '' : ` ${clockText(nowMs.value - sinceMs)}`;
  return (
    <article class="card card-ringing" aria-label={activityLabel(activity, t)}>
      <ActivityHead activity={activity} phase={`${t('activity.ringing')}${age}`} />
      <div class="card-actions">
        <AcceptControl activity={activity} look="primary" />
        <CommandButton
          look="danger"
          icon={X}
          request={{ type: 'activity.reject', activity: activity.name }}
        >
          {t('activity.reject')}
        </CommandButton>
      </div>
    </article>
  );
}
