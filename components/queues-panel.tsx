import { useState } from 'preact/hooks';
import {
  type QueueMembership,
  queueMemberships,
  queuesAreLoading,
} from '@/lib/agent/queue-memberships';
import type { AgentState } from '@/lib/agent/state';
import type { MessageKey, Translate } from '@/lib/i18n/translate';
import { CommandButton } from './command-button';
import { CommandSwitch } from './command-switch';
import { useDesk } from './desk-ports';
import { Panel } from './panel';
import { queueChange } from './queue-change';
import { isFound, SearchField, WORTH_SEARCHING } from './search-field';

const TYPES: Record<string, MessageKey> = {
  in: 'queue.in',
  ctc: 'queue.ctc',
  out: 'queue.out',
  outbounder: 'queue.outbounder',
  progressive: 'queue.progressive',
  dialer: 'queue.dialer',
  interviewer: 'queue.interviewer',
  email: 'type.EMAIL',
  sms: 'type.SMS',
  chat: 'type.CHAT',
  fbm: 'type.FBM',
  igdm: 'type.IGDM',
  socialmedia: 'queue.socialmedia',
  wap: 'type.WAP',
  vbr: 'type.VBR',
  custom: 'type.CUSTOM',
};

/** What the queue is for, how one gets into it, and how late the agent's turn comes. */
function detailsOf({ queue, penalty }: QueueMembership, t: Translate): string {
  const type =
    TYPES[queue.type ?? ''] ?? (queue.direction && (`queue.${queue.direction}` as const));
  return [
    type && t(type),
    queue.login && t(`queue.login.${queue.login}`),
    penalty !== '0' && t('queue.penalty', { penalty }),
  ]
    .filter((word) => word)
    .join(' · ');
}

/** Queues the agent cannot leave stay on whatever is asked for. */
const isFixed = ({ queue, loggedIn }: QueueMembership) => loggedIn && queue.login === 'fix';

function QueueSwitch({ membership }: { membership: QueueMembership }) {
  const { t } = useDesk();
  return (
    <CommandSwitch
      label={membership.queue.title}
      on={membership.loggedIn}
      disabled={isFixed(membership)}
      request={(on) => queueChange([membership], on)}
    >
      {detailsOf(membership, t)}
    </CommandSwitch>
  );
}

function AllButtons({ memberships }: { memberships: readonly QueueMembership[] }) {
  const { t } = useDesk();
  const out = memberships.filter(({ loggedIn }) => !loggedIn);
  const leavable = memberships.filter((membership) => membership.loggedIn && !isFixed(membership));
  return (
    <div class="queue-all">
      {out.length > 1 && (
        <CommandButton request={queueChange(out, true)}>{t('queue.all')}</CommandButton>
      )}
      {leavable.length > 1 && (
        <CommandButton request={queueChange(leavable, false)}>{t('queue.none')}</CommandButton>
      )}
    </div>
  );
}

function QueueList({ memberships }: { memberships: readonly QueueMembership[] }) {
  const { t } = useDesk();
  const [typed, setTyped] = useState('');
  const found = memberships.filter(({ queue }) => isFound(queue.title, typed));
  return (
    <>
      {memberships.length > WORTH_SEARCHING && (
        <SearchField label={t('queue.search')} value={typed} onInput={setTyped} />
      )}
      <fieldset class="switches" aria-label={t('queue.title')}>
        {found.map((membership) => (
          <QueueSwitch key={membership.queue.name} membership={membership} />
        ))}
        {found.length === 0 && <p class="hint">{t('search.nothing')}</p>}
      </fieldset>
      <AllButtons memberships={memberships} />
    </>
  );
}

/** The queues the agent is logged in to or may be. */
export function QueuesPanel({ state }: { state: AgentState }) {
  const { t } = useDesk();
  const memberships = queueMemberships(state);
  const joined = memberships.filter(({ loggedIn }) => loggedIn).length;
  const summary = memberships.length > 0 && t('queue.summary', { joined, all: memberships.length });
  return (
    <Panel name="queues" title={t('queue.title')} {...(summary && { summary })}>
      {memberships.length > 0 ? (
        <QueueList memberships={memberships} />
      ) : (
        <p class="hint">{t(queuesAreLoading(state) ? 'queue.loading' : 'queue.empty')}</p>
      )}
    </Panel>
  );
}
