import { Check } from 'lucide';
import type { AgentState } from '@/lib/agent/state';
import { withChoice } from '@/lib/agent/status-choices';
import type { Activity } from '@/lib/daktela/activity';
import type { Status } from '@/lib/daktela/status';
import { Button } from './button';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { StatusChoice } from './status-choice';

/** The statuses to choose from; null while they are being read, none where there are none to be had. */
function statusesOf({ queueStatuses }: AgentState, { queue }: Activity): readonly Status[] | null {
  if (queue === null || queue.hasStatuses === false || queue.name === null) return [];
  return queueStatuses[queue.name] ?? null;
}

/** Closing an activity with one of its queue's statuses, or several where the queue allows it. */
function CloseWithStatuses({
  activity,
  statuses,
  state,
}: {
  activity: Activity;
  statuses: readonly Status[];
  state: AgentState;
}) {
  const { t, commands, statusChoices, saveStatusChoices } = useDesk();
  // A status that was taken away from the queue meanwhile would only be refused.
  const chosen = (statusChoices.value[activity.name] ?? []).filter((name) =>
    statuses.some((status) => status.name === name),
  );
  const request = {
    type: 'activity.close' as const,
    activity: activity.name,
    statuses: [...chosen],
  };
  const key = JSON.stringify(request);
  return (
    <form
      class="closing"
      onSubmit={(event) => {
        event.preventDefault();
        void commands.run(key, request);
      }}
    >
      <StatusChoice
        activity={activity}
        statuses={statuses}
        chosen={chosen}
        onChoose={(names) =>
          saveStatusChoices(withChoice(statusChoices.value, activity.name, names, state.activities))
        }
      />
      <Button
        type="submit"
        look="primary"
        icon={Check}
        disabled={chosen.length === 0}
        pending={commands.pending.value.has(key)}
      >
        {t('activity.closeActivity')}
      </Button>
    </form>
  );
}

/** Putting an activity away, with the statuses its queue asks for. */
export function Closing({ activity, state }: { activity: Activity; state: AgentState }) {
  const { t } = useDesk();
  const statuses = statusesOf(state, activity);
  if (statuses === null) return <p class="closing hint">{t('activity.statusesLoading')}</p>;
  if (statuses.length > 0) {
    return <CloseWithStatuses activity={activity} statuses={statuses} state={state} />;
  }
  return (
    <CommandButton
      icon={Check}
      request={{ type: 'activity.close', activity: activity.name, statuses: [] }}
    >
      {t('activity.close')}
    </CommandButton>
  );
}
