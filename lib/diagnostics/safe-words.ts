import type { ComputerState } from '@/lib/agent/idle';
import { KEY_COMMANDS } from '@/lib/agent/key-commands';
import type { AgentState, AskedOutside, Link, SignOutReason } from '@/lib/agent/state';
import { ACTIVITY_TYPES, type ActivityAction } from '@/lib/daktela/activity';
import type { Extension } from '@/lib/daktela/extension';
import type { Failure } from '@/lib/daktela/failure';
import type { Pause } from '@/lib/daktela/pause';
import { LANGUAGE_CODES } from '@/lib/i18n/languages';
import { COUNTRIES } from '@/lib/phone/countries';
import type { LoopEvent } from '@/lib/pull/loop-event';
import { TONE_NAMES } from '@/lib/ring/tone-names';
import { DIAL_FORMS } from '@/lib/settings/dialling';
import { MARK_COLOURS } from '@/lib/settings/marks';
import { POP_MOMENTS } from '@/lib/settings/screen-pop';
import { PLACES } from '@/lib/settings/settings';
import { SITE_MODES } from '@/lib/settings/sites';
import { COMMANDS, type LogEvent } from './log-event';

/** All members of a union, which the compiler counts. */
function all<Word extends string>(words: Readonly<Record<Word, true>>): string[] {
  return Object.keys(words);
}

/** What may happen, by kind. */
export const EVENT_KINDS: ReadonlySet<string> = new Set(
  all<LogEvent['kind']>({
    loopStarted: true,
    loopStopped: true,
    loopExpired: true,
    pollSent: true,
    pollAnswered: true,
    pollFailed: true,
    tokenRenewal: true,
    waiting: true,
    resync: true,
    hurried: true,
    networkBack: true,
    workerStarted: true,
    woken: true,
    returned: true,
    signIn: true,
    signedOut: true,
    command: true,
    key: true,
    computer: true,
    left: true,
  }),
);

const FAILURES = all<Failure['kind']>({
  refused: true,
  unauthorised: true,
  forbidden: true,
  missing: true,
  rateLimited: true,
  server: true,
  notDaktela: true,
  noToken: true,
  network: true,
  timeout: true,
  cancelled: true,
  offline: true,
  signedOut: true,
  permission: true,
  badCredentials: true,
  badToken: true,
  badAddress: true,
  interrupted: true,
  notANumber: true,
  alreadyCalling: true,
  unknownOutcome: true,
  dialledTwice: true,
  nothingSelected: true,
  pageClosed: true,
  nothingRings: true,
  severalRing: true,
  noCall: true,
  severalCalls: true,
  chooseDevice: true,
  choosePause: true,
  stateUnknown: true,
  internal: true,
});

const STATES = [
  ...all<AgentState['signIn']['phase']>({
    signedOut: true,
    awaitingPermission: true,
    loggingIn: true,
    signedIn: true,
  }),
  ...all<SignOutReason>({
    byAgent: true,
    expired: true,
    permissionRemoved: true,
    addressLocked: true,
  }),
  ...all<Link>({ connecting: true, connected: true, reconnecting: true, offline: true }),
  ...all<Extension['state']>({ Session: true, Idle: true, Paused: true, Unknown: true }),
  ...all<Extension['device']>({ Idle: true, Busy: true, Unavailable: true }),
  ...all<Pause['kind']>({ own: true, wrap: true, dnd: true, lajdak: true }),
  ...all<ActivityAction>({ NEW: true, WAIT: true, OPEN: true, POSTPONE: true, CLOSE: true }),
  ...all<AskedOutside>({
    accept: true,
    reject: true,
    hangUp: true,
    ready: true,
    unready: true,
    pause: true,
    endPause: true,
  }),
  ...all<ComputerState>({ active: true, idle: true, locked: true }),
  ...all<Extract<LoopEvent, { kind: 'tokenRenewal' }>['outcome']>({
    renewed: true,
    later: true,
    refused: true,
  }),
];

/** As `runtime.getPlatformInfo` has them. */
const PLATFORMS = ['mac', 'win', 'android', 'cros', 'linux', 'openbsd', 'fuchsia'];
const PROCESSORS = ['arm', 'arm64', 'aarch64', 'x86-32', 'x86-64', 'mips', 'mips64', 'riscv64'];

/** Every text that may stand in a report: words of ours and of the browsers', and nobody else's. */
const WORDS: ReadonlySet<string> = new Set([
  ...FAILURES,
  ...STATES,
  ...COMMANDS,
  ...KEY_COMMANDS,
  ...ACTIVITY_TYPES,
  'OTHER',
  'auto',
  ...LANGUAGE_CODES,
  ...COUNTRIES,
  ...PLACES,
  ...SITE_MODES,
  ...MARK_COLOURS,
  ...DIAL_FORMS,
  ...TONE_NAMES,
  ...POP_MOMENTS,
  ...PLATFORMS,
  ...PROCESSORS,
]);

/** The word, when it is one that everybody may read; for any other text only that there is one. */
export function safeWord(value: unknown): string | null {
  if (value == null || value === '') return null;
  return typeof value === 'string' && WORDS.has(value) ? value : 'set';
}

/** Longer spans, and higher counts, do not occur; a telephone number does not get through. */
const MOST = 1_000_000;

export function safeNumber(value: unknown): number | null {
  return typeof value === 'number' && Math.abs(value) <= MOST ? value : null;
}
