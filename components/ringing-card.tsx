import { X } from 'lucide';
import { waitsSinceMs } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import { stageOf } from '@/lib/agent/urgency';
import type { Activity } from '@/lib/daktela/activity';
import { AcceptButton, AcceptDevice } from './accept-control';
import { ActivityCard, waitedText } from './activity-card';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { fetchedPart } from './fetched-part';

// Most queues do not say how long they ring, and it takes a while to learn.
const RingCountdown = fetchedPart(async () => (await import('./ring-countdown')).RingCountdown);

/** Something that rings at this agent. */
export function RingingCard({ activity, state }: { activity: Activity; state: AgentState }) {
  const { t, nowMs } = useDesk();
  const { createdAtMs } = activity;
  const sinceMs = waitsSinceMs(activity);
  // The time of ringing is the whole time of waiting for what rang at once.
  const rangLater = createdAtMs !== null && sinceMs !== null && sinceMs > createdAtMs;
  return (
    <ActivityCard
      activity={activity}
      stage={stageOf(state, activity)}
      sinceMs={sinceMs}
      fact={rangLater ? waitedText(nowMs.value - createdAtMs, t) : null}
    >
      <RingCountdown activity={activity} />
      {activity.type === 'CALL' && <AcceptDevice />}
      <AcceptButton activity={activity} look="primary" />
      <CommandButton
        look="danger"
        icon={X}
        request={{ type: 'activity.reject', activity: activity.name }}
      >
        {t('activity.reject')}
      </CommandButton>
    </ActivityCard>
  );
}
