import { setTimeout as pause } from 'node:timers/promises';
import { ACTIVITY_TYPES } from '@/lib/daktela/activity';
import type { BrowserName } from '../browsers/find';
import { ANNA, type ContactCentre, openContactCentre } from '../e2e/support/contact-centre';
import { acceptActivity, closeActivity, leaveCall, ringAt } from '../simulator/activity-moves';
import type { World } from '../simulator/world';
import { type CallersPage, serveCallersPage } from './callers-page';
import type { CampaignPlan, PlannedCall, PlannedTrouble } from './plan';
import type { Away, CampaignLog, Listening, Look, Ring } from './tally';
import { openWatcher, type Watcher } from './watcher';

const COLLEAGUE = 'eva.static';
const QUEUE = '3001';
const TALK_MS = 400;
/** A press that reached nobody, the network being gone say. */
const REJECTED_WITHIN_MS = 2_000;
const SILENCE_MS = 2_500;
const LOOK_EVERY_MS = 25;
/** Each walks through the heap. */
const LISTEN_EVERY_MS = 400;

/** By when the loop asks again, by design. */
const BACK_WITHIN_MS = {
  kill: { helped: 3_000, unhelped: 31_000 },
  drop: { helped: 3_000, unhelped: 27_000 },
  sleep: { helped: 1_500, unhelped: 1_500 },
} as const;
/** The alarm, a turn after an outage, and a held poll. */
const ALL_OVER_WITHIN_MS = 45_000;

/** Every kind of activity climbs all rungs that can be counted, whatever it rings on. */
const LOUD = { badge: true, notification: true, tone: true, repeat: true };
const LOUD_TYPES = Object.fromEntries(
  [...ACTIVITY_TYPES, 'OTHER'].map((type) => [type, LOUD] as const),
);
const QUIET_TYPES = Object.fromEntries(
  [...ACTIVITY_TYPES, 'OTHER'].map(
    (type) => [type, { ...LOUD, tone: false, repeat: false }] as const,
  ),
);

interface Stage {
  readonly centre: ContactCentre;
  readonly watcher: Watcher;
  readonly world: World;
  readonly rings: Ring[];
  readonly aways: Away[];
  /** Troubles after which the loop came back later than it should. */
  readonly lateBack: Away[];
  /** Called once with the next ring. */
  readonly onRing: Set<() => void>;
}

export interface Campaign {
  readonly log: CampaignLog;
  readonly lateBack: readonly Away[];
  readonly tookMs: number;
}

function ring({ world, onRing }: Stage, { reach, type, ending }: PlannedCall): string {
  const number = `+4206${String(world.made).padStart(8, '0')}`;
  const incoming = { number, type, queue: QUEUE };
  // What has no queue to go back to is over when it is rejected.
  const direct = ending === 'rejected' ? { number, type } : incoming;
  const activity =
    reach === 'own'
      ? world.ringAgent({ ...direct, agent: ANNA.username })
      : world.ringPool(incoming);
  for (const tell of onRing) tell();
  onRing.clear();
  return activity;
}

/** The customer gives up, whatever it is. */
function leave(world: World, activity: string): void {
  if (world.activities.has(activity)) closeActivity(world, world.activity(activity), {});
}

/** Gives the moment at which the ring was over. */
async function endRing(stage: Stage, call: PlannedCall, name: string): Promise<number> {
  const { world, watcher } = stage;
  const activity = world.activity(name);
  const endedAtMs = Date.now();
  switch (call.ending) {
    case 'hungUp':
    case 'cancelled':
      leave(world, name);
      return endedAtMs;
    case 'taken':
      if (call.reach === 'pool') world.stealFromPool(name, COLLEAGUE);
      else ringAt(world, activity, world.agent(COLLEAGUE));
      return endedAtMs;
    case 'answered':
      acceptActivity(world, activity, world.agent(ANNA.username), '305');
      return endedAtMs;
    case 'rejected': {
      void watcher.send({ type: 'activity.reject', activity: name }).catch(() => {});
      const isOver = () => !world.activities.has(name);
      while (!isOver() && Date.now() < endedAtMs + REJECTED_WITHIN_MS) await pause(10);
      leave(world, name);
      return activity.closeAt ?? Date.now();
    }
  }
}

async function playCall(stage: Stage, call: PlannedCall): Promise<void> {
  const { world, rings } = stage;
  await pause(call.gapMs);
  const fromMs = Date.now();
  const activity = ring(stage, call);
  await pause(call.ringsForMs);
  const untilMs = await endRing(stage, call, activity);
  if (call.ending === 'answered') {
    await pause(TALK_MS);
    leaveCall(world, world.activity(activity), 'caller');
  }
  leave(world, activity);
  const { reach, type } = call;
  rings.push({ activity, reach, type, fromMs, untilMs, overMs: Date.now() });
}

/** The first poll that reached the server from then on. */
function pollSince({ centre }: Stage, sinceMs: number): number | null {
  const polls = centre.daktela.requests.filter(
    ({ at, path, outcome }) => at >= sinceMs && path.includes('appPullData') && outcome !== 'cut',
  );
  return polls[0]?.at ?? null;
}

/** Gives the moment from which on the loop may come back, and by when it ought to. */
async function bringTrouble(stage: Stage, trouble: PlannedTrouble): Promise<[number, number]> {
  const { centre, watcher } = stage;
  const { kind, lastsMs, isHelped } = trouble;
  const backWithinMs = BACK_WITHIN_MS[kind][isHelped ? 'helped' : 'unhelped'];
  switch (kind) {
    case 'kill': {
      await centre.browser.killWorker();
      const deadMs = Date.now();
      if (!isHelped) return [deadMs, deadMs + backWithinMs];
      await pause(lastsMs);
      void watcher.send({ type: 'alerts.check' }).catch(() => {});
      return [deadMs, Date.now() + backWithinMs];
    }
    case 'drop': {
      centre.daktela.faults.breakConnection();
      await pause(lastsMs);
      centre.daktela.faults.restoreConnection();
      const backMs = Date.now();
      if (isHelped) void watcher.send({ type: 'session.hurry' }).catch(() => {});
      return [backMs, backMs + backWithinMs];
    }
    case 'sleep': {
      await centre.browser.sleepFor(lastsMs);
      return [Date.now(), Date.now() + backWithinMs];
    }
  }
}

function nextRing({ onRing }: Stage): Promise<void> {
  return new Promise((resolve) => onRing.add(resolve));
}

async function playTrouble(
  stage: Stage,
  trouble: PlannedTrouble,
  isOver: () => boolean,
): Promise<void> {
  await pause(trouble.gapMs);
  if (trouble.afterRingMs !== null) {
    await Promise.race([nextRing(stage), pause(REJECTED_WITHIN_MS)]);
    await pause(trouble.afterRingMs);
  }
  if (isOver()) return;
  const { kind } = trouble;
  const fromMs = Date.now();
  const [backMs, backByMs] = await bringTrouble(stage, trouble);
  while (pollSince(stage, backMs) === null && Date.now() < backByMs) await pause(10);
  const polledMs = pollSince(stage, backMs);
  const away = { kind, fromMs, untilMs: Math.min(polledMs ?? backByMs, backByMs) };
  stage.aways.push(away);
  // A browser that woke still has its poll, and need not ask anew.
  if (polledMs === null && kind !== 'sleep') stage.lateBack.push(away);
}

async function repeatedly(isOver: () => boolean, everyMs: number, work: () => Promise<void>) {
  while (!isOver()) {
    await work();
    await pause(everyMs);
  }
}

/** Looks and listens without end, until nothing is shown or heard any more. */
function startWatching({ browser }: ContactCentre, watcher: Watcher) {
  const looks: Look[] = [];
  const listenings: Listening[] = [];
  let isOver = false;
  const watching = Promise.all([
    repeatedly(
      () => isOver,
      LOOK_EVERY_MS,
      async () => {
        looks.push(await watcher.look());
      },
    ),
    repeatedly(
      () => isOver,
      LISTEN_EVERY_MS,
      async () => {
        const askedMs = Date.now();
        const states = await browser.audioStates();
        listenings.push({ askedMs, atMs: Date.now(), sounds: states.includes('running') });
      },
    ),
  ]);
  const isQuiet = () => looks.at(-1)?.notes.length === 0 && listenings.at(-1)?.sounds === false;
  return {
    /** An alert that does not end is for the tally to tell. */
    async untilQuiet() {
      const endMs = Date.now() + ALL_OVER_WITHIN_MS;
      while (!isQuiet() && Date.now() < endMs) await pause(LOOK_EVERY_MS);
      isOver = true;
      await watching;
      return { looks, listenings };
    },
  };
}

async function prepare(centre: ContactCentre, page: CallersPage): Promise<Watcher> {
  const { view } = await centre.openDesk();
  await centre.signIn(view);
  await centre.goReady(view);
  const watcher = await openWatcher(centre);
  await watcher.choose({
    alerts: { rungs: { own: LOUD_TYPES, pool: QUIET_TYPES } },
    screenPop: { in: 'ring', search: page.template, unknown: page.template, reuseTab: false },
  });
  await view.close();
  return watcher;
}

async function playIn(
  centre: ContactCentre,
  page: CallersPage,
  plan: CampaignPlan,
): Promise<Campaign> {
  const startedMs = Date.now();
  const watcher = await prepare(centre, page);
  const { world } = centre.daktela;
  const stage: Stage = {
    centre,
    watcher,
    world,
    rings: [],
    aways: [],
    lateBack: [],
    onRing: new Set(),
  };
  const watching = startWatching(centre, watcher);
  let isRung = false;

  async function playTroubles(): Promise<void> {
    for (let index = 0; !isRung && plan.troubles.length > 0; index += 1) {
      const trouble = plan.troubles[index % plan.troubles.length];
      if (trouble) await playTrouble(stage, trouble, () => isRung);
    }
  }
  const troubled = playTroubles();
  for (const lanes of plan.rounds) {
    await Promise.all(
      lanes.map(async (lane) => {
        for (const call of lane) await playCall(stage, call);
      }),
    );
    await pause(SILENCE_MS);
  }
  isRung = true;
  await troubled;
  const { looks, listenings } = await watching.untilQuiet();
  return {
    log: { rings: stage.rings, aways: stage.aways, looks, listenings, openings: page.openings },
    lateBack: stage.lateBack,
    tookMs: Date.now() - startedMs,
  };
}

/** Plays all calls and troubles with the build that is shipped, and tells all that was seen. */
export async function playCampaign(name: BrowserName, plan: CampaignPlan): Promise<Campaign> {
  const page = await serveCallersPage();
  try {
    const centre = await openContactCentre(name);
    try {
      return await playIn(centre, page, plan);
    } finally {
      await centre.close();
    }
  } finally {
    await page.close();
  }
}
