import { CirclePower, Coffee } from 'lucide';
import { useState } from 'preact/hooks';
import { pauseTitle } from '@/lib/agent/derive';
import { hasOwnActivities } from '@/lib/agent/next-state';
import type { AgentState, NextState } from '@/lib/agent/state';
import type { Pause } from '@/lib/daktela/pause';
import { Button } from './button';
import { ChoiceRow } from './choice-row';
import { CommandButton } from './command-button';
import { useDesk } from './desk-ports';
import { Disclosure } from './disclosure';
import { isFound, SearchField, WORTH_SEARCHING } from './search-field';

const WHEN = ['now', 'later'] as const;
type When = (typeof WHEN)[number];

function LaterButton({ nextState, title }: { nextState: NextState; title: string }) {
  const { send } = useDesk();
  return (
    <Button
      look="quiet"
      {...(nextState.kind === 'unready' && { icon: CirclePower })}
      onClick={() => void send({ type: 'nextState.choose', nextState })}
    >
      {title}
    </Button>
  );
}

function PauseItem({ pause, when }: { pause: Pause; when: When }) {
  const { name } = pause;
  const title = pauseTitle(pause);
  return when === 'now' ? (
    <CommandButton look="quiet" request={{ type: 'pause.start', pause: name }}>
      {title}
    </CommandButton>
  ) : (
    <LaterButton nextState={{ kind: 'pause', pause: name }} title={title} />
  );
}

/** The pauses the agent may start: at once or, with something in hand, after it. */
function PauseList({ state, pauses }: { state: AgentState; pauses: readonly Pause[] }) {
  const { t } = useDesk();
  const inHand = hasOwnActivities(state);
  const isStatic = state.whoim?.staticLogin ?? false;
  const [chosen, setChosen] = useState<When>('later');
  const [typed, setTyped] = useState('');
  const when = inHand ? chosen : 'now';
  const found = pauses.filter((pause) => isFound(pauseTitle(pause), typed));
  return (
    <div class="pause-list">
      {inHand && (
        <ChoiceRow
          label={t('state.when')}
          choices={WHEN}
          chosen={when}
          textOf={(choice) => t(`state.${choice}`)}
          onChoose={setChosen}
        />
      )}
      {pauses.length > WORTH_SEARCHING && (
        <SearchField label={t('state.searchPauses')} value={typed} onInput={setTyped} />
      )}
      <ul aria-label={t('state.pause')}>
        {found.map((pause) => (
          <li key={pause.name}>
            <PauseItem pause={pause} when={when} />
          </li>
        ))}
        {when === 'later' && !isStatic && (
          <li>
            <LaterButton nextState={{ kind: 'unready' }} title={t('state.goUnready')} />
          </li>
        )}
      </ul>
      {found.length === 0 && pauses.length > 0 && <p class="hint">{t('search.nothing')}</p>}
    </div>
  );
}

/** Starting a pause, changing to another one, or planning what comes after the call. */
export function PauseChoice({ state }: { state: AgentState }) {
  const { t } = useDesk();
  const current = state.extension?.pause?.name;
  const pauses = (state.whoim?.pauses ?? []).filter(
    ({ kind, name }) => kind === 'own' && name !== current,
  );
  const mayPlanUnready = hasOwnActivities(state) && !state.whoim?.staticLogin;
  if (pauses.length === 0 && !mayPlanUnready) return null;
  return (
    <Disclosure
      className="pause"
      button={(open, toggle) => (
        <Button icon={Coffee} expanded={open} onClick={toggle}>
          {t(current === undefined ? 'state.pause' : 'state.otherPause')}
        </Button>
      )}
    >
      <PauseList state={state} pauses={pauses} />
    </Disclosure>
  );
}
