import type { ComponentChildren } from 'preact';
import type { Stage } from '@/lib/agent/urgency';
import type { Activity } from '@/lib/daktela/activity';
import type { Translate } from '@/lib/i18n/translate';
import { ActivityHead, activityLabel } from './activity-head';
import { ActivityTools } from './activity-tools';
import { useDesk } from './desk-ports';
import { clockText } from './duration';

const STAGE_TEXT = {
  ringing: 'activity.ringing',
  calling: 'activity.calling',
  inCall: 'activity.open',
  talking: 'activity.talking',
  onHold: 'activity.onHold',
  offered: 'activity.offered',
  afterCall: 'activity.afterCall',
  open: 'activity.open',
} as const;

/** What was taken at once has not waited for anything. */
const WORTH_TELLING_MS = 2_000;

/** How long somebody has waited, when that is worth telling. */
export function waitedText(spanMs: number, t: Translate): string | null {
  return spanMs < WORTH_TELLING_MS ? null : t('activity.waited', { time: clockText(spanMs) });
}

interface ActivityCardProps {
  activity: Activity;
  stage: Stage;
  /** Epoch milliseconds from which the stage is counted; null when nobody knows. */
  sinceMs: number | null;
  /** Times that have come to an end. */
  fact: string | null;
  children: ComponentChildren;
}

/** One piece of the agent's work, looking the same at every stage so that nothing jumps about. */
export function ActivityCard({ activity, stage, sinceMs, fact, children }: ActivityCardProps) {
  const { t, nowMs } = useDesk();
  const age = sinceMs === null ? '' : ` ${clockText(nowMs.value - sinceMs)}`;
  return (
    <article class={`card card-${stage}`} aria-label={activityLabel(activity, t)}>
      <div class="activity-head">
        <ActivityHead activity={activity} />
        <ActivityTools activity={activity} />
      </div>
      <div class="card-foot">
        <div class="activity-times">
          <p class="activity-phase">{`${t(STAGE_TEXT[stage])}${age}`}</p>
          {fact !== null && <p class="activity-fact">{fact}</p>}
        </div>
        {children}
      </div>
    </article>
  );
}
