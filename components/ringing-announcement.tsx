import { ringingActivities } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import { ringingWords } from '@/lib/agent/words';
import { useDesk } from './desk-ports';

/** Tells a screen reader of a ringing activity; the cards themselves are silent. */
export function RingingAnnouncement({ state }: { state: AgentState }) {
  const { t } = useDesk();
  const words = ringingActivities(state).map((activity) => ringingWords(activity, t));
  return (
    <p class="unseen" role="status">
      {words.join('. ')}
    </p>
  );
}
