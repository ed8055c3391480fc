import type { ActivityType } from '../simulator/model';

/** One time that an activity rang at the agent or waited for anybody. Times are epoch milliseconds. */
export interface Ring {
  /** Name of the activity. */
  readonly activity: string;
  readonly reach: 'own' | 'pool';
  readonly type: ActivityType;
  readonly fromMs: number;
  readonly untilMs: number;
  /** When it had left the agent altogether, with the talk. */
  readonly overMs: number;
}

/** A time in which nobody can be told: the worker is dead, its network is gone, the browser sleeps. */
export interface Away {
  readonly kind: 'kill' | 'drop' | 'sleep';
  readonly fromMs: number;
  /** The loop asks again, or ought to at the latest. */
  readonly untilMs: number;
}

/** What the browser showed at one moment. */
export interface Look {
  readonly atMs: number;
  readonly notes: readonly string[];
  /** Those that it says it has shown since the look before; Chromium does not say. */
  readonly shown: readonly string[];
  readonly badge: string;
}

/** Whether anything was heard at a moment between two. */
export interface Listening {
  readonly askedMs: number;
  readonly atMs: number;
  readonly sounds: boolean;
}

export interface Opening {
  readonly activity: string;
  readonly atMs: number;
}

export interface CampaignLog {
  readonly rings: readonly Ring[];
  readonly aways: readonly Away[];
  readonly looks: readonly Look[];
  readonly listenings: readonly Listening[];
  readonly openings: readonly Opening[];
}

/** A pull reply and what follows from it, on a machine that does much else. */
const REPLY_MS = 1_000;
/** The same, when other calls are told of at that moment. */
const GONE_MS = 2_000;
/** To find a device and start to sound. */
const SOUND_MS = 2_000;

const noteOf = ({ reach, activity }: Ring) => `${reach === 'own' ? 'ring' : 'wait'}:${activity}`;

/** The times within a span in which the agent can be told. */
function presentIn(fromMs: number, untilMs: number, aways: readonly Away[]): [number, number][] {
  const spans: [number, number][] = [];
  let sinceMs = fromMs;
  for (const away of [...aways].sort((a, b) => a.fromMs - b.fromMs)) {
    if (away.untilMs <= sinceMs || away.fromMs >= untilMs) continue;
    if (away.fromMs > sinceMs) spans.push([sinceMs, away.fromMs]);
    sinceMs = away.untilMs;
  }
  if (sinceMs < untilMs) spans.push([sinceMs, untilMs]);
  return spans;
}

/** An alert is owed to a ring during which the agent could be told for as long as a reply takes. */
function isOwed({ fromMs, untilMs }: Ring, aways: readonly Away[]): boolean {
  return presentIn(fromMs, untilMs, aways).some(([from, until]) => until - from >= REPLY_MS);
}

/** The moment from which the agent can be told of what happens then, for as long as a reply takes. */
function tellableMs(atMs: number, aways: readonly Away[]): number {
  const next = aways.find(
    ({ fromMs, untilMs }) => fromMs < atMs + REPLY_MS && atMs < untilMs && fromMs < untilMs,
  );
  return next ? tellableMs(next.untilMs, aways) : atMs;
}

interface Shown {
  readonly fromMs: number;
  /** First moment at which it was gone; infinite when it stayed. */
  readonly goneMs: number;
}

/** Each time that something appeared and went. */
function appearancesOf(note: string, looks: readonly Look[]): Shown[] {
  const shown: { fromMs: number; goneMs: number }[] = [];
  let isThere = false;
  for (const { atMs, notes } of looks) {
    const is = notes.includes(note);
    const last = shown.at(-1);
    if (is && !isThere) shown.push({ fromMs: atMs, goneMs: Number.POSITIVE_INFINITY });
    else if (!is && isThere && last) last.goneMs = atMs;
    isThere = is;
  }
  return shown;
}

/** What a browser that slept reads first when it wakes is what it was told before. */
function isJustAwake(atMs: number, aways: readonly Away[]): boolean {
  return aways.some(
    ({ kind, fromMs, untilMs }) => kind === 'sleep' && fromMs <= atMs && atMs < untilMs + REPLY_MS,
  );
}

/** Whether the agent could be told all the time of what has been so for so long. */
function isSettled(
  atMs: number,
  forMs: number,
  { rings, aways }: CampaignLog,
  truthAt: (atMs: number, rings: readonly Ring[]) => unknown,
): boolean {
  const fromMs = atMs - forMs;
  if (aways.some((away) => away.fromMs <= atMs && away.untilMs > fromMs)) return false;
  const changes = rings
    .flatMap((ring) => [ring.fromMs, ring.untilMs])
    .filter((ms) => ms > fromMs && ms <= atMs);
  return [fromMs, ...changes].every((ms) => truthAt(ms, rings) === truthAt(atMs, rings));
}

const goingAt = (atMs: number, rings: readonly Ring[]) =>
  rings.filter(({ fromMs, untilMs }) => fromMs <= atMs && atMs < untilMs);

function badgeAt(atMs: number, rings: readonly Ring[]): string {
  const going = goingAt(atMs, rings);
  const own = going.filter(({ reach }) => reach === 'own').length;
  return String(own || going.length || '');
}

const soundsAt = (atMs: number, rings: readonly Ring[]) =>
  goingAt(atMs, rings).some(({ reach }) => reach === 'own');

function told(ring: Ring, { looks, aways }: CampaignLog) {
  const near = looks.filter(({ atMs }) => atMs >= ring.fromMs);
  const shown = appearancesOf(noteOf(ring), near);
  const goneMs = Math.max(...shown.map((each) => each.goneMs));
  const tellableEndMs = tellableMs(ring.untilMs, aways);
  const isStartPlain = tellableMs(ring.fromMs, aways) === ring.fromMs;
  return {
    ring,
    isOwed: isOwed(ring, aways),
    times: Math.max(
      shown.length,
      looks.flatMap((look) => look.shown).filter((note) => note === noteOf(ring)).length,
    ),
    isOld: shown.some(({ fromMs }) => fromMs > ring.untilMs + REPLY_MS),
    wasAsleep: shown.some(
      ({ fromMs }) => fromMs > ring.untilMs + REPLY_MS && isJustAwake(fromMs, aways),
    ),
    endedLate: shown.length > 0 && goneMs > tellableEndMs + GONE_MS,
    /** Where no trouble was in the way. */
    startedAfterMs: isStartPlain && shown[0] ? shown[0].fromMs - ring.fromMs : null,
    endedAfterMs: shown.length > 0 && tellableEndMs === ring.untilMs ? goneMs - ring.untilMs : null,
  };
}

function openedFor(ring: Ring, { openings, aways }: CampaignLog) {
  const times = openings.filter(({ activity }) => activity === ring.activity);
  const late = times.filter(({ atMs }) => atMs > ring.overMs + REPLY_MS);
  return {
    ring,
    isOwed: isOwed(ring, aways),
    times: times.length,
    isOld: late.some(({ atMs }) => !isJustAwake(atMs, aways)),
    metKill: aways.some(
      ({ kind, fromMs }) =>
        kind === 'kill' && fromMs >= ring.fromMs && fromMs < ring.overMs + REPLY_MS,
    ),
  };
}

/** What the campaign has shown: each list holds what is to be looked at. */
export function tally(log: CampaignLog) {
  const notes = log.rings.map((ring) => told(ring, log));
  const owed = notes.filter((note) => note.isOwed);
  const looks = log.looks.filter(({ atMs }) => isSettled(atMs, REPLY_MS, log, badgeAt));
  const listenings = log.listenings.filter(({ askedMs, atMs }) =>
    isSettled(atMs, SOUND_MS + atMs - askedMs, log, soundsAt),
  );
  const pops = log.rings
    .filter(({ reach, type }) => reach === 'own' && type === 'CALL')
    .map((ring) => openedFor(ring, log));
  const owedPops = pops.filter((pop) => pop.isOwed);
  return {
    notifications: {
      rings: notes.length,
      owed: owed.length,
      once: owed.filter(({ times }) => times === 1).length,
      missed: owed.filter(({ times }) => times === 0),
      twice: notes.filter(({ times }) => times > 1),
      /** Shown when the call was over. */
      old: notes.filter(({ isOld, wasAsleep }) => isOld && !wasAsleep),
      oldAfterSleep: notes.filter(({ isOld, wasAsleep }) => isOld && wasAsleep),
      endedLate: notes.filter(({ endedLate }) => endedLate),
      startedAfterMs: owed.flatMap(({ startedAfterMs }) => startedAfterMs ?? []),
      endedAfterMs: notes.flatMap(({ endedAfterMs }) => endedAfterMs ?? []),
    },
    badge: {
      looks: looks.length,
      wrong: looks.filter(({ atMs, badge }) => badge !== badgeAt(atMs, log.rings)),
    },
    tone: {
      looks: listenings.length,
      heard: listenings.filter(({ sounds }) => sounds).length,
      wrong: listenings.filter(({ atMs, sounds }) => sounds !== soundsAt(atMs, log.rings)),
    },
    pages: {
      owed: owedPops.length,
      once: owedPops.filter(({ times }) => times === 1).length,
      twice: pops.filter(({ times }) => times > 1),
      old: pops.filter(({ isOld }) => isOld),
      missed: owedPops.filter(({ times, metKill }) => times === 0 && !metKill),
      /** Killed between noting that the page was opened and opening it. */
      lostWithWorker: owedPops.filter(({ times, metKill }) => times === 0 && metKill).length,
    },
  };
}

export type Tally = ReturnType<typeof tally>;
