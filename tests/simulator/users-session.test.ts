// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { at, createScenario, errorOf } from './scenario';
import type { Switches } from './switches';

function session(agent = 'anna.novakova', switches: Partial<Switches> = {}) {
  const scenario = createScenario(switches);
  const send = scenario.as(agent);
  return {
    ...scenario,
    agent: scenario.world.agent(agent),
    post: (body: unknown, language = 'en') =>
      send('POST', 'usersSession', body, { headers: { 'accept-language': language } }),
  };
}

function readySession(agent = 'anna.novakova', switches: Partial<Switches> = {}) {
  const scenario = session(agent, switches);
  const device = agent === 'petr.svoboda' ? '307' : undefined;
  if (scenario.agent.state === 'Session') scenario.world.goReady(agent, device);
  return scenario;
}

const refusal = (reply: Awaited<ReturnType<ReturnType<typeof session>['post']>>) => [
  reply.status,
  errorOf(reply),
];

describe('going ready', () => {
  it('makes a static-device agent Idle with their devices and automatic queues', async () => {
    const { post, agent } = session();
    expect((await post({ setReady: true })).body.result).toBe(true);
    expect(agent.state).toBe('Idle');
    expect(agent.devices).toEqual(['305', '306']);
    expect([...agent.queues.keys()]).toEqual(['3001', '3002', '4001']);
  });

  it('is already done for an agent with static login', () => {
    expect(session('eva.static').agent.state).toBe('Idle');
  });

  it('asks a dynamic-device agent for a device', async () => {
    const { post, agent } = session('petr.svoboda');
    expect(refusal(await post({ setReady: true }))).toEqual([400, ['Choose a device']]);
    expect(agent.state).toBe('Session');
  });

  it('asks a dynamic-device agent for the model', async () => {
    const { post } = session('petr.svoboda');
    const reply = await post({ setReady: true, extension: '307' });
    expect(refusal(reply)).toEqual([400, ['Choose the type of the device']]);
  });

  it.each([
    ['307', 'sipDevices'],
    ['601000111', 'externalNumbers'],
    ['350', 'webrtcDevices'],
    ['360', 'genericDevices'],
    ['370', 'msteamsDevices'],
  ])('connects device %s of model %s', async (extension, model) => {
    const { post, agent } = session('petr.svoboda');
    expect((await post({ setReady: true, extension, model })).status).toBe(200);
    expect(agent.devices).toEqual([extension]);
  });

  it('refuses a device of another model', async () => {
    const { post } = session('petr.svoboda');
    const reply = await post({ setReady: true, extension: '307', model: 'externalNumbers' });
    expect(refusal(reply)).toEqual([400, ['Device 307 does not exist']]);
  });

  it('refuses a device that somebody else uses, in Czech when asked', async () => {
    const { post } = session('petr.svoboda');
    const body = { setReady: true, extension: '311', model: 'sipDevices' };
    expect(refusal(await post(body, 'de, cs;q=0.8, en;q=0.5'))).toEqual([
      400,
      ['Zařízení 311 používá jiný uživatel'],
    ]);
  });

  it('answers in English when no known language is wanted', async () => {
    const { post } = session('petr.svoboda');
    expect(errorOf(await post({ setReady: true }, 'de-AT'))).toEqual(['Choose a device']);
  });

  it('is ignored when already ready', async () => {
    const { post } = readySession();
    expect((await post({ setReady: true })).status).toBe(200);
  });

  it('is refused when already ready and alreadyThere is refuse', async () => {
    const { post } = readySession('anna.novakova', { alreadyThere: 'refuse' });
    expect(refusal(await post({ setReady: true }))).toEqual([400, ['User is already ready']]);
  });

  it('answers with the extension object when sessionReply is session', async () => {
    const { post } = session('anna.novakova', { sessionReply: 'session' });
    expect((await post({ setReady: true })).result.state).toBe('Idle');
  });
});

describe('going unready', () => {
  it('lets go of devices, queues and the pause', async () => {
    const { post, agent, world } = readySession();
    world.startPause(agent.name, 'lunch');
    await post({ setReady: false });
    expect(agent).toMatchObject({ state: 'Session', devices: [], pause: null, pausedAt: null });
    expect(agent.queues.size).toBe(0);
  });

  it('returns a ringing call to the pool', async () => {
    const { post, agent, world } = readySession();
    const name = world.ringAgent({ agent: agent.name, number: '1', queue: 3001 });
    await post({ setReady: false });
    expect(world.activity(name)).toMatchObject({ action: '', user: null });
  });
});

describe('devices', () => {
  it('are added by name', async () => {
    const { post, agent } = readySession();
    expect((await post({ extension: '310' })).status).toBe(200);
    expect(agent.devices).toEqual(['305', '306', '310']);
  });

  it('are removed by name and logout', async () => {
    const { post, agent } = readySession();
    expect((await post({ extension: { name: '306', logout: true } })).status).toBe(200);
    expect(agent.devices).toEqual(['305']);
  });

  it("cannot lose the last one in call queues, in the specification's words", async () => {
    const { post } = readySession('eva.static');
    const reply = await post({ extension: { name: '311', logout: true } });
    expect(reply.body).toMatchObject({
      result: false,
      error: ['User is logged in to queues which require at least one device'],
    });
    expect(reply.status).toBe(400);
  });

  it('can lose the last one outside call queues', async () => {
    const { post, agent } = readySession('eva.static');
    agent.queues.clear();
    expect((await post({ extension: { name: '311', logout: true } })).status).toBe(200);
  });

  it.each([
    [{ extension: '999' }, 'Device 999 does not exist'],
    [{ extension: '311' }, 'Device 311 is used by another user'],
    [{ extension: { name: '310', logout: true } }, 'Device 310 is not connected'],
    [{ extension: '' }, 'Choose a device'],
  ])('refuse %j', async (body, text) => {
    expect(refusal(await readySession().post(body))).toEqual([400, [text]]);
  });

  it('are not added twice when alreadyThere is refuse', async () => {
    const { post } = readySession('anna.novakova', { alreadyThere: 'refuse' });
    expect(refusal(await post({ extension: '305' }))).toEqual([
      400,
      ['Device 305 is already connected'],
    ]);
  });

  it('need a model when addDeviceNeedsModel is on', async () => {
    const { post } = readySession('anna.novakova', { addDeviceNeedsModel: true });
    expect((await post({ extension: '310' })).status).toBe(400);
    expect((await post({ extension: '310', model: 'sipDevices' })).status).toBe(200);
  });
});

describe('pauses', () => {
  it('start and end by name and null', async () => {
    const { post, agent, clock } = readySession();
    await post({ pause: 'lunch' });
    expect(agent).toMatchObject({ state: 'Paused', pause: 'lunch', pausedAt: clock.now() });
    await post({ pause: null });
    expect(agent).toMatchObject({ state: 'Idle', pause: null, pausedAt: null });
  });

  it.each([
    ['nonsense', 'Pause nonsense does not exist'],
    ['backoffice', 'Pause Back office is not allowed'],
    ['wrapup', 'Pause Wrap-up is not allowed'],
    ['dnd', 'Pause Do not disturb is not allowed'],
  ])('refuse %s', async (pause, text) => {
    expect(refusal(await readySession().post({ pause }))).toEqual([400, [text]]);
  });

  it('refuse to be repeated past their limit', async () => {
    const { post } = readySession();
    await post({ pause: 'doctor' });
    await post({ pause: null });
    expect(refusal(await post({ pause: 'doctor' }))).toEqual([
      400,
      ['Pause Doctor cannot be repeated today'],
    ]);
  });

  it.each([{ pause: 'lunch' }, { pause: null }, { queues: [{ name: 3001, login: true }] }])(
    'and queues cannot change in Session: %j',
    async (body) => {
      expect(refusal(await session().post(body))).toEqual([400, ['User is not ready']]);
    },
  );

  it.each([
    [{ pause: null }, 'Idle', 'User is not on a pause'],
    [{ pause: 'lunch' }, 'Paused', 'User is already on this pause'],
  ])('refuse %j in state %s when alreadyThere is refuse', async (body, state, text) => {
    const { post, world } = readySession('anna.novakova', { alreadyThere: 'refuse' });
    if (state === 'Paused') world.startPause('anna.novakova', 'lunch');
    expect(refusal(await post(body))).toEqual([400, [text]]);
  });
});

describe('queues', () => {
  it('are joined with a penalty, name and penalty as text or number', async () => {
    const { post, agent } = readySession();
    const queues = [
      { name: '3003', login: true, penalty: '2' },
      { name: 5001, login: true },
    ];
    expect((await post({ queues })).status).toBe(200);
    expect(agent.queues.get('3003')).toBe(2);
    expect(agent.queues.get('5001')).toBe(0);
  });

  it('are left', async () => {
    const { post, agent } = readySession();
    await post({ queues: [{ name: 3002, login: false }] });
    expect(agent.queues.has('3002')).toBe(false);
  });

  it('bring waiting activities into sight', async () => {
    const { post, world, anna } = readySession();
    const name = world.ringPool({ number: '1', queue: 3003 });
    const { hash } = (await anna('GET', 'appPullData?hash=')).result;
    await post({ queues: [{ name: 3003, login: true }] });
    const { result } = await anna('GET', `appPullData?hash=${hash}`);
    expect(at(result, 'activities.0.name')).toBe(name);
    expect(result).toHaveProperty('queues');
  });

  it.each([
    [{ name: 9999, login: true }, 'Queue 9999 does not exist'],
    [{ name: 3008, login: true }, 'Queue Poruchy 2019 is deactivated'],
    [{ name: 3009, login: true }, 'You cannot log in to queue Management line'],
    [{ name: 5002, login: true }, 'You cannot log in to queue E-mail'],
    [{ name: 3001 }, 'Request is not understood'],
  ])('refuse %j', async (change, text) => {
    expect(refusal(await readySession().post({ queues: [change] }))).toEqual([400, [text]]);
  });

  it('that are fix cannot be left', async () => {
    const { post } = readySession('petr.svoboda');
    expect(refusal(await post({ queues: [{ name: 3001, login: false }] }))).toEqual([
      400,
      ['You cannot log out of queue Support'],
    ]);
  });

  it('for calls need a device', async () => {
    const { post, agent } = readySession();
    agent.devices = [];
    expect(refusal(await post({ queues: [{ name: 3003, login: true }] }))).toEqual([
      400,
      ['Queue Reklamace requires a device'],
    ]);
  });

  it('change all together or not at all', async () => {
    const { post, agent } = readySession();
    const queues = [
      { name: 3003, login: true },
      { name: 9999, login: true },
    ];
    await post({ queues });
    expect(agent.queues.has('3003')).toBe(false);
  });

  it.each([
    [{ name: 3001, login: true }, 'User is already in queue Support'],
    [{ name: 3003, login: false }, 'User is not in queue Reklamace'],
  ])('refuse %j when alreadyThere is refuse', async (change, text) => {
    const { post } = readySession('anna.novakova', { alreadyThere: 'refuse' });
    expect(refusal(await post({ queues: [change] }))).toEqual([400, [text]]);
  });
});

describe('a session request', () => {
  it.each([{}, [], 'text', { setReady: 'yes' }, { queues: 3 }])(
    'is refused when it makes no sense: %j',
    async (body) => {
      expect(refusal(await readySession().post(body))).toEqual([
        400,
        ['Request is not understood'],
      ]);
    },
  );
});
