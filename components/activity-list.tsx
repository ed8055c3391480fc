import { useRef } from 'preact/hooks';
import { presenceOf } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import { byUrgency, inPlace } from '@/lib/agent/urgency';
import { useDesk } from './desk-ports';
import { OpenCard } from './open-card';
import { RingingCard } from './ringing-card';

function Empty({ state }: { state: AgentState }) {
  const { t, nowMs } = useDesk();
  const presence = presenceOf(state, nowMs.value);
  const canRing = state.extension?.device !== 'Unavailable';
  return (
    <div class="empty">
      <p>{t('activities.none')}</p>
      {presence === 'ready' && canRing && <p class="hint">{t('activities.noneReady')}</p>}
      {presence === 'unready' && <p class="hint">{t('activities.noneUnready')}</p>}
    </div>
  );
}

/** A hand on its way to a button is there by then. */
const IN_MOTION_MS = 2_000;

/** The most urgent first, except that nothing changes places while the pointer is on its way to it. */
function useOrder(state: AgentState) {
  const { nowMs } = useDesk();
  const movedAtMs = useRef(Number.NEGATIVE_INFINITY);
  const shown = useRef<readonly string[]>([]);
  const wanted = byUrgency(state);
  const isInMotion = nowMs.value - movedAtMs.current < IN_MOTION_MS;
  const order = isInMotion ? inPlace(shown.current, wanted) : wanted;
  shown.current = order.map(({ name }) => name);
  const onPointerMove = () => {
    movedAtMs.current = nowMs.peek();
  };
  return { order, onPointerMove };
}

/** What rings at the agent and what the agent has in hand, the most urgent first. */
export function ActivityList({ state }: { state: AgentState }) {
  const { t } = useDesk();
  const { order, onPointerMove } = useOrder(state);
  if (order.length === 0) return <Empty state={state} />;
  return (
    <ul class="activities" aria-label={t('activities.title')} onPointerMove={onPointerMove}>
      {order.map((activity) => (
        <li key={activity.name}>
          {activity.action === 'OPEN' ? (
            <OpenCard activity={activity} state={state} />
          ) : (
            <RingingCard activity={activity} state={state} />
          )}
        </li>
      ))}
    </ul>
  );
}
