import type { Activity } from '@/lib/daktela/activity';
import type { Translate } from '@/lib/i18n/translate';
import { type AlertSettings, DEFAULT_ALERTS, type Reach, rungsOf } from '@/lib/settings/alerts';
import {
  isStale,
  linkOf,
  pauseTitleOf,
  presenceOf,
  ringingActivities,
  waitingActivities,
} from './derive';
import type { AgentState, Notice } from './state';
import { callerTitle, ringingWords } from './words';

/** What the toolbar shows. Each kind differs by its text as well as by its colour. */
export interface Badge {
  readonly text: string;
  readonly color: string;
  readonly title: string;
}

const COLORS = {
  ringing: '#c2123f',
  notice: '#c2123f',
  link: '#4b5563',
  paused: '#8a5200',
  unready: '#334e8c',
  waiting: '#0f6b5c',
};

function ringingTitle(state: AgentState, t: Translate): string | null {
  const ringing = ringingActivities(state);
  const [first] = ringing;
  if (!first) return null;
  if (ringing.length > 1) return t('badge.ringingMany', { count: ringing.length });
  return ringingWords(first, t);
}

/** The state in words, as the head of the popup says it. */
export function presenceTitle(state: AgentState, nowMs: number, t: Translate): string {
  const presence = presenceOf(state, nowMs);
  if (presence !== 'paused') return t(`presence.${presence}`);
  return t('presence.paused', { pause: pauseTitleOf(state) ?? t('presence.somePause') });
}

/** How many of these the agent wants to see on the button; a telephone hides nothing from it. */
function countOf(activities: readonly Activity[], reach: Reach, settings: AlertSettings): number {
  return activities.filter(({ type }) => rungsOf(settings, reach, type, false).badge).length;
}

function markOf(
  state: AgentState,
  settings: AlertSettings,
  nowMs: number,
  t: Translate,
): Pick<Badge, 'text' | 'color'> {
  const ringing = countOf(ringingActivities(state), 'own', settings);
  const presence = presenceOf(state, nowMs);
  const connected = linkOf(state, nowMs) === 'connected';
  // A call that rang a moment ago is worth more than a hiccup of the line or a state we do not know.
  if (ringing > 0 && !isStale(state, nowMs)) {
    return { text: String(ringing), color: COLORS.ringing };
  }
  if (!connected || presence === 'unknown') return { text: '…', color: COLORS.link };
  if (state.notice !== null) return { text: '!', color: COLORS.notice };
  if (presence === 'paused') return { text: 'II', color: COLORS.paused };
  if (presence === 'unready') return { text: t('badge.off'), color: COLORS.unready };
  const waiting = countOf(waitingActivities(state), 'pool', settings);
  return waiting > 0
    ? { text: String(waiting), color: COLORS.waiting }
    : { text: '', color: COLORS.link };
}

/** What a failure that nobody was there to see was about. */
export function noticeTitle(notice: Notice, t: Translate): string {
  if ('number' in notice) {
    const { number } = notice;
    return number === '' ? t('badge.notice.selection') : t('badge.notice', { number });
  }
  if ('asked' in notice) {
    const { asked, activity } = notice;
    return activity
      ? `${t(`tried.${asked}`)} ${callerTitle(activity, t)}`
      : t(`badge.asked.${asked}`);
  }
  return t(`badge.notice.${notice.nextState.kind}`);
}

/** Badge and title as a function of the state, so that showing them again changes nothing. */
export function badgeOf(
  state: AgentState,
  nowMs: number,
  t: Translate,
  settings: AlertSettings = DEFAULT_ALERTS,
): Badge {
  const name = t('product.name');
  if (state.signIn.phase !== 'signedIn') {
    return {
      text: '',
      color: COLORS.link,
      title: t('badge.title', { name, state: t('badge.signedOut') }),
    };
  }
  const connected = linkOf(state, nowMs) === 'connected';
  const words = [
    isStale(state, nowMs) ? null : ringingTitle(state, t),
    presenceTitle(state, nowMs, t),
    connected ? null : t(`link.${linkOf(state, nowMs)}`),
    state.notice && noticeTitle(state.notice, t),
  ].filter((word) => word !== null);
  return {
    ...markOf(state, settings, nowMs, t),
    title: t('badge.title', { name, state: words.join(' · ') }),
  };
}
