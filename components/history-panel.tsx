import type { AgentState } from '@/lib/agent/state';
import { useDesk } from './desk-ports';
import { fetchedPart } from './fetched-part';
import { Panel } from './panel';

const HistoryList = fetchedPart(async () => (await import('./history-list')).HistoryList);

/** The heading of what the agent has done and missed, and the list itself while it is unfolded. */
export function HistoryPanel({ state }: { state: AgentState }) {
  const { t } = useDesk();
  const { missedCount } = state;
  return (
    <Panel
      name="history"
      title={t('history.title')}
      openAtFirst={false}
      {...(missedCount > 0 && { summary: t('history.missedCount', { count: missedCount }) })}
    >
      <HistoryList missedCount={missedCount} />
    </Panel>
  );
}
