import type { AgentState } from '@/lib/agent/state';
import { listOf, recordOf } from '@/lib/daktela/wire';
import { DEFAULT_SETTINGS } from '@/lib/settings/settings';
import { EVENT_KINDS, safeNumber, safeWord } from './safe-words';

/** What is known of the extension and its browser, as it is stored or told: nothing of it is trusted. */
export interface ReportFacts {
  readonly atMs: number;
  /** Of the extension, as the manifest has it. */
  readonly version: string;
  readonly userAgent: string;
  readonly platform: { readonly os: string; readonly arch: string };
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
  /** How many commands have a key. */
  readonly keys: number;
  readonly settings: unknown;
  readonly state: AgentState;
  readonly events: unknown;
  /** What each key of the storage takes, as JSON, in characters. */
  readonly sizes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

type Facts = Readonly<Record<string, unknown>>;

const VERSION = /^\d{1,5}(\.\d{1,5}){0,3}$/;
const BROWSERS = /(Chrome|Edg|OPR|Firefox)\/(\d{1,5}(?:\.\d{1,5}){0,3})(?![\d.])/g;
/** All that the manifest can ask for. */
const PERMISSIONS = [
  'activeTab',
  'alarms',
  'contextMenus',
  'idle',
  'notifications',
  'offscreen',
  'scripting',
  'sidePanel',
  'storage',
];
const EVERY_SITE = ['<all_urls>', '*://*/*', 'https://*/*'];
const STORED = [
  'snapshot',
  'credentials',
  'dials',
  'screenPops',
  'statusChoices',
  'history',
  'alerts',
  'events',
  'pageDials',
  'signInDraft',
  'settings',
  'taughtNumbers',
];
const DETAILS = [
  'complete',
  'quiet',
  'failure',
  'status',
  'tookMs',
  'forMs',
  'outcome',
  'reason',
  'command',
  'key',
  'computer',
  'to',
];

/**
 * A setting without what is personal in it: flags, numbers and words of ours as they are, of lists
 * how long they are, and of what was typed only that it was.
 * @param standard the same by default, which tells what there is
 */
function redacted(standard: unknown, value: unknown): unknown {
  if (Array.isArray(standard)) return listOf(value).length;
  const shape = recordOf(standard);
  if (shape) {
    const given = recordOf(value) ?? {};
    const names = Object.keys(shape);
    if (names.length === 0) return Object.keys(given).length;
    return Object.fromEntries(names.map((name) => [name, redacted(shape[name], given[name])]));
  }
  if (typeof standard === 'boolean') return value === true;
  return typeof standard === 'number' ? safeNumber(value) : safeWord(value);
}

function counted(words: readonly string[]): Facts {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function stateFacts(state: AgentState, nowMs: number): Facts {
  const { signIn, trouble, whoim, extension, notice } = state;
  const secondsSince = (atMs: number | null | undefined) =>
    atMs == null ? null : safeNumber(Math.round((nowMs - atMs) / 1000));
  return {
    phase: safeWord(signIn.phase),
    ended: 'ended' in signIn ? safeWord(signIn.ended) : null,
    signInFailure: 'failure' in signIn ? safeWord(signIn.failure?.kind) : null,
    link: safeWord(state.link),
    trouble: safeWord(trouble?.failure.kind),
    troubleSeconds: secondsSince(trouble?.sinceMs),
    pulledSecondsAgo: secondsSince(state.pulledAtMs),
    changedSecondsAgo: secondsSince(state.changedAtMs),
    whoim: whoim !== null,
    staticLogin: whoim?.staticLogin === true,
    ownDevices: listOf(whoim?.devices).length,
    pauses: listOf(whoim?.pauses).length,
    agent: safeWord(extension?.state),
    device: safeWord(extension?.device),
    pause: safeWord(extension?.pause?.kind),
    queues: listOf(state.queues).length,
    activities: counted(
      state.activities.map(({ type, action }) => `${safeWord(type)} ${safeWord(action)}`),
    ),
    unconfirmed: listOf(state.unconfirmed).length,
    sendsDeltas: state.sendsDeltas === true,
    nextState: safeWord(state.nextState?.kind),
    leftIdle: safeWord(state.leftIdle?.to.kind),
    readyElsewhere: state.readyElsewhere === true,
    notice: safeWord(notice?.failure.kind),
    noticeOf: notice !== null && 'asked' in notice ? safeWord(notice.asked) : null,
  };
}

function detailText(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  return String(typeof value === 'number' ? safeNumber(value) : safeWord(value));
}

/** From 2001 to 2286: whatever else calls itself a time is none. */
const isTime = (value: unknown): value is number =>
  typeof value === 'number' && value > 1e12 && value < 1e13;

/** One line; null for what is no event. */
function eventLine(event: unknown): string | null {
  const record = recordOf(event);
  const { atMs, kind } = record ?? {};
  if (!record || !isTime(atMs) || typeof kind !== 'string' || !EVENT_KINDS.has(kind)) return null;
  const details = DETAILS.filter((name) => Object.hasOwn(record, name)).map(
    (name) => `${name}=${detailText(record[name])}`,
  );
  return [new Date(atMs).toISOString(), kind, ...details].join(' ');
}

function sizesOf(sizes: Readonly<Record<string, number>>): Facts {
  const known = STORED.filter((name) => Object.hasOwn(sizes, name));
  const others = Object.entries(sizes).filter(([name]) => !STORED.includes(name));
  return {
    ...Object.fromEntries(known.map((name) => [name, safeNumber(sizes[name])])),
    others: others.length,
  };
}

/**
 * A report that those who help can read and anybody may: no token, name, number, address or text of
 * anybody's is in it. Every text in it is one of a list; what is not is told to be there, and no more.
 */
export function reportOf(facts: ReportFacts): string {
  const { atMs, version, userAgent, platform, permissions, origins, sizes } = facts;
  const report = {
    at: new Date(isTime(atMs) ? atMs : 0).toISOString(),
    extension: VERSION.test(version) ? version : null,
    browser: [...userAgent.matchAll(BROWSERS)].map(([, name, number]) => `${name} ${number}`),
    platform: [safeWord(platform.os), safeWord(platform.arch)],
    permissions: PERMISSIONS.filter((name) => permissions.includes(name)),
    sites: origins.length,
    everySite: EVERY_SITE.some((pattern) => origins.includes(pattern)),
    keys: safeNumber(facts.keys),
    settings: redacted(DEFAULT_SETTINGS, facts.settings),
    state: stateFacts(facts.state, atMs),
    session: sizesOf(sizes.session ?? {}),
    local: sizesOf(sizes.local ?? {}),
    events: listOf(facts.events).flatMap((event) => eventLine(event) ?? []),
  };
  return JSON.stringify(report, null, 2);
}
