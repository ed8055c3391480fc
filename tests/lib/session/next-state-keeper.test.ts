import { expect, it } from 'vitest';
import type { NextState } from '@/lib/agent/state';
import type { Failure } from '@/lib/daktela/failure';
import { createAgentStore } from '@/lib/session/agent-store';
import type { Outcome } from '@/lib/session/command-gate';
import { createNextStateKeeper } from '@/lib/session/next-state-keeper';
import type { SessionStore } from '@/lib/session/ports';
import { aState, NOW_MS } from '../../support/builders';
import { createDeferred } from '../../support/deferred';
import { createTestClock } from '../../support/test-clock';

const LUNCH: NextState = { kind: 'pause', pause: 'lunch' };
const UNREADY: NextState = { kind: 'unready' };
const OK: Outcome = { ok: true };
const failed = (kind: Failure['kind']): Outcome => ({ ok: false, error: { kind, messages: [] } });

/** A keeper whose requests are answered by hand. */
async function planned(nextState: NextState = LUNCH) {
  const clock = createTestClock(NOW_MS);
  const stored = { state: aState({ nextState }), hash: 'h1' };
  const store: Pick<SessionStore, 'readSnapshot' | 'writeSnapshot'> = {
    readSnapshot: async () => stored,
    writeSnapshot: async () => {},
  };
  const agent = createAgentStore(store as SessionStore, {
    changed: () => {},
    stored: () => {},
  });
  await agent.restore();
  const sent: { nextState: NextState; answer: (outcome: Outcome) => void }[] = [];
  const resyncs = { count: 0 };
  const keeper = createNextStateKeeper({
    agent,
    clock,
    send(wanted) {
      const { promise, resolve } = createDeferred<Outcome>();
      sent.push({ nextState: wanted, answer: resolve });
      return promise;
    },
    resync: () => {
      resyncs.count += 1;
    },
  });
  return {
    agent,
    keeper,
    sent,
    resyncs,
    choose: (chosen: NextState | null) =>
      agent.apply({ type: 'nextStateChosen', nextState: chosen }),
    /** A pull that has nothing new but the time. */
    async pull() {
      await clock.advance(1_000);
      const reply = { hash: 'h2', changes: {} };
      await agent.apply({ type: 'pulled', reply, complete: false, atMs: clock.now() });
    },
    settle: clock.settle,
  };
}

it('what was cancelled between the pull and its effect is not asked for', async () => {
  const { keeper, choose, sent } = await planned();
  await choose(null);
  await keeper.due(LUNCH);
  expect(sent).toEqual([]);
});

it('what a late effect finds due once more is not asked for again', async () => {
  const { keeper, sent, agent, settle } = await planned();
  void keeper.due(LUNCH);
  sent[0]?.answer(OK);
  await settle();
  await keeper.due(LUNCH);
  expect(sent).toHaveLength(1);
  expect(agent.state.nextState).toBeNull();
});

it('nothing is asked for while a request is on its way', async () => {
  const { keeper, sent } = await planned();
  void keeper.due(LUNCH);
  await keeper.due(LUNCH);
  expect(sent).toHaveLength(1);
});

it('what was chosen while a request was on its way is left standing, and a pull is asked for', async () => {
  const { keeper, choose, sent, agent, resyncs, settle } = await planned();
  void keeper.due(LUNCH);
  await choose(UNREADY);
  sent[0]?.answer(OK);
  await settle();
  expect(agent.state.nextState).toEqual(UNREADY);
  expect(resyncs.count).toBe(1);
});

it.each(['refused', 'network', 'unauthorised'] as const)(
  'a failure of what was cancelled meanwhile is no news: %s',
  async (kind) => {
    const { keeper, choose, sent, agent, settle } = await planned();
    void keeper.due(LUNCH);
    await choose(null);
    sent[0]?.answer(failed(kind));
    await settle();
    expect(agent.state.notice).toBeNull();
  },
);

it.each(['refused', 'forbidden', 'rateLimited', 'missing'] as const)(
  'a refusal is told at once and settles it: %s',
  async (kind) => {
    const { keeper, sent, agent, settle } = await planned();
    void keeper.due(LUNCH);
    sent[0]?.answer(failed(kind));
    await settle();
    expect(agent.state).toMatchObject({
      nextState: null,
      notice: { nextState: LUNCH, failure: { kind } },
    });
  },
);

it.each(['network', 'offline', 'timeout', 'server', 'notDaktela'] as const)(
  'after a failure of the kind %s only a later pull tells that it has not arrived',
  async (kind) => {
    const { keeper, sent, agent, resyncs, pull, settle } = await planned();
    void keeper.due(LUNCH);
    sent[0]?.answer(failed(kind));
    await settle();
    expect(resyncs.count).toBe(1);
    await keeper.due(LUNCH);
    expect(agent.state).toMatchObject({ nextState: LUNCH, notice: null });
    await pull();
    await keeper.due(LUNCH);
    expect(sent).toHaveLength(1);
    expect(agent.state).toMatchObject({ nextState: null, notice: { failure: { kind } } });
  },
);

it('the same wish made anew after a failure is asked for anew', async () => {
  const { keeper, sent, choose, settle } = await planned();
  void keeper.due(LUNCH);
  sent[0]?.answer(failed('network'));
  await settle();
  const again: NextState = { ...LUNCH };
  await choose(again);
  void keeper.due(again);
  expect(sent).toHaveLength(2);
});
