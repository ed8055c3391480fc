import { type History, NO_HISTORY } from '@/lib/agent/history';
import { type AgentState, SIGNED_OUT } from '@/lib/agent/state';
import type { Activity, ActivityType } from '@/lib/daktela/activity';
import type { Failure } from '@/lib/daktela/failure';
import { activityTypes } from '../simulator/model';
import {
  aChannel,
  aDevice,
  anActivity,
  anActivityQueue,
  anAnnouncement,
  anExtension,
  anOpenCall,
  aPause,
  aQueue,
  aState,
  aStatus,
  aWhoim,
  NOW_MS,
} from '../support/builders';

/** One look of the desk: everything a view reads. */
export interface Look {
  readonly state: AgentState;
  readonly history?: History;
  /** Names of buttons to press once it is shown, one after the other. */
  readonly press?: readonly string[];
}

const ORIGIN = 'https://plynarna.daktela.com';
const failure = (kind: Failure['kind'], ...messages: string[]): Failure => ({ kind, messages });
const signIn = (changes: AgentState['signIn']): Look => ({
  state: { ...SIGNED_OUT, signIn: changes },
});
const desk = (changes: Partial<AgentState> = {}): Look => ({ state: aState(changes) });
const handling = (...activities: Activity[]) => desk({ activities });

const LONG_CZECH = 'Ing. Bartoloměj Nejneobhospodařovávatelnější-Podkrkonošský, Ph.D.';
const LONG_GERMAN = 'Donaudampfschifffahrtsgesellschaftskapitänsversicherungsabteilung';
const LONG_NUMBER = '+420 601 234 567 890 123, linka 123456';

const queues = [
  aQueue({ name: '3001', title: 'Support', login: 'auto' }),
  aQueue({ name: '3002', title: 'Web chat', type: 'chat', direction: null }),
  aQueue({ name: '3003', title: 'Emergency', login: 'fix' }),
  aQueue({ name: '3004', title: LONG_GERMAN, penalty: '5' }),
  aQueue({ name: '4001', title: 'Outbound', type: 'out', direction: 'out' }),
];
const pauses = [aPause(), aPause({ name: 'coffee', title: 'Coffee break', limitMs: 600_000 })];
const manyPauses = Array.from({ length: 14 }, (_, index) =>
  aPause({ name: `p${index}`, title: `Pause number ${index}` }),
);
const statuses = [
  aStatus(),
  aStatus({ name: 's2', title: 'Call back', color: '#d9822b' }),
  aStatus({ name: 's3', title: LONG_GERMAN, color: '#c0392b' }),
];
const manyStatuses = Array.from({ length: 16 }, (_, index) =>
  aStatus({ name: `s${index}`, title: `Status ${index}`, color: index % 2 ? '#2e9e5b' : null }),
);
const closedLeg = aChannel({ state: 'Closed', closedAtMs: NOW_MS - 20_000 });
const ended = (changes: Partial<Activity> = {}) =>
  anOpenCall({ channels: [closedLeg], ...changes });
const paused = (pause = pauses[1] ?? aPause(), forMs = 120_000) =>
  desk({
    whoim: aWhoim({ pauses }),
    extension: anExtension({ state: 'Paused', pause, pausedSinceMs: NOW_MS - forMs }),
  });
const trouble = (changes: Partial<AgentState> = {}, retryInMs = 5_000): Look =>
  desk({
    link: 'reconnecting',
    pulledAtMs: NOW_MS - 12_000,
    trouble: {
      failure: failure('server'),
      sinceMs: NOW_MS - 9_000,
      retryAtMs: NOW_MS + retryInMs,
      notBeforeMs: NOW_MS - 1,
    },
    ...changes,
  });

/** As the simulator rings them; an empty type is one that no client knows. */
const TYPES: readonly ActivityType[] = activityTypes.map((type) => type || 'OTHER');
const ofType = (type: ActivityType, changes: Partial<Activity> = {}) =>
  anActivity({
    name: `of ${type}`,
    type,
    ...(type === 'CALL' ? {} : { number: null, direction: null, address: 'jana@example.com' }),
    ...changes,
  });
const waiting = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    ofType(TYPES[index % TYPES.length] ?? 'CALL', {
      name: `waiting ${index}`,
      user: null,
      createdAtMs: NOW_MS - index * 30_000,
    }),
  );
const history: History = {
  ...NO_HISTORY,
  entries: Array.from({ length: 40 }, (_, index) => ({
    activity: anActivity({
      name: `past ${index}`,
      number: `+42060100${String(index).padStart(4, '0')}`,
      direction: index % 3 === 0 ? 'out' : 'in',
      contact: index % 4 === 0 ? { name: 'c', title: LONG_CZECH } : null,
    }),
    atMs: NOW_MS - index * 5_400_000,
    durationMs: 65_000,
    outcome: index % 5 === 0 ? ('missed' as const) : ('handled' as const),
  })),
};

/** Every look of the desk, by a name that says what it shows. */
export const LOOKS: Readonly<Record<string, Look>> = {
  'sign-in, empty': signIn({ phase: 'signedOut', ended: null, failure: null }),
  'sign-in, refused': signIn({
    phase: 'signedOut',
    ended: null,
    failure: failure('badCredentials', 'Wrong username or password'),
  }),
  'sign-in, expired': signIn({ phase: 'signedOut', ended: 'expired', failure: null }),
  'sign-in, waiting for permission': signIn({ phase: 'awaitingPermission', origin: ORIGIN }),
  'sign-in, logging in': signIn({ phase: 'loggingIn', origin: ORIGIN }),

  'link, connecting': desk({ link: 'connecting', pulledAtMs: null, extension: null, whoim: null }),
  'link, reconnecting': trouble(),
  'link, trying': trouble({}, -1),
  'link, offline': trouble({ link: 'offline' }),
  'link, stale': desk({ pulledAtMs: NOW_MS - 95_000 }),
  'link, missed while asleep': desk({
    missedAway: { count: 3, fromMs: NOW_MS - 3_600_000, toMs: NOW_MS, reason: 'asleep' },
  }),
  'link, changed elsewhere': desk({ changedElsewhere: { to: 'Session', atMs: NOW_MS } }),

  'state, ready': desk({ whoim: aWhoim({ pauses }) }),
  'state, unready': desk({ extension: anExtension({ state: 'Session' }), queues: [] }),
  'state, static': desk({ whoim: aWhoim({ staticLogin: true, pauses }) }),
  'state, device to choose': desk({
    extension: anExtension({ state: 'Session' }),
    whoim: aWhoim({ devices: [] }),
    availableDevices: [aDevice(), aDevice({ name: '721322422', model: 'externalNumbers' })],
  }),
  'state, no device': desk({
    extension: anExtension({ state: 'Session' }),
    whoim: aWhoim({ devices: [] }),
    availableDevices: [],
  }),
  'state, device unreachable': desk({ extension: anExtension({ device: 'Unavailable' }) }),
  'state, pauses open': { ...desk({ whoim: aWhoim({ pauses: manyPauses }) }), press: ['Pause'] },
  'state, paused': paused(),
  'state, paused too long': paused(undefined, 900_000),
  'state, system pause': paused(aPause({ name: 'lajdak', title: 'Inactive', kind: 'lajdak' })),
  'state, pause after the call': {
    ...desk({
      whoim: aWhoim({ pauses }),
      activities: [anOpenCall()],
      nextState: { kind: 'pause', pause: 'lunch' },
    }),
    press: ['Pause'],
  },
  'state, menu open': { ...desk(), press: ['Menu'] },

  'activity, ringing': handling(
    anActivity({ contact: { name: 'c', title: 'Jana Dlouhá' }, account: 'Plynárna a.s.' }),
  ),
  'activity, ringing for a known time': handling(
    anActivity({ queue: anActivityQueue({ ringTimeMs: 20_000 }) }),
  ),
  'activity, two ringing': handling(anActivity(), ofType('EMAIL', { subject: 'Faktura 2026' })),
  'activity, several devices': desk({
    whoim: aWhoim({ devices: [aDevice(), aDevice({ name: '306', title: 'Softphone' })] }),
    activities: [anActivity()],
  }),
  'activity, talking': handling(anOpenCall()),
  'activity, on hold': desk({
    activities: [anOpenCall({ channels: [aChannel({ state: 'On Hold' })] })],
    heldSinceMs: { 'activities_1.1': NOW_MS - 40_000 },
  }),
  'activity, after-call work': handling(ended({ queue: anActivityQueue({ hasStatuses: false }) })),
  'activity, one status': desk({ activities: [ended()], queueStatuses: { 3001: statuses } }),
  'activity, several statuses': desk({
    activities: [ended({ queue: anActivityQueue({ multipleStatuses: true }) })],
    queueStatuses: { 3001: statuses },
  }),
  'activity, many statuses': desk({ activities: [ended()], queueStatuses: { 3001: manyStatuses } }),
  'activity, statuses loading': handling(ended()),
  'activity, all types ringing': handling(...TYPES.map((type) => ofType(type))),
  'activity, all types open': handling(
    ...TYPES.map((type) => ofType(type, { action: 'OPEN', openedAtMs: NOW_MS - 60_000 })),
  ),
  'activity, long names': handling(
    anActivity({
      contact: { name: 'c', title: LONG_CZECH },
      account: LONG_GERMAN,
      number: LONG_NUMBER,
      queue: anActivityQueue({ title: LONG_GERMAN }),
    }),
  ),

  'waiting, three': handling(...waiting(3)),
  'waiting, a device to choose': desk({
    activities: [anActivity(), ...waiting(2)],
    whoim: aWhoim({ devices: [aDevice(), aDevice({ name: 'softphone', title: 'Softphone' })] }),
  }),
  'waiting, fifty': handling(...waiting(50)),

  'queues, several': desk({ whoim: aWhoim({ queues }), queues: queues.slice(0, 3) }),
  'queues, fifty': desk({
    whoim: aWhoim({
      queues: Array.from({ length: 50 }, (_, index) =>
        aQueue({ name: String(index), title: `Queue ${index}` }),
      ),
    }),
  }),
  'queues, none': desk({ whoim: aWhoim({ queues: [] }), profileQueues: [], queues: [] }),
  'queues, outgoing one missing': desk({
    whoim: aWhoim({ queues }),
    queues: queues.slice(0, 1),
    notice: { id: 'n', number: '+420601234567', failure: failure('refused', 'No queue') },
  }),
  'devices, several': desk({
    whoim: aWhoim({ devices: [aDevice(), aDevice({ name: '306', title: LONG_GERMAN })] }),
    availableDevices: [aDevice({ name: '601', title: 'Mobile', model: 'externalNumbers' })],
  }),
  'devices, many': desk({
    availableDevices: Array.from({ length: 12 }, (_, index) =>
      aDevice({ name: `4${index}`, title: `Phone ${index}` }),
    ),
  }),

  'history, full': { ...desk({ missedCount: 4 }), history, press: ['History'] },
  'history, empty': { ...desk(), press: ['History'] },
  'history, unreadable': {
    ...desk(),
    history: { ...NO_HISTORY, failure: failure('forbidden') },
    press: ['History'],
  },
  announcements: desk({
    announcements: [
      anAnnouncement({ name: 'a1' }),
      anAnnouncement({ name: 'a2', title: LONG_GERMAN, text: `${LONG_CZECH} `.repeat(12) }),
    ],
  }),

  'failure, in the words of the server': desk({
    notice: {
      id: 'n',
      nextState: { kind: 'unready' },
      failure: failure('refused', 'User is logged in to queues which require at least one device'),
    },
  }),
  'failure, several and long': desk({
    notice: {
      id: 'n',
      number: LONG_NUMBER,
      failure: failure('refused', `${LONG_CZECH} `.repeat(4), LONG_GERMAN.repeat(3), 'email: no'),
    },
  }),
  'names, long': desk({ whoim: aWhoim({ title: LONG_CZECH }) }),
};
