import { ringingActivities } from '@/lib/agent/derive';
import { isObject } from '../simulator/api-call';
import type { Fault } from '../simulator/faults';
import type { Switches } from '../simulator/switches';
import { createDeskPerson, intentKey } from './desk-person';
import { seededRandom } from './seeded-random';
import { ANNA, createSessionWorld, type SessionWorld } from './session-world';

const HOUR_MS = 3_600_000;
const SECOND_MS = 1_000;

interface Ring {
  readonly name: string;
  readonly fromMs: number;
  untilMs: number | null;
}

export interface ShiftPlan {
  readonly seed: number;
  readonly kills: number;
  readonly troubles: number;
  readonly switches?: Partial<Switches>;
}

/** What goes wrong in a troubled shift; each trouble is over by itself. */
const troubles: ((bench: SessionWorld) => void)[] = [
  ...(
    [
      { kind: 'status', status: 502, times: 2 },
      { kind: 'rateLimit', retryAfterSeconds: 3, times: 1 },
      { kind: 'cutBody', times: 1 },
      { kind: 'cut', times: 1 },
      { kind: 'html', times: 1 },
      { kind: 'cut', handled: true, times: 1, match: { method: 'PUT', path: '/activities/' } },
      { kind: 'cut', handled: true, times: 1, match: { method: 'POST', path: '/activities' } },
    ] satisfies Fault[]
  ).map((fault) => (bench: SessionWorld) => {
    bench.faults.add(fault);
  }),
  (bench) => bench.world.forgetHashes(),
  (bench) => bench.world.expireTokens(),
];

/** Plans a shift: every minute something happens, at a moment that depends on the seed. */
function planCalls(bench: SessionWorld, rings: Ring[], random: () => number) {
  const { clock, world } = bench;
  const person = createDeskPerson(bench, random);
  const queues = ['3001', '3002', '3003'];

  function ring(minute: number, ringForMs: number, isTaken: boolean): void {
    const queue = queues[minute % queues.length] ?? '3001';
    const name = world.ringAgent({ agent: ANNA, number: `+42060000${1_000 + minute}`, queue });
    rings.push({ name, fromMs: clock.now(), untilMs: null });
    if (!isTaken) person.ignore(name);
    clock.setTimeout(() => {
      if (world.activity(name).action === 'WAIT') world.callerHangsUp(name);
    }, ringForMs);
  }

  function dial(minute: number): void {
    const number = `+42070000${1_000 + minute}`;
    person.dial(number);
    clock.setTimeout(() => {
      const dialled = world.activitiesOf(world.agent(ANNA)).find(({ title }) => title === number);
      const ringing = dialled?.call?.channels.some(({ state }) => state === 'Ringing');
      if (dialled && ringing) world.answerOutgoing(dialled.name);
    }, 4_000);
  }

  for (let minute = 0; minute < 60; minute += 1) {
    const kind = random();
    const long = random() < 0.6;
    const ringForMs = Math.round((long ? 31 + 19 * random() : 5 + 15 * random()) * SECOND_MS);
    const atMs = Math.round((minute + 0.4 * random()) * 60_000);
    clock.setTimeout(() => {
      if (kind < 0.4) ring(minute, ringForMs, false);
      else if (kind < 0.8) ring(minute, 55_000, true);
      else dial(minute);
    }, atMs);
  }
  return person;
}

/** Kills the worker at random moments, half of them between two steps of whatever it does. */
function planKills(bench: SessionWorld, kills: number, random: () => number) {
  const killedAtMs: number[] = [];
  let isArmed = false;
  function kill(): void {
    if (isArmed || !bench.awake) {
      // Nobody to kill: the next life is cut short instead.
      bench.clock.setTimeout(kill, Math.ceil(5_000 * random()));
      return;
    }
    const now = () => {
      isArmed = false;
      killedAtMs.push(bench.clock.now());
      bench.killWorker();
    };
    let steps = random() < 0.5 ? 0 : Math.ceil(8 * random());
    if (steps === 0) {
      now();
      return;
    }
    isArmed = true;
    bench.onStep = () => {
      steps -= 1;
      if (steps <= 0 && isArmed && bench.awake) now();
    };
  }
  for (let count = 0; count < kills; count += 1) {
    bench.clock.setTimeout(kill, Math.round(HOUR_MS * random()));
  }
  return killedAtMs;
}

/** How often each intent reached the server. */
function commandsOf(bench: SessionWorld): Map<string, number> {
  const sent = new Map<string, number>();
  for (const { method, path, body } of bench.simulator.requests) {
    if (method === 'GET' || !isObject(body) || path.endsWith('/login')) continue;
    const deed = isObject(body.hangup) ? 'hangup' : body.action === 'OPEN' ? 'OPEN' : 'CLOSE';
    const subject = decodeURIComponent(path.split('/').at(-1) ?? '');
    const key =
      method === 'POST' ? intentKey('dial', String(body.number)) : intentKey(deed, subject);
    sent.set(key, (sent.get(key) ?? 0) + 1);
  }
  return sent;
}

/** How long the loop meant to wait between failed polls in a span of time. */
function waitsIn({ shown }: SessionWorld, fromMs: number, untilMs: number): number {
  const begunAtMs = new Map<number, number>();
  for (const { atMs, state } of shown) {
    const endsAtMs = state.trouble?.retryAtMs;
    if (endsAtMs !== undefined && !begunAtMs.has(endsAtMs)) begunAtMs.set(endsAtMs, atMs);
  }
  const waits = [...begunAtMs].map(
    ([endsAtMs, beganAtMs]) => Math.min(endsAtMs, untilMs) - Math.max(beganAtMs, fromMs),
  );
  return waits.filter((ms) => ms > 0).reduce((sum, ms) => sum + ms, 0);
}

/** Works one hour of fake time and tells what the agent saw and the server got. */
export async function workAShift({ seed, kills, troubles: troubleCount, switches }: ShiftPlan) {
  const random = seededRandom(seed);
  const bench = createSessionWorld({
    random,
    switches: { loginReply: 'object', rotateRefreshToken: false, ...switches },
  });
  const rings: Ring[] = [];
  await bench.signIn();
  bench.world.goReady(ANNA);
  const person = planCalls(bench, rings, random);
  const killedAtMs = planKills(bench, kills, random);
  for (let count = 0; count < troubleCount; count += 1) {
    const trouble = troubles[count % troubles.length];
    bench.clock.setTimeout(() => trouble?.(bench), Math.round(HOUR_MS * random()));
  }
  const endMs = bench.clock.now() + HOUR_MS + 120_000;
  while (bench.clock.now() < endMs) {
    await bench.advance(SECOND_MS);
    person.look();
    for (const ring of rings) {
      const stopped = bench.world.activity(ring.name).action !== 'WAIT';
      if (stopped) ring.untilMs ??= bench.clock.now();
    }
  }
  bench.onStep = () => {};
  bench.faults.clear();
  await bench.advance(70_000);

  const delays = rings.map(({ name, fromMs, untilMs }) => {
    const first = bench.shown.find(
      ({ atMs, badge, state }) =>
        atMs >= fromMs &&
        /^\d+$/.test(badge.text) &&
        ringingActivities(state).some((activity) => activity.name === name),
    );
    const rangForMs = (untilMs ?? endMs) - fromMs;
    const delayMs = first ? first.atMs - fromMs : null;
    const untilKillMs = fromMs + rangForMs;
    const kills = killedAtMs.filter((atMs) => atMs > fromMs - 30_000 && atMs < untilKillMs).length;
    const waitedMs = waitsIn(bench, fromMs, untilKillMs);
    const inTime = delayMs !== null && delayMs <= rangForMs;
    return { name, rangForMs, delayMs, kills, waitedMs, inTime };
  });
  const sent = commandsOf(bench);
  const repeated = [...sent].filter(([key, times]) => times > (person.intents.get(key) ?? 0));
  return {
    bench,
    rings: delays,
    kills: killedAtMs.length,
    lives: bench.lives,
    intents: [...person.intents.values()].reduce((sum, times) => sum + times, 0),
    commands: [...sent.values()].reduce((sum, times) => sum + times, 0),
    repeated,
    leftOpen: bench.world.activitiesOf(bench.world.agent(ANNA)).map(({ name }) => name),
  };
}

/** Median and longest time from ring to badge, in milliseconds. */
export function delaysOf(rings: readonly { delayMs: number | null }[]) {
  const delays = rings.flatMap(({ delayMs }) => delayMs ?? []).sort((a, b) => a - b);
  return {
    shown: delays.length,
    medianMs: delays[Math.floor(delays.length / 2)] ?? 0,
    longestMs: delays.at(-1) ?? 0,
  };
}
