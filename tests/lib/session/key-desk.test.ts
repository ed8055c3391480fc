import { describe, expect, it } from 'vitest';
import type { KeyCommand } from '@/lib/agent/key-commands';
import type { AgentState } from '@/lib/agent/state';
import { dispatch } from '@/lib/messages/dispatch';
import { createKeyDesk } from '@/lib/session/key-desk';
import { ANNA, createSessionWorld, type WorldOptions } from '../../support/session-world';

/** An agent with keys and nothing else before them. */
async function atTheKeys(options: WorldOptions = {}) {
  const desks: ReturnType<typeof createKeyDesk>[] = [];
  const bench = createSessionWorld({
    ...options,
    heard: (state: AgentState) => desks.at(-1)?.show(state),
  });
  const choices = { acceptDevice: null, readyDevice: null, pause: null as string | null };
  const opened: string[] = [];
  let life = 0;

  /** As the background makes it at each of its starts. */
  function startDesk() {
    const { session } = bench;
    life = bench.lives;
    const never = async () => {
      throw new Error('A key asks for nothing of the kind');
    };
    const ports = {
      session,
      recognise: never,
      plan: () => null,
      hello: never,
      teach: never,
      checkAlerts: never,
    };
    desks.push(
      createKeyDesk({
        session,
        clock: bench.clock,
        choices: async () => choices,
        answer: (request) => dispatch(request, 'extension', ports),
        openDesk: async () => void opened.push('desk'),
      }),
    );
  }

  async function press(key: KeyCommand): Promise<void> {
    if (!bench.awake || bench.lives !== life) startDesk();
    const desk = desks.at(-1);
    if (desk) await bench.within(desk.pressed(key));
    await bench.settle();
  }

  startDesk();
  await bench.signIn();
  bench.world.goReady(ANNA);
  await bench.advance(1_000);
  const ring = (number = '+420600111222') =>
    bench.world.ringAgent({ agent: ANNA, number, queue: '3003' });
  const commands = () =>
    bench.simulator.requests
      .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/login'))
      .map(({ method, path, body }) =>
        decodeURIComponent(`${method} ${path.split('/').at(-1)} ${JSON.stringify(body)}`),
      );
  return { bench, choices, opened, press, ring, commands };
}

describe('a key', () => {
  it('accepts the call that rings, and hangs up the one that is talked', async () => {
    const { bench, press, ring, commands } = await atTheKeys();
    const call = ring();
    await bench.advance(1_000);
    await press('accept');
    await bench.advance(1_000);
    await press('hang-up');
    expect(commands()).toEqual([
      `PUT ${call} {"action":"OPEN","_exten":"305"}`,
      `PUT ${call} {"hangup":{"channel":null}}`,
    ]);
    expect(bench.state.notice).toBeNull();
  });

  it('rejects the call that rings', async () => {
    const { bench, press, ring, commands } = await atTheKeys();
    const call = ring();
    await bench.advance(1_000);
    await press('reject');
    expect(commands()).toEqual([`PUT ${call} {"reject":true}`]);
  });

  it('goes on a pause, and comes back from it', async () => {
    const { bench, choices, press, commands } = await atTheKeys();
    choices.pause = 'lunch';
    await press('toggle-ready');
    await bench.advance(1_000);
    expect(bench.state.extension?.state).toBe('Paused');
    await press('toggle-ready');
    await bench.advance(1_000);
    expect(bench.state.extension?.state).toBe('Idle');
    expect(commands()).toEqual([
      'POST usersSession {"pause":"lunch"}',
      'POST usersSession {"pause":null}',
    ]);
  });

  it('works in a background that was killed before it was pressed', async () => {
    const { bench, press, ring, commands } = await atTheKeys();
    bench.killWorker();
    const call = ring();
    await bench.advance(5_000);
    expect(bench.awake).toBe(false);
    await press('accept');
    expect(commands()).toEqual([`PUT ${call} {"action":"OPEN","_exten":"305"}`]);
    expect(bench.state.notice).toBeNull();
  });

  it.each([5_000, 29_000])(
    'asks Daktela first what has changed in %i ms without it',
    async (ms) => {
      const { bench, press, ring, commands } = await atTheKeys();
      const gone = ring();
      await bench.advance(1_000);
      bench.killWorker();
      bench.world.callerHangsUp(gone);
      const call = ring('+420600333444');
      await bench.advance(ms);
      await press('accept');
      expect(commands()).toEqual([`PUT ${call} {"action":"OPEN","_exten":"305"}`]);
    },
  );

  it('that is held down is pressed once', async () => {
    const { bench, press, ring, commands } = await atTheKeys();
    const first = ring();
    await bench.advance(2_000);
    ring('+420600333444');
    await bench.advance(1_000);
    for (let times = 0; times < 60; times += 1) {
      await press('accept');
      await bench.advance(50);
    }
    expect(commands()).toEqual([`PUT ${first} {"action":"OPEN","_exten":"305"}`]);
  });

  it('pressed again while it is being done, or before that shows, does nothing more', async () => {
    const { bench, press, ring, commands } = await atTheKeys();
    ring();
    await bench.advance(1_000);
    bench.faults.add({ kind: 'delay', ms: 2_000, times: 1, match: { path: '/activities' } });
    await Promise.all([press('accept'), bench.advance(900).then(() => press('accept'))]);
    await bench.advance(1_000);
    await press('accept');
    expect(commands().filter((command) => command.includes('OPEN'))).toHaveLength(1);
  });

  it('waits for the one pressed before it', async () => {
    const { bench, choices, press, ring, commands } = await atTheKeys();
    choices.pause = 'lunch';
    const call = ring();
    await bench.advance(1_000);
    bench.faults.add({ kind: 'delay', ms: 2_000, times: 1, match: { path: '/activities' } });
    await Promise.all([press('accept'), press('toggle-ready')]);
    expect(commands()).toEqual([
      `PUT ${call} {"action":"OPEN","_exten":"305"}`,
      'POST usersSession {"pause":"lunch"}',
    ]);
  });
});

describe('a key that does nothing says why', () => {
  it('for some seconds, and sends nothing', async () => {
    const { bench, press, commands } = await atTheKeys();
    await press('reject');
    expect(bench.state.notice).toMatchObject({
      asked: 'reject',
      failure: { kind: 'nothingRings' },
    });
    expect(bench.lastShown?.badge.text).toBe('!');
    await bench.advance(16_000);
    expect(bench.state.notice).toBeNull();
    expect(commands()).toEqual([]);
  });

  it('and takes away no later news', async () => {
    const { bench, press } = await atTheKeys();
    await press('hang-up');
    await bench.advance(5_000);
    await bench.within(bench.session.notify('x', '777', { kind: 'network', messages: [] }));
    await bench.advance(30_000);
    expect(bench.state.notice).toMatchObject({ id: 'x' });
  });

  it('in the words of the server, for as long as they are not read', async () => {
    const { bench, press, ring } = await atTheKeys();
    const call = ring();
    await bench.advance(1_000);
    bench.faults.add({
      kind: 'status',
      status: 400,
      message: 'Taken by somebody else',
      times: 1,
      match: { method: 'PUT' },
    });
    await press('accept');
    await bench.advance(60_000);
    expect(bench.state.notice).toMatchObject({
      asked: 'accept',
      failure: { kind: 'refused', messages: ['Taken by somebody else'] },
      activity: { name: call },
    });
  });

  it('when two rang at the same moment', async () => {
    const { bench, press, ring, commands } = await atTheKeys();
    ring();
    ring('+420600333444');
    await bench.advance(1_000);
    await press('accept');
    expect(bench.state.notice).toMatchObject({ failure: { kind: 'severalRing' } });
    expect(commands()).toEqual([]);
  });

  it('when Daktela cannot be reached', async () => {
    const { bench, press, commands } = await atTheKeys();
    bench.faults.add({ kind: 'cut', match: { path: 'appPullData' } });
    await bench.advance(60_000);
    await press('hang-up');
    expect(bench.state.notice).toMatchObject({ asked: 'hangUp', failure: { kind: 'network' } });
    expect(commands()).toEqual([]);
  });

  it('by showing where to log in', async () => {
    const { bench, press, opened, commands } = await atTheKeys();
    await bench.within(bench.session.signOut());
    const before = commands().length;
    await press('accept');
    expect(opened).toEqual(['desk']);
    expect(commands()).toHaveLength(before);
  });
});
