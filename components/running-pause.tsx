import { Hourglass } from 'lucide';
import type { AgentState } from '@/lib/agent/state';
import { useDesk } from './desk-ports';
import { clockText } from './duration';
import { Icon } from './icon';

/** How long a pause may last, and how much of that is left or overdrawn. */
function Limit({ limitMs, spentMs }: { limitMs: number; spentMs: number }) {
  const { t } = useDesk();
  const leftMs = limitMs - spentMs;
  const limit = clockText(limitMs);
  return leftMs >= 0 ? (
    <p class="pause-limit">
      <Icon node={Hourglass} size={16} />
      {t('pause.left', { left: clockText(leftMs), limit })}
    </p>
  ) : (
    <p class="warning">
      <Icon node={Hourglass} size={16} />
      {t('pause.over', { over: clockText(-leftMs), limit })}
    </p>
  );
}

/** What is to be said of the running pause: its limit, and of a pause of the system why it runs. */
export function RunningPause({ state }: { state: AgentState }) {
  const { t, nowMs } = useDesk();
  const { extension, whoim } = state;
  const pause = extension?.pause;
  if (!extension || !pause || extension.state !== 'Paused') return null;
  const allowed = whoim?.pauses.find(({ name }) => name === pause.name);
  const limitMs = pause.limitMs ?? allowed?.limitMs ?? null;
  return (
    <>
      {pause.kind !== 'own' && <p class="hint">{t(`pause.${pause.kind}`)}</p>}
      {limitMs !== null && extension.pausedSinceMs !== null && (
        <Limit limitMs={limitMs} spentMs={nowMs.value - extension.pausedSinceMs} />
      )}
    </>
  );
}
