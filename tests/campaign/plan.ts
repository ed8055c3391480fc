import { type ActivityType, activityTypes } from '../simulator/model';

/** How a ring ends. */
export type Ending = 'hungUp' | 'cancelled' | 'taken' | 'answered' | 'rejected';
/** `own` rings at the agent, `pool` waits for anybody in the queue. */
type Reach = 'own' | 'pool';

export interface PlannedCall {
  readonly reach: Reach;
  readonly type: ActivityType;
  readonly ending: Ending;
  readonly ringsForMs: number;
  /** Silence in its lane before it. */
  readonly gapMs: number;
}

/** What happens to the worker, the network or the whole browser. */
export interface PlannedTrouble {
  readonly kind: 'kill' | 'drop' | 'sleep';
  /** Quiet time before it. */
  readonly gapMs: number;
  /** Whether it waits for the next ring and comes in the middle of telling of it, so long after. */
  readonly afterRingMs: number | null;
  /** How long the network is gone or the browser sleeps, or the worker is left dead. */
  readonly lastsMs: number;
  /** Whether the agent looks at the desk after it; else the extension has to come back by itself. */
  readonly isHelped: boolean;
}

export interface CampaignPlan {
  /**
   * After each round there is silence for a while. In a round the calls of a lane come one after
   * another, those of different lanes at the same time.
   */
  readonly rounds: readonly (readonly (readonly PlannedCall[])[])[];
  /** In order, and from the start again, for as long as there are calls. */
  readonly troubles: readonly PlannedTrouble[];
}

/** Two at once of each kind; three would be told by one notification for all. */
const LANES: readonly Reach[] = ['own', 'own', 'pool', 'pool'];
const LONGEST_CANCELLED_MS = 50;

function between(random: () => number, from: number, to: number): number {
  return Math.round(from + random() * (to - from));
}

function pick<T>(random: () => number, choices: readonly (readonly [T, number])[]): T {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  throw new Error('There is nothing to choose from.');
}

const endings = {
  own: [
    ['hungUp', 4],
    ['taken', 2],
    ['answered', 2],
    ['rejected', 1],
    ['cancelled', 1],
  ],
  pool: [
    ['hungUp', 3],
    ['taken', 4],
    ['answered', 1],
    ['cancelled', 1],
  ],
} as const satisfies Record<Reach, readonly (readonly [Ending, number])[]>;

function ringTime(random: () => number, ending: Ending): number {
  if (ending === 'cancelled') return between(random, 0, LONGEST_CANCELLED_MS);
  const [from, to] = pick<[number, number]>(random, [
    [[150, 1_500], 3],
    [[2_000, 3_500], 5],
    [[4_000, 8_000], 1],
  ]);
  return between(random, from, to);
}

function planCall(random: () => number, reach: Reach): PlannedCall {
  const isCall = random() < 0.5;
  const ending = pick<Ending>(random, endings[reach]);
  const type = activityTypes[between(random, 0, activityTypes.length - 1)] ?? 'CALL';
  return {
    reach,
    type: isCall ? 'CALL' : type,
    ending,
    ringsForMs: ringTime(random, ending),
    gapMs: between(random, 50, 600),
  };
}

const lasting = {
  kill: [100, 2_500],
  drop: [100, 3_000],
  sleep: [500, 5_000],
} as const satisfies Record<PlannedTrouble['kind'], readonly [number, number]>;

const LONGEST_TELLING_MS = 80;
/** Of so many troubles one is left for the extension to mend, which may take half a minute. */
const UNHELPED_EVERY = 9;

function planTrouble(random: () => number, index: number): PlannedTrouble {
  const kind = pick<PlannedTrouble['kind']>(random, [
    ['kill', 3],
    ['drop', 2],
    ['sleep', 1],
  ]);
  const [from, to] = lasting[kind];
  return {
    kind,
    gapMs: between(random, 1_500, 8_000),
    afterRingMs: random() < 0.5 ? between(random, 0, LONGEST_TELLING_MS) : null,
    lastsMs: between(random, from, to),
    isHelped: index % UNHELPED_EVERY !== UNHELPED_EVERY - 1,
  };
}

const CALLS_A_ROUND = 50;

function planRound(calls: number, random: () => number): PlannedCall[][] {
  const lanes = LANES.map((): PlannedCall[] => []);
  for (let call = 0; call < calls; call += 1) {
    const lane = call % LANES.length;
    lanes[lane]?.push(planCall(random, LANES[lane] ?? 'own'));
  }
  return lanes;
}

/** The same calls and troubles for the same numbers. */
export function planCampaign(calls: number, troubles: number, random: () => number): CampaignPlan {
  const rounds: PlannedCall[][][] = [];
  for (let left = calls; left > 0; left -= CALLS_A_ROUND) {
    rounds.push(planRound(Math.min(left, CALLS_A_ROUND), random));
  }
  return {
    rounds,
    troubles: Array.from({ length: troubles }, (_nothing, index) => planTrouble(random, index)),
  };
}
