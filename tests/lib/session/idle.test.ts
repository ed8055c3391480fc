import { describe, expect, it } from 'vitest';
import { DEFAULT_IDLE, type IdleSettings } from '@/lib/settings/idle';
import {
  ANNA,
  createSessionWorld,
  type SessionWorld,
  type WorldOptions,
} from '../../support/session-world';

const MINUTE_MS = 60_000;
const LUNCH = { pause: 'lunch' };
const UNREADY = { setReady: false };
const READY = { setReady: true };
const END = { pause: null };

async function anAgent(chosen: Partial<IdleSettings> = {}, options: WorldOptions = {}) {
  const bench = createSessionWorld(options);
  bench.settings.idle = { ...DEFAULT_IDLE, on: true, ...chosen };
  await bench.signIn();
  bench.world.goReady(ANNA);
  await bench.advance(1_000);
  return { bench, asked: () => askedOf(bench), ...movesOf(bench) };
}

function askedOf(bench: SessionWorld) {
  return bench.requestsTo('POST', '/usersSession').map(({ body }) => body);
}

function movesOf(bench: SessionWorld) {
  const become = async (computer: typeof bench.settings.computer) => {
    bench.settings.computer = computer;
    await bench.within(bench.session.checkIdle());
    await bench.settle();
  };
  return {
    leave: () => become('idle'),
    lock: () => become('locked'),
    comeBack: () => become('active'),
  };
}

describe('an agent who leaves the computer', () => {
  it('goes unready at once, once, and is ready again when back', async () => {
    const { bench, asked, leave, comeBack } = await anAgent();
    await leave();
    expect(asked()).toEqual([UNREADY]);
    await bench.advance(30 * MINUTE_MS);
    expect(bench.world.agent(ANNA).state).toBe('Session');
    expect(bench.state.leftIdle).toMatchObject({ to: { kind: 'unready' }, isSeen: true });
    await comeBack();
    await bench.advance(MINUTE_MS);
    expect(asked()).toEqual([UNREADY, READY]);
    expect(bench.state).toMatchObject({ leftIdle: null, extension: { state: 'Idle' } });
  });

  it('goes on the chosen pause, and ends it when back', async () => {
    const { bench, asked, lock, comeBack } = await anAgent({ pause: 'lunch' });
    await lock();
    await bench.advance(MINUTE_MS);
    expect(bench.state.leftIdle).toMatchObject({ computer: 'locked' });
    await comeBack();
    await bench.advance(MINUTE_MS);
    expect(asked()).toEqual([LUNCH, END]);
  });

  it('is noticed although the browser says nothing', async () => {
    const { bench, asked } = await anAgent();
    bench.settings.computer = 'idle';
    await bench.advance(20_000);
    expect(asked()).toEqual([UNREADY]);
  });

  it('goes on being polled for, so that Daktela logs nobody out', async () => {
    const { bench, leave } = await anAgent();
    await leave();
    const before = bench.requestsTo('GET', '/appPullData').length;
    await bench.advance(10 * MINUTE_MS);
    expect(bench.requestsTo('GET', '/appPullData').length - before).toBeGreaterThanOrEqual(39);
  });

  it('stays ready where the option is off, or the browser does not tell', async () => {
    const off = await anAgent({ on: false });
    await off.leave();
    await off.bench.advance(60 * MINUTE_MS);
    expect(off.asked()).toEqual([]);
    const untold = await anAgent();
    untold.bench.settings.computer = null;
    await untold.bench.advance(60 * MINUTE_MS);
    expect(untold.asked()).toEqual([]);
  });

  it('is not disturbed in a call, and leaves some time after it', async () => {
    const { bench, asked, leave } = await anAgent({ minutes: 5 });
    const call = bench.world.ringAgent({ agent: ANNA, number: '+420600111222', queue: '3003' });
    await bench.advance(1_000);
    await leave();
    await bench.within(bench.session.command('a', (client) => client.acceptActivity(call, '305')));
    await bench.advance(40 * MINUTE_MS);
    expect(asked()).toEqual([]);
    bench.world.endCall(call);
    await bench.advance(29 * MINUTE_MS);
    expect(asked()).toEqual([]);
    await bench.within(bench.session.command('c', (client) => client.closeActivity(call, [])));
    await bench.advance(4 * MINUTE_MS);
    expect(asked()).toEqual([]);
    await bench.advance(2 * MINUTE_MS);
    expect(asked()).toEqual([UNREADY]);
  });

  it('is not brought back to what somebody else has changed meanwhile', async () => {
    const { bench, asked, leave, comeBack } = await anAgent();
    await leave();
    await bench.advance(MINUTE_MS);
    bench.world.goReady(ANNA);
    await bench.advance(1_000);
    bench.world.startPause(ANNA, 'lunch');
    await bench.advance(MINUTE_MS);
    await comeBack();
    await bench.advance(MINUTE_MS);
    expect(asked()).toEqual([UNREADY]);
    expect(bench.world.agent(ANNA).pause).toBe('lunch');
  });

  it('who goes ready at another computer stays so, until seen at this one and gone again', async () => {
    const { bench, asked, leave, comeBack } = await anAgent();
    await leave();
    await bench.advance(MINUTE_MS);
    bench.world.goReady(ANNA);
    await bench.advance(60 * MINUTE_MS);
    expect(asked()).toEqual([UNREADY]);
    await comeBack();
    await bench.advance(MINUTE_MS);
    await leave();
    await bench.advance(MINUTE_MS);
    expect(asked()).toEqual([UNREADY, UNREADY]);
  });

  it('is asked first when that was chosen, and after two hours', async () => {
    const byClick = await anAgent({ comesBack: false });
    await byClick.leave();
    await byClick.bench.advance(MINUTE_MS);
    await byClick.comeBack();
    await byClick.bench.advance(10 * MINUTE_MS);
    expect(byClick.asked()).toEqual([UNREADY]);
    expect(byClick.bench.state.leftIdle).not.toBeNull();

    const long = await anAgent();
    await long.leave();
    await long.bench.advance(121 * MINUTE_MS);
    await long.comeBack();
    await long.bench.advance(10 * MINUTE_MS);
    expect(long.asked()).toEqual([UNREADY]);
  });

  it('is nobody to bring back once the option is off', async () => {
    const { bench, asked, leave, comeBack } = await anAgent();
    await leave();
    await bench.advance(MINUTE_MS);
    bench.settings.idle = { ...bench.settings.idle, on: false };
    await comeBack();
    await bench.advance(MINUTE_MS);
    expect(asked()).toEqual([UNREADY]);
    expect(bench.state.leftIdle).toBeNull();
  });

  it('is signed out with everything', async () => {
    const { bench, leave } = await anAgent();
    await leave();
    await bench.advance(MINUTE_MS);
    await bench.within(bench.session.signOut());
    expect(bench.state.leftIdle).toBeNull();
  });
});

describe('a request to leave', () => {
  it('for a pause that Daktela refuses becomes one to go unready, and both are told', async () => {
    const { bench, asked, leave } = await anAgent({ pause: 'lunch' });
    const refusal = { kind: 'status', status: 400, message: 'No', times: 1 } as const;
    bench.faults.add({ ...refusal, match: { path: '/usersSession' } });
    await leave();
    await bench.advance(MINUTE_MS);
    expect(asked()).toEqual([LUNCH, UNREADY]);
    expect(bench.state.notice).toMatchObject({ asked: 'pause', failure: { messages: ['No'] } });
    expect(bench.state.leftIdle).toMatchObject({ to: { kind: 'unready' } });
  });

  it('that is refused for good is made again only after somebody was here', async () => {
    const { bench, asked, leave, comeBack } = await anAgent();
    const fault = { kind: 'status', status: 400, message: 'No' } as const;
    bench.faults.add({ ...fault, match: { path: '/usersSession' } });
    await leave();
    await bench.advance(60 * MINUTE_MS);
    expect(asked()).toEqual([UNREADY]);
    await comeBack();
    await leave();
    await bench.advance(60 * MINUTE_MS);
    expect(asked()).toEqual([UNREADY, UNREADY]);
  });

  it('that gets no answer is made until pull data shows it', async () => {
    const { bench, asked, leave } = await anAgent();
    bench.faults.add({ kind: 'cut', times: 2, match: { path: '/usersSession' } });
    await leave();
    await bench.advance(5 * MINUTE_MS);
    expect(asked()).toEqual([UNREADY, UNREADY, UNREADY]);
    expect(bench.state.notice).toBeNull();
    expect(bench.state.leftIdle).toMatchObject({ isSeen: true });
  });

  it('that was carried out without an answer is not made again', async () => {
    const { bench, asked, leave } = await anAgent();
    bench.faults.add({ kind: 'cut', handled: true, times: 1, match: { path: '/usersSession' } });
    await leave();
    await bench.advance(5 * MINUTE_MS);
    expect(asked()).toEqual([UNREADY]);
  });
});

describe('a request to come back', () => {
  it('that is refused is told and not made again, and can still be clicked', async () => {
    const { bench, asked, leave, comeBack } = await anAgent();
    await leave();
    await bench.advance(MINUTE_MS);
    const fault = { kind: 'status', status: 400, message: 'No device', times: 1 } as const;
    bench.faults.add({ ...fault, match: { path: '/usersSession' } });
    await comeBack();
    await bench.advance(10 * MINUTE_MS);
    expect(asked()).toEqual([UNREADY, READY]);
    expect(bench.state.notice).toMatchObject({ asked: 'ready' });
    expect(bench.state.leftIdle).not.toBeNull();
  });

  it('that gets no answer is made three times at most', async () => {
    const { bench, asked, leave, comeBack } = await anAgent();
    await leave();
    await bench.advance(MINUTE_MS);
    bench.faults.add({ kind: 'cut', match: { path: '/usersSession' } });
    await comeBack();
    await bench.advance(10 * MINUTE_MS);
    expect(asked()).toEqual([UNREADY, READY, READY, READY]);
    expect(bench.state.notice).toMatchObject({ asked: 'ready' });
  });
});

describe('an agent who has to choose a device', () => {
  const PETR = 'petr.svoboda';

  async function petr(readyDevice: string | null) {
    const bench = createSessionWorld({ agent: PETR });
    bench.settings.idle = { ...DEFAULT_IDLE, on: true };
    bench.settings.readyDevice = readyDevice;
    await bench.signIn();
    await bench.advance(1_000);
    const [device] = bench.state.availableDevices ?? [];
    if (device) bench.world.goReady(PETR, device.name);
    await bench.advance(1_000);
    return { bench, device, asked: () => askedOf(bench), ...movesOf(bench) };
  }

  it('comes back with the device of last time', async () => {
    const first = (await petr(null)).device;
    const { bench, asked, leave, comeBack } = await petr(`${first?.model}/${first?.name}`);
    await leave();
    await bench.advance(MINUTE_MS);
    await comeBack();
    await bench.advance(MINUTE_MS);
    expect(asked()).toEqual([UNREADY, { ...READY, extension: first?.name, model: first?.model }]);
  });

  it('is not brought back with one that nobody has chosen', async () => {
    const { bench, asked, leave, comeBack } = await petr(null);
    expect(bench.state.availableDevices?.length).toBeGreaterThan(1);
    await leave();
    await bench.advance(MINUTE_MS);
    await comeBack();
    await bench.advance(MINUTE_MS);
    expect(asked()).toEqual([UNREADY]);
  });
});

describe('a background that is killed', () => {
  /** What happens from a person's leaving to their being back, killed at a step of it. */
  async function dayWithKill(killStep: number, phase: 'leaving' | 'returning') {
    const { bench, leave, comeBack } = await anAgent();
    const steps: string[] = [];
    const killFrom = () => {
      bench.onStep = (moment) => {
        steps.push(moment);
        if (steps.length === killStep) bench.killWorker();
      };
    };
    const move = async (work: () => Promise<void>) => {
      if (!bench.awake) return;
      // The step at which it is killed never ends.
      await Promise.race([work().catch(() => {}), bench.advance(2_000)]);
    };
    if (phase === 'leaving') killFrom();
    bench.settings.computer = 'idle';
    await move(leave);
    bench.onStep = () => {};
    await bench.advance(2 * MINUTE_MS);
    const whileAway = bench.world.agent(ANNA).state;
    if (phase === 'returning') killFrom();
    bench.settings.computer = 'active';
    await move(comeBack);
    bench.onStep = () => {};
    await bench.advance(2 * MINUTE_MS);
    return { bench, steps, whileAway };
  }

  it.each(['leaving', 'returning'] as const)(
    'at any step of %s has it done all the same',
    async (phase) => {
      const { steps } = await dayWithKill(Number.POSITIVE_INFINITY, phase);
      expect(steps.length).toBeGreaterThan(3);
      for (let step = 1; step <= steps.length; step += 1) {
        const { bench, whileAway } = await dayWithKill(step, phase);
        const killedAt = `killed when ${steps[step - 1]}`;
        expect(whileAway, killedAt).toBe('Session');
        expect(bench.world.agent(ANNA).state, killedAt).toBe('Idle');
        expect(bench.state.leftIdle, killedAt).toBeNull();
        expect(bench.lives, killedAt).toBeGreaterThan(1);
      }
    },
  );

  it('while somebody is away knows at its return what to undo', async () => {
    const { bench, asked, leave, comeBack } = await anAgent({ pause: 'lunch' });
    await leave();
    await bench.advance(MINUTE_MS);
    for (let night = 0; night < 5; night += 1) {
      bench.killWorker();
      await bench.advance(7 * MINUTE_MS);
    }
    await comeBack();
    await bench.advance(MINUTE_MS);
    expect(asked()).toEqual([LUNCH, END]);
  });

  it('does not undo what was changed while it was dead', async () => {
    const { bench, asked, leave } = await anAgent({ pause: 'lunch' });
    await leave();
    await bench.advance(MINUTE_MS);
    bench.killWorker();
    bench.world.endPause(ANNA);
    bench.world.goUnready(ANNA);
    bench.settings.computer = 'active';
    await bench.advance(MINUTE_MS);
    expect(asked()).toEqual([LUNCH]);
    expect(bench.world.agent(ANNA).state).toBe('Session');
  });
});
