import { useEffect, useRef, useState } from 'preact/hooks';
import { presenceTitle } from '@/lib/agent/badge';
import { linkOf, ringingActivities } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import { ringingWords } from '@/lib/agent/words';
import { useDesk } from './desk-ports';

/** The words, once they have become others than they were at first. */
function useChange(words: string): string {
  const last = useRef(words);
  const [changed, setChanged] = useState('');
  useEffect(() => {
    if (words === last.current) return;
    last.current = words;
    setChanged(words);
  }, [words]);
  return changed;
}

/**
 * Tells a screen reader what rings, at once, and how state and connection change, in their turn.
 * What is merely so when the desk is opened can be read there.
 */
export function Announcer({ state }: { state: AgentState }) {
  const { t, nowMs } = useDesk();
  const ringing = ringingActivities(state).map((activity) => ringingWords(activity, t));
  const presence = useChange(presenceTitle(state, nowMs.value, t));
  const link = useChange(t(`link.${linkOf(state, nowMs.value)}`));
  return (
    <div class="unseen">
      <p role="status" aria-live="assertive">
        {ringing.join('. ')}
      </p>
      <p role="status" aria-live="polite">
        {presence}
      </p>
      <p role="status" aria-live="polite">
        {link}
      </p>
    </div>
  );
}
