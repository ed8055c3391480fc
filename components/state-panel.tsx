import { CirclePower, Play, TriangleAlert } from 'lucide';
import type { AgentState } from '@/lib/agent/state';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { Icon } from './icon';
import { NextStateLine } from './next-state-line';
import { PauseChoice } from './pause-choice';
import { ReadyControl } from './ready-control';
import { RunningPause } from './running-pause';

function Actions({ state }: { state: AgentState }) {
  const { t } = useDesk();
  const isStatic = state.whoim?.staticLogin ?? false;
  const phase = state.extension?.state ?? 'Session';
  if (phase === 'Session' && !isStatic) return <ReadyControl state={state} />;
  // A choice that was made closes the list it was made in.
  const choiceKey = JSON.stringify([state.extension?.pause?.name, state.nextState]);
  return (
    <div class="state-actions">
      {phase === 'Paused' && (
        <CommandButton look="primary" icon={Play} request={{ type: 'pause.end' }}>
          {t(state.extension?.pause?.kind === 'lajdak' ? 'state.back' : 'state.endPause')}
        </CommandButton>
      )}
      {phase !== 'Session' && <PauseChoice key={choiceKey} state={state} />}
      {!isStatic && (
        <CommandButton icon={CirclePower} request={{ type: 'agent.unready' }}>
          {t('state.goUnready')}
        </CommandButton>
      )}
    </div>
  );
}

/** The agent's own state and the ways out of it. */
export function StatePanel({ state }: { state: AgentState }) {
  const { t } = useDesk();
  const isReady = state.extension?.state === 'Idle' || state.extension?.state === 'Paused';
  return (
    <section class="panel state" aria-label={t('state.label')}>
      <RunningPause state={state} />
      <Actions state={state} />
      <NextStateLine state={state} />
      {isReady && state.extension?.device === 'Unavailable' && (
        <p class="warning">
          <Icon node={TriangleAlert} size={16} />
          {t('presence.deviceUnavailable')}
        </p>
      )}
    </section>
  );
}
