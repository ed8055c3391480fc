import { CloudOff, RefreshCw, WifiOff } from 'lucide';
import { linkOf } from '@/lib/agent/derive';
import type { AgentState, Trouble } from '@/lib/agent/state';
import type { Translate } from '@/lib/i18n/translate';
import { Button } from './button';
import { useDesk } from './desk-ports';
import { clockText } from './duration';
import { failureWords } from './failure-text';
import { Icon } from './icon';

/** A countdown that has run out: the next attempt is on its way. */
function nextTry({ retryAtMs }: Trouble, nowMs: number, t: Translate): string {
  const seconds = Math.ceil((retryAtMs - nowMs) / 1000);
  return seconds > 0 ? t('link.nextTry', { count: seconds }) : t('link.trying');
}

function lastHeard({ pulledAtMs }: AgentState, nowMs: number, t: Translate): string {
  return pulledAtMs === null
    ? t('link.neverHeard')
    : t('link.lastHeard', { age: clockText(nowMs - pulledAtMs) });
}

function TryNow({ trouble, nowMs }: { trouble: Trouble; nowMs: number }) {
  const { t, send } = useDesk();
  const asked = trouble.notBeforeMs - nowMs;
  if (asked > 0) return <p>{t('link.askedToWait', { age: clockText(asked) })}</p>;
  return (
    <Button
      icon={RefreshCw}
      disabled={trouble.retryAtMs <= nowMs}
      onClick={() => void send({ type: 'session.hurry' })}
    >
      {t('link.tryNow')}
    </Button>
  );
}

/** While what is shown may be out of date: since when, why, and what happens next. */
export function LinkNotice({ state }: { state: AgentState }) {
  const { t, nowMs } = useDesk();
  const now = nowMs.value;
  const link = linkOf(state, now);
  const { trouble } = state;
  if (link === 'connected' || (link === 'connecting' && state.pulledAtMs === null)) return null;
  return (
    <section class="link-notice" aria-label={t('link.label')}>
      <Icon node={link === 'offline' ? WifiOff : CloudOff} />
      <div class="link-notice-words">
        <p>
          <strong>{t('link.lost')}</strong> {trouble && nextTry(trouble, now, t)}
        </p>
        <p>
          {link === 'offline'
            ? t('link.offlineHint')
            : trouble && failureWords(trouble.failure, t).sentences.join(' ')}
        </p>
        <p>{lastHeard(state, now, t)}</p>
      </div>
      {trouble && <TryNow trouble={trouble} nowMs={now} />}
    </section>
  );
}
