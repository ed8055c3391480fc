import { describe, expect, it } from 'vitest';
import type { NextState } from '@/lib/agent/state';
import { ANNA, createSessionWorld, type WorldOptions } from '../../support/session-world';

const LUNCH: NextState = { kind: 'pause', pause: 'lunch' };

/** An agent on a call who has planned what comes after it. */
async function onACall(nextState: NextState = LUNCH, options: WorldOptions = {}) {
  const bench = createSessionWorld(options);
  await bench.signIn();
  bench.world.goReady(ANNA);
  const activity = bench.world.ringAgent({ agent: ANNA, number: '+420600111222', queue: '3003' });
  await bench.advance(1_000);
  await bench.within(
    bench.session.command('accept', (client) => client.acceptActivity(activity, '305')),
  );
  await bench.advance(1_000);
  await bench.within(bench.session.chooseNextState(nextState));
  const finish = async () => {
    bench.world.endCall(activity);
    await bench.within(
      bench.session.command('close', (client) => client.closeActivity(activity, [])),
    );
  };
  const asked = () => bench.requestsTo('POST', '/usersSession').map(({ body }) => body);
  return { bench, activity, finish, asked };
}

describe('what is planned for after the call', () => {
  it('is not asked for while the call lasts', async () => {
    const { bench, asked } = await onACall();
    await bench.advance(60_000);
    expect(asked()).toEqual([]);
    expect(bench.state.nextState).toEqual(LUNCH);
  });

  it.each<[NextState, unknown, string]>([
    [LUNCH, { pause: 'lunch' }, 'Paused'],
    [{ kind: 'unready' }, { setReady: false }, 'Session'],
  ])('is asked for once when the call is closed: %o', async (nextState, body, state) => {
    const { bench, finish, asked } = await onACall(nextState);
    await finish();
    await bench.advance(60_000);
    expect(asked()).toEqual([body]);
    expect(bench.state).toMatchObject({ nextState: null, extension: { state } });
  });

  it('waits for a second call that rings meanwhile', async () => {
    const { bench, finish, asked } = await onACall();
    const second = bench.world.ringAgent({ agent: ANNA, number: '+420600111333', queue: '3003' });
    await bench.advance(1_000);
    await finish();
    await bench.advance(20_000);
    expect(asked()).toEqual([]);
    bench.world.callerHangsUp(second);
    await bench.advance(20_000);
    expect(asked()).toEqual([{ pause: 'lunch' }]);
  });

  it('is not asked for once the agent has cancelled it', async () => {
    const { bench, finish, asked } = await onACall();
    await bench.within(bench.session.chooseNextState(null));
    await finish();
    await bench.advance(60_000);
    expect(asked()).toEqual([]);
  });

  it('can be replaced', async () => {
    const { bench, finish, asked } = await onACall();
    await bench.within(bench.session.chooseNextState({ kind: 'unready' }));
    await finish();
    await bench.advance(60_000);
    expect(asked()).toEqual([{ setReady: false }]);
  });

  it('becomes a notice in the words of the server when it is refused, and is not tried again', async () => {
    const { bench, finish, asked } = await onACall({ kind: 'pause', pause: 'gone' });
    await finish();
    await bench.advance(120_000);
    expect(asked()).toEqual([{ pause: 'gone' }]);
    expect(bench.state.notice).toMatchObject({
      nextState: { pause: 'gone' },
      failure: { messages: ['Pause gone does not exist'] },
    });
  });

  it('comes although the token has to be renewed first', async () => {
    const { bench, finish, asked } = await onACall(LUNCH, { switches: { loginReply: 'object' } });
    await finish();
    bench.world.expireTokens();
    await bench.advance(60_000);
    expect(bench.world.agent(ANNA).pause).toBe('lunch');
    expect(asked().length).toBeGreaterThan(0);
  });
});

describe('a request for it whose fate is not clear', () => {
  it('is told as failed when it has not arrived, and is not sent again', async () => {
    const { bench, finish, asked } = await onACall();
    bench.faults.add({ kind: 'cut', times: 1, match: { path: '/usersSession' } });
    await finish();
    await bench.advance(120_000);
    expect(asked()).toEqual([{ pause: 'lunch' }]);
    expect(bench.state).toMatchObject({ nextState: null, notice: { nextState: LUNCH } });
  });

  it('is not told as failed when pull data shows that it has arrived', async () => {
    const { bench, finish, asked } = await onACall();
    bench.faults.add({ kind: 'cut', handled: true, times: 1, match: { path: '/usersSession' } });
    await finish();
    await bench.advance(120_000);
    expect(asked()).toEqual([{ pause: 'lunch' }]);
    expect(bench.state).toMatchObject({
      nextState: null,
      notice: null,
      extension: { state: 'Paused' },
    });
  });

  it('is told as failed when the server knows the token everywhere but there', async () => {
    const { bench, finish, asked } = await onACall(LUNCH, { switches: { loginReply: 'object' } });
    bench.faults.add({ kind: 'status', status: 401, match: { path: '/usersSession' } });
    await finish();
    await bench.advance(120_000);
    expect(asked()).toHaveLength(2);
    expect(bench.state).toMatchObject({ nextState: null, notice: { nextState: LUNCH } });
  });
});

describe('an agent who thinks better of it at any step after the end of the call', () => {
  /** Chooses anew at one step from closing the call on. */
  async function chosenAnewAt(step: number | null, nextState: NextState | null) {
    const { bench, activity, asked } = await onACall();
    const askedBy = { count: 0 };
    let steps = 0;
    bench.world.endCall(activity);
    bench.onStep = () => {
      if (steps === step) {
        void bench.session.chooseNextState(nextState).then(() => {
          askedBy.count = asked().length;
        });
      }
      steps += 1;
    };
    void bench.session.command('close', (client) => client.closeActivity(activity, []));
    await bench.advance(40_000);
    bench.onStep = () => {};
    await bench.advance(20_000);
    return { bench, steps, asked, askedBy };
  }

  it('has cancelled it for good unless it was on its way already', async () => {
    const { steps } = await chosenAnewAt(null, null);
    for (let step = 0; step < steps; step += 1) {
      const { bench, asked, askedBy } = await chosenAnewAt(step, null);
      const where = `cancelled at step ${step}`;
      expect(asked().length, where).toBe(askedBy.count);
      expect(asked().length, where).toBeLessThanOrEqual(1);
      expect(bench.state, where).toMatchObject({ nextState: null, notice: null });
    }
  });

  it('gets what was chosen last, each choice asked for once at most', async () => {
    const { steps } = await chosenAnewAt(null, { kind: 'unready' });
    for (let step = 0; step < steps; step += 1) {
      const { bench, asked } = await chosenAnewAt(step, { kind: 'unready' });
      const where = `chosen anew at step ${step}`;
      const bodies = asked().map((body) => JSON.stringify(body));
      expect(new Set(bodies).size, where).toBe(bodies.length);
      expect(bodies.at(-1), where).toBe('{"setReady":false}');
      expect(bench.state, where).toMatchObject({
        nextState: null,
        notice: null,
        extension: { state: 'Session' },
      });
    }
  });
});

describe('a worker killed at any step between the end of the call and the pause', () => {
  /** Names every step from closing the call on, and kills the worker at the one wanted. */
  async function killedAt(step: number | null, nextState: NextState = LUNCH) {
    // A server that refuses what is so already would make a needless request a notice.
    const switches = { alreadyThere: 'refuse' } as const;
    const { bench, activity, asked } = await onACall(nextState, { switches });
    let steps = 0;
    bench.world.endCall(activity);
    bench.onStep = () => {
      if (steps === step) bench.killWorker();
      steps += 1;
    };
    void bench.session
      .command('close', (client) => client.closeActivity(activity, []))
      .catch(() => {});
    await bench.advance(10_000);
    bench.onStep = () => {};
    // Whoever looks at the popup wakes the worker, and closes the call when it is still there.
    await bench.wakeWorker();
    await bench.advance(5_000);
    if (bench.state.activities.length > 0) {
      await bench.within(
        bench.session.command('close', (client) => client.closeActivity(activity, [])),
      );
    }
    await bench.advance(60_000);
    return { bench, steps, asked };
  }

  it('leaves the agent on the pause, asked for as often as needed and never after it began', async () => {
    const { steps } = await killedAt(null);
    expect(steps).toBeGreaterThan(5);
    for (let step = 0; step < steps; step += 1) {
      const { bench, asked } = await killedAt(step);
      const where = `killed at step ${step}`;
      expect(bench.world.agent(ANNA).pause, where).toBe('lunch');
      expect(bench.world.agent(ANNA).pausesTaken.get('lunch'), where).toBe(1);
      expect(bench.state.nextState, where).toBeNull();
      expect(bench.state.notice, where).toBeNull();
      expect(asked().length, where).toBeLessThanOrEqual(2);
    }
  });

  it('leaves the agent unready, with nothing asked for that is so already', async () => {
    const { steps } = await killedAt(null, { kind: 'unready' });
    for (let step = 0; step < steps; step += 1) {
      const { bench, asked } = await killedAt(step, { kind: 'unready' });
      const where = `killed at step ${step}`;
      expect(bench.world.agent(ANNA).state, where).toBe('Session');
      expect(bench.state, where).toMatchObject({ nextState: null, notice: null });
      expect(asked().length, where).toBeLessThanOrEqual(2);
    }
  });
});

describe('a worker killed while the agent chooses what comes after the call', () => {
  /** Chooses during a call and kills the worker at one step of that. */
  async function killedAt(step: number | null) {
    const { bench, asked } = await onACall({ kind: 'unready' });
    let steps = 0;
    let answered = false;
    bench.onStep = () => {
      if (steps === step) bench.killWorker();
      steps += 1;
    };
    void bench.session
      .chooseNextState(LUNCH)
      .then(() => {
        answered = true;
      })
      .catch(() => {});
    await bench.settle();
    bench.onStep = () => {};
    bench.killWorker();
    await bench.wakeWorker();
    await bench.advance(40_000);
    return { bench, steps, answered, asked };
  }

  it('has kept what it has said yes to, and never half of it', async () => {
    const { steps } = await killedAt(null);
    expect(steps).toBeGreaterThan(1);
    for (let step = 0; step <= steps; step += 1) {
      const { bench, answered, asked } = await killedAt(step);
      const where = `killed at step ${step}`;
      const kept = answered ? [LUNCH] : [LUNCH, { kind: 'unready' }];
      expect(kept, where).toContainEqual(bench.state.nextState);
      expect(asked(), where).toEqual([]);
    }
  });
});
