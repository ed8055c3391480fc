import { Check, Copy, ExternalLink } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { Activity } from '@/lib/daktela/activity';
import { webPageOf } from '@/lib/daktela/web-page';
import { useDesk } from './desk-ports';
import { Icon } from './icon';

/** Each long enough to be read. */
const SHOWN_FOR_MS = { copied: 2_000, failed: 8_000 };

/** Copies the number and says so in a bubble beside the button, so that nothing moves. */
function CopyNumber({ number }: { number: string }) {
  const { t, copy } = useDesk();
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_FOR_MS[outcome]);
    return () => clearTimeout(timer);
  }, [outcome]);
  const click = () =>
    copy(number).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  return (
    <span class="copy">
      <button
        type="button"
        class="icon-button"
        aria-label={t('activity.copyNumber')}
        title={t('activity.copyNumber')}
        onClick={() => void click()}
      >
        <Icon node={outcome === 'copied' ? Check : Copy} size={16} />
      </button>
      <span class="copy-outcome" aria-live="polite">
        {outcome === 'copied' && t('activity.copied')}
        {outcome === 'failed' && t('activity.copyFailed')}
      </span>
    </span>
  );
}

/** What else may be done with a piece, whatever becomes of it. */
export function ActivityTools({ activity }: { activity: Activity }) {
  const { t, state } = useDesk();
  const signIn = state.value?.signIn;
  return (
    <div class="activity-tools">
      {activity.number !== null && <CopyNumber number={activity.number} />}
      {signIn?.phase === 'signedIn' && (
        <a
          class="icon-button"
          href={webPageOf(signIn.origin, activity.ticket)}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('activity.openInDaktela')}
          title={t('activity.openInDaktela')}
        >
          <Icon node={ExternalLink} size={16} />
        </a>
      )}
    </div>
  );
}
