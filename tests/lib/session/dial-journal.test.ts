import { describe, expect, it } from 'vitest';
import { dial as dialAgain } from '../../simulator/phone-network';
import { ANNA, createSessionWorld } from '../../support/session-world';

const NUMBER = '+420700111222';

async function ready() {
  const bench = createSessionWorld({ switches: { loginReply: 'object' } });
  await bench.signIn();
  bench.world.goReady(ANNA);
  await bench.advance(1_000);
  const dials = () => bench.requestsTo('POST', '/activities');
  return {
    bench,
    dials,
    dial: (id: string, number = NUMBER) => bench.session.dial(id, number, null),
  };
}

const already = { ok: false, error: { kind: 'alreadyCalling', messages: [] } };

describe('dialling', () => {
  it('creates one call', async () => {
    const { bench, dial, dials } = await ready();
    expect(await bench.within(dial('a'))).toEqual({ ok: true });
    await bench.settle();
    expect(dials()).toHaveLength(1);
    expect(bench.state.activities[0]).toMatchObject({ number: NUMBER, direction: 'out' });
  });

  it('by a double click creates one call', async () => {
    const { bench, dial, dials } = await ready();
    const outcomes = await bench.within(Promise.all([dial('a'), dial('b')]));
    expect(outcomes).toEqual([{ ok: true }, already]);
    expect(dials()).toHaveLength(1);
  });

  it('from two tabs at once creates one call', async () => {
    const { bench, dial, dials } = await ready();
    bench.faults.add({ kind: 'delay', ms: 2_000, match: { method: 'POST' } });
    const outcomes = await bench.within(Promise.all([dial('tab 1'), dial('tab 2')]));
    expect(outcomes).toEqual([{ ok: true }, already]);
    expect(dials()).toHaveLength(1);
  });

  it('by a second click some seconds after the call was created creates no other', async () => {
    const { bench, dial, dials } = await ready();
    await bench.within(dial('a'));
    await bench.advance(2_500);
    expect(await bench.within(dial('b'))).toEqual(already);
    expect(dials()).toHaveLength(1);
  });

  it('the same number later is a new call', async () => {
    const { bench, dial, dials } = await ready();
    await bench.within(dial('a'));
    await bench.advance(3_500);
    expect(await bench.within(dial('b'))).toEqual({ ok: true });
    expect(dials()).toHaveLength(2);
  });

  it('of the same number written otherwise is the same call', async () => {
    const { bench, dial, dials } = await ready();
    await bench.within(dial('a'));
    expect(await bench.within(dial('b', '700111222'))).toEqual(already);
    expect(dials()).toHaveLength(1);
  });

  it('by a message that came twice at once creates one call and tells both of it', async () => {
    const { bench, dial, dials } = await ready();
    bench.faults.add({ kind: 'delay', ms: 2_000, match: { method: 'POST' } });
    const outcomes = await bench.within(Promise.all([dial('a'), dial('a')]));
    expect(outcomes).toEqual([{ ok: true }, { ok: true }]);
    expect(dials()).toHaveLength(1);
  });

  it('by a message that comes again later, even to another worker, creates no other', async () => {
    const { bench, dial, dials } = await ready();
    await bench.within(dial('a'));
    await bench.advance(30_000);
    expect(await bench.within(dial('a'))).toEqual({ ok: true });
    bench.killWorker();
    await bench.wakeWorker();
    await bench.advance(600_000);
    expect(await bench.within(dial('a'))).toEqual({ ok: true });
    expect(dials()).toHaveLength(1);
  });

  it('that was refused is refused again when its message comes again, and nothing is sent', async () => {
    const { bench, dial, dials } = await ready();
    bench.world.setDeviceReachable(ANNA, false);
    const first = await bench.within(dial('a'));
    bench.world.setDeviceReachable(ANNA, true);
    expect(await bench.within(dial('a'))).toEqual(first);
    expect(dials()).toHaveLength(1);
  });

  it('when it cannot be written down beforehand sends nothing', async () => {
    const { bench, dial, dials } = await ready();
    bench.storage.failNext('writeDials');
    await expect(bench.within(dial('a'))).rejects.toThrow('writeDials failed');
    expect(dials()).toEqual([]);
    expect(await bench.within(dial('b'))).toEqual({ ok: true });
  });

  it('whose outcome cannot be written down has worked all the same', async () => {
    const { bench, dial } = await ready();
    bench.faults.add({ kind: 'delay', ms: 500, match: { method: 'POST' } });
    const outcome = dial('a');
    await bench.settle();
    bench.storage.failNext('writeDials');
    expect(await bench.within(outcome)).toEqual({ ok: true });
    expect(await bench.within(dial('b'))).toEqual(already);
  });

  it('another number at once is another call', async () => {
    const { bench, dial, dials } = await ready();
    await bench.within(Promise.all([dial('a'), dial('b', '+420700333444')]));
    expect(dials()).toHaveLength(2);
  });

  it('that the server refuses tells why and may be tried again at once', async () => {
    const { bench, dial, dials } = await ready();
    bench.world.setDeviceReachable(ANNA, false);
    expect(await bench.within(dial('a'))).toEqual({
      ok: false,
      error: {
        kind: 'refused',
        messages: ['User has no available devices'],
        obstacle: 'noDevice',
      },
    });
    bench.world.setDeviceReachable(ANNA, true);
    expect(await bench.within(dial('b'))).toEqual({ ok: true });
    expect(dials()).toHaveLength(2);
  });

  it.each([
    ['is cut off before', { kind: 'cut' } as const],
    ['answers 502 on', { kind: 'status', status: 502 } as const],
    ['answers with a page on', { kind: 'html' } as const],
  ])(
    'when the server %s the dial is never repeated and its outcome told as unknown',
    async (_name, fault) => {
      const { bench, dial, dials } = await ready();
      bench.faults.add({ ...fault, match: { method: 'POST' } });
      expect(await bench.within(dial('a'))).toMatchObject({ error: { kind: 'unknownOutcome' } });
      await bench.advance(120_000);
      expect(dials()).toHaveLength(1);
    },
  );

  it('with a token that has expired fails and has it renewed, so that the next click dials', async () => {
    const { bench, dial, dials } = await ready();
    bench.world.expireTokens();
    expect(await bench.within(dial('a'))).toMatchObject({ error: { kind: 'unauthorised' } });
    await bench.settle();
    expect(await bench.within(dial('b'))).toEqual({ ok: true });
    expect(dials().map(({ status }) => status)).toEqual([401, 201]);
  });

  it('while nobody is signed in sends nothing', async () => {
    const bench = createSessionWorld();
    const outcome = await bench.within(bench.session.dial('a', NUMBER, null));
    expect(outcome).toMatchObject({ error: { kind: 'signedOut' } });
    expect(bench.simulator.requests).toEqual([]);
  });
});

describe('a dial during which the worker is killed', () => {
  /** The worker dies while the dial is on the wire. */
  async function killed() {
    const it = await ready();
    it.bench.faults.add({ kind: 'delay', ms: 3_000, times: 1, match: { method: 'POST' } });
    void it.dial('a');
    await it.bench.advance(1_000);
    it.bench.killWorker();
    await it.bench.wakeWorker();
    return it;
  }

  it('is told once as an unknown outcome', async () => {
    const { bench } = await killed();
    expect(bench.state.notice).toEqual({
      id: 'a',
      number: NUMBER,
      failure: { kind: 'unknownOutcome', messages: [] },
    });
    await bench.within(bench.session.dismissNotice());
    bench.killWorker();
    await bench.wakeWorker();
    expect(bench.state.notice).toBeNull();
  });

  it('is never sent again by itself', async () => {
    const { bench, dials } = await killed();
    await bench.advance(120_000);
    expect(dials()).toHaveLength(1);
  });

  it('shows on the badge, for no popup is open to tell it', async () => {
    const { bench } = await killed();
    expect(bench.lastShown?.badge).toMatchObject({ text: '!' });
  });

  it('may be dialled again by the agent, who has been told', async () => {
    const { bench, dial, dials } = await killed();
    await bench.advance(3_000);
    expect(await bench.within(dial('b'))).toEqual({ ok: true });
    expect(dials()).toHaveLength(2);
  });

  it('at any step reaches the server once at most', async () => {
    for (let step = 1; step <= 12; step += 1) {
      const { bench, dial, dials } = await ready();
      let left = step;
      bench.onStep = () => {
        left -= 1;
        if (left === 0) bench.killWorker();
      };
      void dial('a');
      await bench.settle();
      bench.onStep = () => {};
      bench.killWorker();
      await bench.wakeWorker();
      await bench.advance(60_000);
      expect(dials().length, `killed at step ${step}`).toBeLessThanOrEqual(1);
    }
  });

  it('before it was sent is told too, for nobody can know', async () => {
    const { bench, dial, dials } = await ready();
    bench.onStep = (moment) => {
      if (moment === 'writeDials is done') bench.killWorker();
    };
    void dial('a');
    await bench.settle();
    bench.onStep = () => {};
    await bench.wakeWorker();
    expect(dials()).toEqual([]);
    expect(bench.state.notice).toMatchObject({ number: NUMBER });
  });
});

describe('a call whose creation nobody has confirmed', () => {
  it('is known to be there as soon as pull data shows it, and nothing more is said', async () => {
    const { bench, dial } = await ready();
    bench.onStep = (moment) => {
      if (moment === 'POST activities is answered') bench.killWorker();
    };
    void dial('a');
    await bench.settle();
    bench.onStep = () => {};
    bench.killWorker();
    await bench.wakeWorker();
    await bench.advance(10_000);
    expect(bench.state.activities).toMatchObject([{ number: NUMBER }]);
    expect(bench.state.notice).toBeNull();
    expect(bench.storage.dials).toMatchObject([{ id: 'a', outcome: 'created' }]);
  });

  it('is not told as unknown when pull data was faster than the broken answer', async () => {
    const { bench, dial, dials } = await ready();
    bench.faults.add({ kind: 'cut', handled: true, match: { method: 'POST' } });
    expect(await bench.within(dial('a'))).toEqual({ ok: true });
    expect(dials()).toHaveLength(1);
  });

  it('is still told when the call that is there is an older one', async () => {
    const { bench, dial } = await ready();
    await bench.within(dial('a'));
    await bench.advance(30_000);
    bench.faults.add({ kind: 'cut', match: { method: 'POST' }, times: 1 });
    expect(await bench.within(dial('b'))).toMatchObject({ error: { kind: 'unknownOutcome' } });
  });
});

it('two calls of one dial, as a browser makes them that sends it once more, are told once', async () => {
  const { bench, dial } = await ready();
  await bench.within(dial('a'));
  const agent = bench.world.agent(ANNA);
  const { name } = dialAgain(bench.world, agent, NUMBER, '4001');
  await bench.advance(1_000);
  expect(bench.state.notice).toEqual({
    id: 'a',
    number: NUMBER,
    failure: { kind: 'dialledTwice', messages: [] },
  });
  await bench.within(bench.session.dismissNotice());
  bench.world.answerOutgoing(name);
  await bench.advance(10_000);
  expect(bench.state.notice).toBeNull();
});

it('two calls of two dials are as they should be', async () => {
  const { bench, dial } = await ready();
  await bench.within(dial('a'));
  await bench.advance(3_500);
  await bench.within(dial('b'));
  await bench.advance(10_000);
  expect(bench.state.activities).toHaveLength(2);
  expect(bench.state.notice).toBeNull();
});
