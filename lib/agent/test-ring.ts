import type { Activity } from '@/lib/daktela/activity';
import type { Translate } from '@/lib/i18n/translate';
import { type AlertSettings, RUNGS, type Rung } from '@/lib/settings/alerts';
import type { NoteId } from './alerts';
import type { AgentState } from './state';

/** Begins the names of calls that no server knows, by which the agent tries the alerts. */
const TEST = 'test-';

/** Whether a notification is of such a call. */
export function isTestNote(id: NoteId): boolean {
  return id.startsWith(`ring:${TEST}`);
}

/** The state with a call on top that is only a test, and says so. Works for nobody signed in too. */
export function withTestRing(
  state: AgentState,
  sinceMs: number,
  nowMs: number,
  t: Translate,
): AgentState {
  const me = state.whoim?.name ?? state.extension?.user?.name ?? TEST;
  const call: Activity = {
    // Each is another one, so that what was done about the last does not count.
    name: `${TEST}${sinceMs}`,
    type: 'CALL',
    action: 'WAIT',
    title: null,
    queue: {
      name: null,
      title: t('alert.testQueue'),
      hasStatuses: null,
      multipleStatuses: false,
      ringTimeMs: null,
    },
    user: { name: me, title: null },
    contact: null,
    account: null,
    ticket: null,
    hasRecord: false,
    number: null,
    address: null,
    callerName: t('alert.testCaller'),
    subject: null,
    direction: 'in',
    channels: null,
    createdAtMs: sinceMs,
    waitingSinceMs: sinceMs,
    openedAtMs: null,
  };
  return {
    ...state,
    signIn: { phase: 'signedIn', origin: '' },
    whoim: state.whoim ?? {
      name: me,
      title: me,
      profile: null,
      staticLogin: false,
      devices: null,
      queues: [],
      pauses: [],
      dialsWithoutQueue: false,
    },
    activities: [...state.activities, call],
    pulledAtMs: nowMs,
  };
}

/** The settings by which exactly these rungs are tried, whatever the hour. */
export function testSettings(settings: AlertSettings, rungs: readonly Rung[]): AlertSettings {
  const { own, pool } = settings.rungs;
  const tried = Object.fromEntries(RUNGS.map((rung) => [rung, rungs.includes(rung)]));
  return { ...settings, quietHours: null, rungs: { own: { ...own, CALL: tried }, pool } };
}
