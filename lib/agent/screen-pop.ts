import type { Activity } from '@/lib/daktela/activity';
import {
  checkTemplate,
  fill,
  type ScreenPopValues,
  TEMPLATE_USES,
} from '@/lib/screen-pop/template';
import type { PopMoment, ScreenPopSettings } from '@/lib/settings/screen-pop';
import { callPhaseOf, isStale, openActivities, ringingActivities, talkingSinceMs } from './derive';
import type { AgentState } from './state';

/** A page of the CRM that is to be opened for a call. */
export interface ScreenPop {
  readonly activity: string;
  readonly url: string;
}

/** The forms of a remote number; null for what is no number of any plan. */
export type NumberFormsOf = (
  received: string,
) => { readonly e164: string; readonly zeros: string; readonly national: string } | null;

/** Who has talked this long already, when the browser was restarted say, has seen the caller. */
const LATE_AFTER_MS = 60_000;

/** Calls at this agent whose caller is still of interest, those being talked first. */
function callsOfInterest(state: AgentState, nowMs: number): Activity[] {
  const open = openActivities(state).filter((activity) => {
    const sinceMs = talkingSinceMs(state, activity) ?? activity.openedAtMs ?? nowMs;
    return callPhaseOf(state, activity) !== 'ended' && nowMs - sinceMs <= LATE_AFTER_MS;
  });
  return [...open, ...ringingActivities(state)].filter(({ type }) => type === 'CALL');
}

function isAnswered(state: AgentState, activity: Activity): boolean {
  if (activity.action !== 'OPEN') return false;
  const phase = callPhaseOf(state, activity);
  if (phase === 'talking' || phase === 'onHold') return true;
  // The agent has taken it, whatever the server says of its legs; a dialled one is open from the first.
  return phase === 'unknown' && activity.direction !== 'out';
}

function momentFor({ direction }: Activity, settings: ScreenPopSettings): PopMoment {
  if (direction === 'internal') return 'off';
  return direction === 'out' ? settings.out : settings.in;
}

function isDue(state: AgentState, activity: Activity, settings: ScreenPopSettings): boolean {
  const moment = momentFor(activity, settings);
  return moment === 'ring' || (moment === 'answer' && isAnswered(state, activity));
}

function valuesOf(activity: Activity, formsOf: NumberFormsOf): ScreenPopValues {
  const { name, number, queue, contact, callerName } = activity;
  const forms = number === null ? null : formsOf(number);
  return {
    number: forms?.e164 ?? null,
    'number:00': forms?.zeros ?? null,
    'number:national': forms?.national ?? null,
    // A hidden caller comes as a word.
    'number:received': number !== null && /\d{3}/.test(number.replace(/\D/g, '')) ? number : null,
    name: contact?.title ?? callerName,
    queue: queue?.name ?? null,
    activity: name,
    contact: contact?.name ?? null,
  };
}

/** The address by the first template that fits what is known of the caller. */
function urlFor(activity: Activity, settings: ScreenPopSettings, formsOf: NumberFormsOf) {
  const values = valuesOf(activity, formsOf);
  for (const use of TEMPLATE_USES) {
    const check = checkTemplate(settings[use], use);
    const url = check.ok ? fill(check.template, values) : null;
    if (url !== null) return url;
  }
  return null;
}

/**
 * The page that ought to be opened now, by the state alone; null when there is none. A state that
 * is not confirmed opens nothing: its calls may be over.
 * @param done names of activities whose page was opened before
 */
export function screenPopDue(
  state: AgentState,
  settings: ScreenPopSettings,
  done: readonly string[],
  formsOf: NumberFormsOf,
  nowMs: number,
): ScreenPop | null {
  if (isStale(state, nowMs)) return null;
  for (const activity of callsOfInterest(state, nowMs)) {
    if (done.includes(activity.name) || !isDue(state, activity, settings)) continue;
    const url = urlFor(activity, settings, formsOf);
    if (url !== null) return { activity: activity.name, url };
  }
  return null;
}
