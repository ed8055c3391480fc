import { useRef } from 'preact/hooks';
import { ringTimeOf } from '@/lib/agent/ring-time';
import type { Activity } from '@/lib/daktela/activity';
import { useDesk } from './desk-ports';

/** From here on it is worth a word to those who do not see the bar; once, as a call is talk enough. */
const SOON_S = 10;

/** How long it will go on ringing, where that is known. */
export function RingCountdown({ activity }: { activity: Activity }) {
  const { t, nowMs, rings } = useDesk();
  const told = useRef('');
  const time = ringTimeOf(activity, rings.value, nowMs.value);
  if (!time?.limitMs || !time.leftMs) return null;
  const count = Math.ceil(time.leftMs / 1000);
  const words = t('activity.secondsLeft', { count });
  if (count <= SOON_S) told.current ||= words;
  return (
    <div class="ring-left">
      <span class="ring-bar">
        <span style={{ scale: `${time.leftMs / time.limitMs} 1` }} />
      </span>
      <p class="activity-fact">{words}</p>
      <p class="unseen" role="status">
        {told.current}
      </p>
    </div>
  );
}
