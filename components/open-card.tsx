import { Check, PhoneOff } from 'lucide';
import { useState } from 'preact/hooks';
import { type CallPhase, callPhaseOf, talkingSinceMs } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import type { Activity } from '@/lib/daktela/activity';
import type { Translate } from '@/lib/i18n/translate';
import { ActivityHead, activityLabel } from './activity-head';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { clockText } from './duration';
import { StatusChoice } from './status-choice';

const PHASE_TEXT = {
  ringing: 'activity.callingOut',
  talking: 'activity.talking',
  onHold: 'activity.onHold',
  ended: 'activity.ended',
  unknown: 'activity.open',
} as const;

const PHASE_LOOK = {
  ringing: 'card-calling',
  talking: 'card-talking',
  onHold: 'card-on-hold',
  ended: 'card-ended',
  unknown: '',
} as const;

function phaseText(phase: CallPhase, sinceMs: number | null, nowMs: number, t: Translate): string {
  const words = t(PHASE_TEXT[phase]);
  const runs = phase !== 'ended' && phase !== 'ringing' && sinceMs !== null;
  return runs ? `${words} ${clockText(nowMs - sinceMs)}` : words;
}

/** Closing, with the statuses the queue asks for. */
function CloseActions({ activity, state }: { activity: Activity; state: AgentState }) {
  const { t } = useDesk();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { queue } = activity;
  const statuses = queue?.name == null ? [] : (state.queueStatuses[queue.name] ?? null);
  const needsStatuses = queue !== null && queue.hasStatuses !== false;
  if (needsStatuses && statuses === null) {
    return <p class="hint">{t('activity.statusesLoading')}</p>;
  }
  const request = {
    type: 'activity.close' as const,
    activity: activity.name,
    statuses: [...chosen],
  };
  if (!needsStatuses || !statuses || statuses.length === 0) {
    return (
      <CommandButton icon={Check} request={request}>
        {t('activity.close')}
      </CommandButton>
    );
  }
  return (
    <div class="closing">
      <StatusChoice
        name={activity.name}
        statuses={statuses}
        multiple={queue?.multipleStatuses ?? false}
        chosen={chosen}
        onChoose={setChosen}
      />
      {chosen.length === 0 && <p class="hint">{t('activity.chooseStatus')}</p>}
      <CommandButton look="primary" icon={Check} disabled={chosen.length === 0} request={request}>
        {t('activity.closeActivity')}
      </CommandButton>
    </div>
  );
}

/** The channels of a call come a moment after it was taken; until then nothing may jump about. */
const CHANNELS_DUE_WITHIN_MS = 5_000;

function mayClose(activity: Activity, phase: CallPhase, nowMs: number): boolean {
  if (phase !== 'unknown') return phase === 'ended';
  const openedAtMs = activity.openedAtMs ?? 0;
  return activity.type !== 'CALL' || nowMs - openedAtMs > CHANNELS_DUE_WITHIN_MS;
}

/** Something the agent has in hand: a call until it is hung up, then its closing. */
export function OpenCard({ activity, state }: { activity: Activity; state: AgentState }) {
  const { t, nowMs } = useDesk();
  const isCall = activity.type === 'CALL';
  const phase = isCall ? callPhaseOf(state, activity) : 'unknown';
  const sinceMs = isCall ? talkingSinceMs(state, activity) : activity.openedAtMs;
  return (
    <article class={`card ${PHASE_LOOK[phase]}`} aria-label={activityLabel(activity, t)}>
      <ActivityHead activity={activity} phase={phaseText(phase, sinceMs, nowMs.value, t)} />
      <div class="card-actions">
        {isCall && phase !== 'ended' && (
          <CommandButton
            look="danger"
            icon={PhoneOff}
            request={{ type: 'activity.hangUp', activity: activity.name }}
          >
            {t('activity.hangUp')}
          </CommandButton>
        )}
        {mayClose(activity, phase, nowMs.value) && (
          <CloseActions activity={activity} state={state} />
        )}
      </div>
    </article>
  );
}
