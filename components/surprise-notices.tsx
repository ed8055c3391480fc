import { Info, X } from 'lucide';
import type { AgentState, ChangedElsewhere, MissedAway } from '@/lib/agent/state';
import type { Request } from '@/lib/messages/protocol';
import { useDesk } from './desk-ports';
import { Icon } from './icon';

function Notice({ text, dismiss }: { text: string; dismiss: Request }) {
  const { t, send } = useDesk();
  return (
    <div class="note" role="status">
      <Icon node={Info} />
      <p>{text}</p>
      <button
        type="button"
        class="icon-button"
        aria-label={t('failure.dismiss')}
        onClick={() => void send(dismiss)}
      >
        <Icon node={X} size={16} />
      </button>
    </div>
  );
}

function Missed({ missed: { count, reason, fromMs, toMs } }: { missed: MissedAway }) {
  const { t } = useDesk();
  const text = t(`missed.${reason}`, { count, from: new Date(fromMs), to: new Date(toMs) });
  return <Notice text={text} dismiss={{ type: 'away.dismiss' }} />;
}

function Changed({ changed: { to, atMs } }: { changed: ChangedElsewhere }) {
  const { t } = useDesk();
  return (
    <Notice
      text={t(`elsewhere.${to}`, { time: new Date(atMs) })}
      dismiss={{ type: 'elsewhere.dismiss' }}
    />
  );
}

/** What happened without the agent: calls missed while away, and a state somebody else has changed. */
export function SurpriseNotices({ state }: { state: AgentState }) {
  return (
    <>
      {state.missedAway && <Missed missed={state.missedAway} />}
      {state.changedElsewhere && <Changed changed={state.changedElsewhere} />}
    </>
  );
}
