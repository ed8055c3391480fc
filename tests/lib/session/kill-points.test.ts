import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reduce } from '@/lib/agent/reduce';
import type { AgentState } from '@/lib/agent/state';
import { createDaktelaClient } from '@/lib/daktela/client';
import { tokenOf } from '../../simulator/scenario';
import {
  ANNA,
  createSessionWorld,
  deskOf,
  ORIGIN,
  type SessionWorld,
} from '../../support/session-world';

const ringing = ({ world }: SessionWorld) =>
  world.activitiesOf(world.agent(ANNA)).find(({ action }) => action === 'WAIT');

/** What may happen in the contact centre while the agent's worker lives or dies. */
const moves = {
  'a call rings': ({ world }: SessionWorld) => {
    if (world.agent(ANNA).state === 'Session') world.goReady(ANNA);
    world.ringAgent({ agent: ANNA, number: '+420600111222', queue: '3001' });
  },
  'a call waits for anyone': ({ world }: SessionWorld) => {
    world.ringPool({ number: '+420600333444', queue: '3001' });
  },
  'the caller gives up': (bench: SessionWorld) => {
    const call = ringing(bench);
    if (call) bench.world.callerHangsUp(call.name);
  },
  'the agent goes unready': ({ world }: SessionWorld) => {
    world.goUnready(ANNA);
  },
  'a pause begins': ({ world }: SessionWorld) => {
    if (world.agent(ANNA).state === 'Session') world.goReady(ANNA);
    world.startPause(ANNA, 'lunch');
  },
  'whoim changes': ({ world }: SessionWorld) => {
    world.bumpReloadUser(ANNA);
  },
  'the agent accepts': (bench: SessionWorld) => {
    const call = ringing(bench);
    if (!call) return;
    const { name } = call;
    void bench.session.command(name, (client) => client.acceptActivity(name, '305'));
  },
};
type Move = keyof typeof moves;
const allMoves = Object.keys(moves) as Move[];

/** Lets the moves happen and kills the worker at a step after the last of them. */
async function killAt(history: readonly Move[], killStep: number) {
  const bench = createSessionWorld();
  await bench.signIn();
  for (const move of history.slice(0, -1)) {
    moves[move](bench);
    await bench.advance(700);
  }
  const steps: string[] = [];
  bench.onStep = (moment) => {
    steps.push(moment);
    if (steps.length === killStep) bench.killWorker();
  };
  const last = history.at(-1);
  if (last) moves[last](bench);
  await bench.settle();
  bench.onStep = () => {};
  return { bench, steps };
}

/** The desk that the stored state and the server's answer to the stored hash give together. */
async function storedAndAnswered(bench: SessionWorld): Promise<unknown> {
  const snapshot = bench.storage.snapshot;
  if (!snapshot) return null;
  const client = createDaktelaClient(
    {
      origin: ORIGIN,
      clock: bench.clock,
      language: 'en',
      fetch: (input, init) => bench.simulator.fetch(new Request(input, init)),
    },
    tokenOf(ANNA),
  );
  const ask = async (state: AgentState, hash: string) => {
    const reply = await bench.within(client.pullData(hash, new AbortController().signal));
    return reduce(state, { type: 'pulled', reply, complete: hash === '', atMs: bench.clock.now() });
  };
  const answered = await ask(snapshot.state, snapshot.hash);
  // What a partial reply leaves unconfirmed is asked for anew at once.
  return deskOf(answered.unconfirmed.length > 0 ? await ask(answered, '') : answered);
}

describe.each(allMoves)('while it is told that %s', (move) => {
  it('may be killed at each step: the stored hash is not newer than the stored state', async () => {
    const history: Move[] = ['a call rings', move];
    const { steps } = await killAt(history, Number.POSITIVE_INFINITY);
    for (let step = 1; step <= steps.length; step += 1) {
      const { bench } = await killAt(history, step);
      expect(await storedAndAnswered(bench), `killed when ${steps[step - 1]}`).toEqual(
        await bench.truth(),
      );
    }
  });

  it('may be killed at each step: the next life shows the truth', async () => {
    const history: Move[] = ['a call rings', move];
    const { steps } = await killAt(history, Number.POSITIVE_INFINITY);
    for (let step = 1; step <= steps.length; step += 1) {
      const { bench } = await killAt(history, step);
      await bench.advance(31_000);
      expect(deskOf(bench.state), `killed when ${steps[step - 1]}`).toEqual(await bench.truth());
    }
  });
});

it('shows the truth after any history, any kill and a wake at any time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...allMoves), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(...allMoves),
      fc.integer({ min: 0, max: 29_000 }),
      async (history, killStep, whileDead, deadForMs) => {
        const { bench } = await killAt(history, killStep);
        bench.killWorker();
        if (whileDead !== 'the agent accepts') moves[whileDead](bench);
        await bench.advance(deadForMs);
        await bench.wakeWorker();
        await bench.advance(1_000);
        expect(deskOf(bench.state)).toEqual(await bench.truth());
      },
    ),
    { numRuns: 80, seed: 20_260_112 },
  );
});

it('has several steps between a reply and the next poll at which it may be killed', async () => {
  const { steps } = await killAt(['a call rings'], Number.POSITIVE_INFINITY);
  expect(steps).toEqual([
    'GET appPullData is answered',
    'writeSnapshot arrives',
    'writeSnapshot is done',
    'GET appPullData is asked',
  ]);
});
