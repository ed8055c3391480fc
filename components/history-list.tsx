import { useComputed } from '@preact/signals';
import { Phone, RefreshCw } from 'lucide';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { HistoryEntry } from '@/lib/agent/history';
import { callerTitle, kindTitle } from '@/lib/agent/words';
import type { Translate } from '@/lib/i18n/translate';
import { ActivityIcon } from './activity-icon';
import { Button } from './button';
import { ChoiceRow } from './choice-row';
import { useDesk } from './desk-ports';
import { clockText } from './duration';
import { FailureMessage } from './failure-alert';
import { Icon } from './icon';
import { isFound, SearchField, WORTH_SEARCHING } from './search-field';

const SHOWN_AT_FIRST = 30;
const DAY_MS = 24 * 60 * 60_000;

const WHICH = ['all', 'missed'] as const;
type Which = (typeof WHICH)[number];

const midnight = (atMs: number) => new Date(atMs).setHours(0, 0, 0, 0);

function dayTitle(atMs: number, todayMs: number, date: Intl.DateTimeFormat, t: Translate): string {
  const days = Math.round((todayMs - midnight(atMs)) / DAY_MS);
  if (days === 0) return t('history.today');
  if (days === 1) return t('history.yesterday');
  return date.format(atMs);
}

/** Neighbours of one day under the words for it. */
function byDay(entries: readonly HistoryEntry[], titleOf: (atMs: number) => string) {
  const days: { title: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const title = titleOf(entry.atMs);
    const last = days.at(-1);
    if (last?.title === title) last.entries.push(entry);
    else days.push({ title, entries: [entry] });
  }
  return days;
}

function detailsOf(entry: HistoryEntry, time: Intl.DateTimeFormat, t: Translate): string {
  const { activity, durationMs, outcome, atMs } = entry;
  return [
    time.format(atMs),
    outcome === 'missed' && t('history.notAnswered'),
    outcome !== 'missed' && durationMs !== null && clockText(durationMs),
    activity.queue?.title,
  ]
    .filter((word) => word)
    .join(' · ');
}

function CallAgain({ number, who }: { number: string; who: string }) {
  const { t, commands, newId } = useDesk();
  const pending = commands.pending.value.has('dial');
  return (
    <button
      type="button"
      class="icon-button call-again"
      aria-label={t('history.call', { who })}
      title={number}
      disabled={pending}
      onClick={() => void commands.run('dial', { type: 'dial', id: newId(), text: number })}
    >
      <Icon node={Phone} />
    </button>
  );
}

function Row({ entry, time }: { entry: HistoryEntry; time: Intl.DateTimeFormat }) {
  const { t } = useDesk();
  const { activity, outcome } = entry;
  const who = callerTitle(activity, t);
  return (
    <li class={`history-row history-${outcome}`}>
      <ActivityIcon activity={activity} />
      <div class="history-words">
        <p class="history-who" dir="auto">
          <span class="unseen">{kindTitle(activity, t)}: </span>
          {who}
        </p>
        <p class="history-details">{detailsOf(entry, time, t)}</p>
      </div>
      {activity.number !== null && <CallAgain number={activity.number} who={who} />}
    </li>
  );
}

const searchable = ({ activity }: HistoryEntry, t: Translate) =>
  [callerTitle(activity, t), activity.number, activity.queue?.title].join(' ');

function Days({ entries, of }: { entries: readonly HistoryEntry[]; of: Which }) {
  const { t, language, nowMs } = useDesk();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  // The clock ticks each second; only midnight is news here.
  const todayMs = useComputed(() => midnight(nowMs.value)).value;
  const [time, date] = useMemo(
    () => [
      new Intl.DateTimeFormat(language, { timeStyle: 'short' }),
      new Intl.DateTimeFormat(language, { dateStyle: 'full' }),
    ],
    [language],
  );
  const days = byDay(entries.slice(0, shown), (atMs) => dayTitle(atMs, todayMs, date, t));
  if (entries.length === 0) return <p class="hint">{t(`history.${of}Empty`)}</p>;
  return (
    <>
      {days.map(({ title, entries: ofDay }) => (
        <section key={title} class="history-day">
          <h3>{title}</h3>
          <ul>
            {ofDay.map((entry) => (
              <Row key={entry.activity.name} entry={entry} time={time} />
            ))}
          </ul>
        </section>
      ))}
      {entries.length > shown && (
        <Button look="quiet" onClick={() => setShown(shown + SHOWN_AT_FIRST)}>
          {t('history.more')}
        </Button>
      )}
    </>
  );
}

/** What the agent has done and missed; being there is what has Daktela's own list read. */
export function HistoryList({ missedCount }: { missedCount: number }) {
  const { t, history, send } = useDesk();
  const [which, setWhich] = useState<Which>('all');
  const [typed, setTyped] = useState('');
  const { entries, failure } = history.value;
  const load = () => void send({ type: 'history.load' });
  useEffect(load, [missedCount]);
  const ofKind = entries.filter(({ outcome }) => which === 'all' || outcome === 'missed');
  const found = ofKind.filter((entry) => isFound(searchable(entry, t), typed));
  return (
    <div class="history">
      <ChoiceRow
        label={t('history.which')}
        choices={WHICH}
        chosen={which}
        textOf={(choice) => t(`history.${choice}`)}
        onChoose={setWhich}
      />
      {entries.length > WORTH_SEARCHING && (
        <SearchField label={t('history.search')} value={typed} onInput={setTyped} />
      )}
      {failure && (
        <div class="note">
          <FailureMessage failure={failure} tried={t('history.unread')} />
        </div>
      )}
      <Days key={which} entries={found} of={typed.trim() === '' ? which : 'all'} />
      <Button look="quiet" icon={RefreshCw} onClick={load}>
        {t('history.refresh')}
      </Button>
    </div>
  );
}
