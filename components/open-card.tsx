import { PhoneOff } from 'lucide';
import { callEndedAtMs, talkingSinceMs } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import { type Stage, stageOf } from '@/lib/agent/urgency';
import type { Activity } from '@/lib/daktela/activity';
import type { Translate } from '@/lib/i18n/translate';
import { ActivityCard, waitedText } from './activity-card';
import { Closing } from './closing';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { clockText } from './duration';

function sinceMs(state: AgentState, activity: Activity, stage: Stage): number | null {
  if (stage === 'onHold') return state.heldSinceMs[activity.name] ?? null;
  if (stage === 'afterCall') return callEndedAtMs(state, activity);
  return stage === 'talking' ? talkingSinceMs(state, activity) : activity.openedAtMs;
}

/** How long was talked once that is over, and before that how long the caller had to wait. */
function factOf(state: AgentState, activity: Activity, stage: Stage, t: Translate): string | null {
  const { createdAtMs, openedAtMs, direction } = activity;
  const endedAtMs = callEndedAtMs(state, activity);
  const talkingMs = talkingSinceMs(state, activity);
  if (stage === 'afterCall' && endedAtMs !== null && talkingMs !== null) {
    return t('activity.talkTime', { time: clockText(endedAtMs - talkingMs) });
  }
  if (direction === 'out' || createdAtMs === null || openedAtMs === null) return null;
  return waitedText(openedAtMs - createdAtMs, t);
}

/** The channels of a call come a moment after it was taken; until then nothing may jump about. */
const CHANNELS_DUE_WITHIN_MS = 5_000;

function mayClose({ openedAtMs }: Activity, stage: Stage, nowMs: number): boolean {
  if (stage === 'inCall') return nowMs - (openedAtMs ?? 0) > CHANNELS_DUE_WITHIN_MS;
  return stage === 'afterCall' || stage === 'open';
}

/** Something the agent has in hand: a call until it is hung up, then its closing. */
export function OpenCard({ activity, state }: { activity: Activity; state: AgentState }) {
  const { t, nowMs } = useDesk();
  const stage = stageOf(state, activity);
  const isRunning = stage !== 'afterCall' && stage !== 'open';
  return (
    <ActivityCard
      activity={activity}
      stage={stage}
      sinceMs={sinceMs(state, activity, stage)}
      fact={factOf(state, activity, stage, t)}
    >
      {isRunning && (
        <CommandButton
          look="danger"
          icon={PhoneOff}
          request={{ type: 'activity.hangUp', activity: activity.name }}
        >
          {t('activity.hangUp')}
        </CommandButton>
      )}
      {mayClose(activity, stage, nowMs.value) && <Closing activity={activity} state={state} />}
    </ActivityCard>
  );
}
