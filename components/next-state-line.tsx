import { Clock, X } from 'lucide';
import { pauseTitle } from '@/lib/agent/derive';
import type { AgentState, NextState } from '@/lib/agent/state';
import type { Translate } from '@/lib/i18n/translate';
import { Button } from './button';
import { useDesk } from './desk-ports';
import { Icon } from './icon';

function nextStateText(state: AgentState, next: NextState, t: Translate): string {
  if (next.kind === 'unready') return t('state.thenUnready');
  return t('state.thenPause', { pause: pauseTitle({ name: next.pause }, state.whoim?.pauses) });
}

/** What will happen once nothing is in hand any more, for as long as the agent may think better of it. */
export function NextStateLine({ state }: { state: AgentState }) {
  const { t, send } = useDesk();
  const { nextState } = state;
  if (nextState === null) return null;
  return (
    <div class="next-state">
      <Icon node={Clock} size={16} />
      <p role="status">{nextStateText(state, nextState, t)}</p>
      <Button
        look="quiet"
        icon={X}
        onClick={() => void send({ type: 'nextState.choose', nextState: null })}
      >
        {t('state.cancelNext')}
      </Button>
    </div>
  );
}
