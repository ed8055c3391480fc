import { X } from 'lucide';
import { useState } from 'preact/hooks';
import { shownAnnouncements } from '@/lib/agent/derive';
import type { AgentState } from '@/lib/agent/state';
import type { Announcement } from '@/lib/daktela/announcement';
import { Button } from './button';
import { useDesk } from './desk-ports';
import { Icon } from './icon';
import { Panel } from './panel';
import { plainTextOf } from './plain-text';

/** Longer ones are folded, so that the activities below stay in sight. */
const FOLD_OVER_CHARACTERS = 160;
const FOLD_OVER_LINES = 3;

interface Words {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly atMs: number | null;
}

/** As it is read: the first line stands in for a title that is missing. */
function wordsOf({ name, title, text, atMs }: Announcement): Words | null {
  const lines = [title, text].map((words) => plainTextOf(words ?? '')).filter((words) => words);
  const [first = '', ...rest] = lines.join('\n').split('\n');
  return first === '' ? null : { name, title: first, text: rest.join('\n'), atMs };
}

const isLong = (text: string) =>
  text.length > FOLD_OVER_CHARACTERS || text.split('\n').length > FOLD_OVER_LINES;

function Time({ atMs }: { atMs: number }) {
  const { nowMs, language } = useDesk();
  const at = new Date(atMs);
  const isToday = at.toDateString() === new Date(nowMs.value).toDateString();
  return (
    <time dateTime={at.toISOString()}>
      {at.toLocaleString(language, { ...(!isToday && { dateStyle: 'short' }), timeStyle: 'short' })}
    </time>
  );
}

function Item({ words }: { words: Words }) {
  const { t, send } = useDesk();
  const [open, setOpen] = useState(false);
  const { name, title, text, atMs } = words;
  const folds = isLong(title) || isLong(text);
  return (
    <li class="announcement">
      <div class={folds && !open ? 'announcement-words announcement-folded' : 'announcement-words'}>
        <h3 dir="auto">{title}</h3>
        {text !== '' && <p dir="auto">{text}</p>}
        {atMs !== null && <Time atMs={atMs} />}
        {folds && (
          <Button look="quiet" expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'announcements.less' : 'announcements.more')}
          </Button>
        )}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={t('announcements.dismiss', { title })}
        onClick={() => void send({ type: 'announcements.dismiss', announcements: [name] })}
      >
        <Icon node={X} size={16} />
      </button>
    </li>
  );
}

/** Tells a screen reader of what came while the desk was open; what was there already is there to be read. */
function News({ all }: { all: readonly Words[] }) {
  const { t } = useDesk();
  const [before] = useState(() => new Set(all.map(({ name }) => name)));
  return (
    <p class="unseen" aria-live="polite">
      {all.map(
        ({ name, title }) =>
          !before.has(name) && <span key={name}>{t('announcements.new', { title })}</span>,
      )}
    </p>
  );
}

/** What the contact centre has to tell its agents, until the agent has put it away. */
export function Announcements({ state }: { state: AgentState }) {
  const { t, send } = useDesk();
  const all = shownAnnouncements(state).flatMap((announcement) => wordsOf(announcement) ?? []);
  return (
    <>
      <News all={all} />
      {all.length > 0 && (
        <Panel name="announcements" title={t('announcements.title')} summary={String(all.length)}>
          <ul class="announcements" aria-label={t('announcements.title')}>
            {all.map((words) => (
              <Item key={words.name} words={words} />
            ))}
          </ul>
          {all.length > 1 && (
            <Button
              look="quiet"
              onClick={() =>
                void send({
                  type: 'announcements.dismiss',
                  announcements: all.map(({ name }) => name),
                })
              }
            >
              {t('announcements.dismissAll')}
            </Button>
          )}
        </Panel>
      )}
    </>
  );
}
