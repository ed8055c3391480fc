import { X } from 'lucide';
import type { AgentState } from '@/lib/agent/state';
import { stageOf } from '@/lib/agent/urgency';
import type { Activity } from '@/lib/daktela/activity';
import { AcceptButton, AcceptDevice } from './accept-control';
import { ActivityCard } from './activity-card';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { clockText } from './duration';

/** What rings a moment after it came has not waited for anything. */
const WORTH_TELLING_MS = 2_000;

/** Something that rings at this agent. */
export function RingingCard({ activity, state }: { activity: Activity; state: AgentState }) {
  const { t, nowMs } = useDesk();
  const { createdAtMs, waitingSinceMs } = activity;
  const sinceMs = waitingSinceMs ?? createdAtMs;
  const hasWaited =
    createdAtMs !== null && sinceMs !== null && sinceMs - createdAtMs >= WORTH_TELLING_MS;
  return (
    <ActivityCard
      activity={activity}
      stage={stageOf(state, activity)}
      sinceMs={sinceMs}
      fact={hasWaited ? t('activity.waited', { time: clockText(nowMs.value - createdAtMs) }) : null}
    >
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
