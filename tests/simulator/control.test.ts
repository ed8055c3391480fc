// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { at, createScenario, readReply } from './scenario';
import { createSwitches, switchNames, switchTable } from './switches';

function controlled() {
  const scenario = createScenario();
  const control = async (method: string, path: string, body?: unknown, headers = {}) =>
    readReply(
      await scenario.simulator.fetch(
        new Request(`http://127.0.0.1/_sim/${path}`, {
          method,
          headers,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
    );
  return {
    ...scenario,
    control,
    post: (action: string, body?: unknown) => control('POST', action, body),
  };
}

const anna = 'anna.novakova';

describe('the control interface', () => {
  it('shows the whole world', async () => {
    const { control, world } = controlled();
    world.goReady(anna);
    const name = world.ringPool({ number: '1' });
    const { body } = await control('GET', 'state');
    expect(body).toMatchObject({ connectionBroken: false, faults: [], switches: { cors: false } });
    expect(at(body, 'agents.0')).toMatchObject({ name: anna, state: 'Idle', queues: { 3001: 0 } });
    expect(at(body, 'activities.0')).toMatchObject({ name, inPool: true });
  });

  it('plays a call from ringing to its end without naming the activity', async () => {
    const { post, world } = controlled();
    await post('go-ready', { agent: anna });
    const rung = await post('ring-agent', { agent: anna, number: '+420600111222', queue: 3001 });
    const name = String(rung.body.activity);
    expect(world.activity(name)).toMatchObject({ action: 'WAIT', user: anna, queue: '3001' });
    expect((await post('caller-hangs-up')).body).toEqual({ ok: true, activity: name });
    expect(world.activity(name).action).toBe('CLOSE');
  });

  it('lets a colleague steal from the pool and the remote side end the call', async () => {
    const { post, world } = controlled();
    const name = String((await post('ring-pool', { number: '1' })).body.activity);
    await post('steal', { agent: 'eva.static' });
    expect(world.activity(name)).toMatchObject({ action: 'OPEN', user: 'eva.static' });
    await post('end-call');
    expect(world.activity(name).call?.channels.map(({ state }) => state)).toEqual([
      'Closed',
      'Closed',
    ]);
  });

  it('answers a dialled call', async () => {
    const { post, as, world } = controlled();
    const dial = { type: 'CALL', number: '601234567' };
    const { result } = await as('eva.static')('POST', 'activities', dial);
    await post('answer-outgoing');
    expect(world.activity(String(result.name)).call?.answered).toBe(true);
  });

  it('rings with anything written', async () => {
    const { post, world } = controlled();
    const email = { type: 'EMAIL', number: 'jana@example.com', subject: 'My bill', ticket: 9673 };
    const { body } = await post('ring-pool', { ...email, queue: 3001 });
    expect(world.activity(String(body.activity))).toMatchObject({
      type: 'EMAIL',
      from: 'jana@example.com',
      title: 'My bill',
      ticket: '9673',
    });
  });

  it('puts the newest call on hold and takes it back', async () => {
    const { post, world, as } = controlled();
    const { result } = await as('eva.static')('POST', 'activities', {
      type: 'CALL',
      number: '601234567',
    });
    await post('answer-outgoing');
    await post('hold-call');
    const states = () =>
      world.activity(String(result.name)).call?.channels.map(({ state }) => state);
    expect(states()).toContain('On Hold');
    await post('take-back');
    expect(states()).not.toContain('On Hold');
  });

  it('starts and ends pauses', async () => {
    const { post, world } = controlled();
    await post('start-pause', { agent: 'eva.static', pause: 'lunch' });
    expect(world.agent('eva.static').pause).toBe('lunch');
    await post('end-pause', { agent: 'eva.static' });
    expect(world.agent('eva.static').state).toBe('Idle');
  });

  it('changes reachability, reloadUser, announcements and the number of agents', async () => {
    const { post, world } = controlled();
    await post('device-reachable', { agent: anna, reachable: false });
    await post('reload-user', { agent: anna });
    await post('announce', { text: 'Ahoj' });
    await post('add-agents', { count: 3 });
    expect(world.agent(anna)).toMatchObject({ reachable: false, reloadCount: 1 });
    expect(world.agent(anna).announcements[0]?.text).toBe('Ahoj');
    expect(world.agents.has('agent0003')).toBe(true);
  });

  it('forgets hashes and expires tokens', async () => {
    const { post, pullAll, poll, anna: send } = controlled();
    const { hash } = await pullAll();
    await post('forget-hashes');
    expect(Object.keys((await poll(hash)).result).length).toBeGreaterThan(1);
    await post('expire-tokens', { permanentToo: true });
    expect((await send('GET', 'pauses')).status).toBe(401);
  });

  it('breaks the connection for a while', async () => {
    const { post, anna: send, clock } = controlled();
    await post('break-connection', { forMs: 1000 });
    await expect(send('GET', 'whoim')).rejects.toThrow(TypeError);
    await clock.advance(1000);
    expect((await send('GET', 'whoim')).status).toBe(200);
  });

  it('adds, shows, removes and clears faults', async () => {
    const { post, control, anna: send } = controlled();
    const match = { pathPattern: 'who.m$', method: 'GET' };
    const added = await post('add-fault', { kind: 'status', status: 500, match });
    expect((await send('GET', 'whoim')).status).toBe(500);
    expect(at((await control('GET', 'state')).body, 'faults.0.fault')).toEqual({
      kind: 'status',
      status: 500,
      match,
    });
    await post('remove-fault', { fault: added.body.fault });
    expect((await send('GET', 'whoim')).status).toBe(200);
    await post('add-fault', { kind: 'html' });
    await post('clear-faults');
    expect((await send('GET', 'whoim')).status).toBe(200);
  });

  it('resets the world, the switches, the faults and the requests', async () => {
    const { post, world, simulator, anna: send } = controlled();
    world.goReady(anna);
    simulator.switches.cors = true;
    simulator.faults.breakConnection();
    await expect(send('GET', 'whoim')).rejects.toThrow(TypeError);
    await post('reset');
    expect(world.agent(anna).state).toBe('Session');
    expect(simulator.switches).toEqual(createSwitches());
    expect(simulator.requests).toEqual([]);
    expect((await send('GET', 'whoim')).status).toBe(200);
  });

  it('lists requests, filtered', async () => {
    const { control, anna: send, simulator } = controlled();
    await send('GET', 'whoim');
    await send('GET', 'pauses');
    const url = 'http://127.0.0.1/_sim/requests?path=pauses&agent=anna.novakova';
    const reply = await simulator.fetch(new Request(url));
    expect(await reply.json()).toMatchObject([{ path: '/api/v6/pauses' }]);
    expect((await control('GET', 'requests')).status).toBe(200);
  });

  it.each([
    ['ring-agent', {}, 'agent is required'],
    ['ring-agent', { agent: 'nobody' }, 'No agent is called nobody'],
    ['ring-agent', { agent: 'eva.static', queue: 7 }, 'No queue is called 7'],
    ['ring-pool', { type: 'FAX' }, 'type must be one of CALL, EMAIL, CHAT, SMS, FBM'],
    ['caller-hangs-up', {}, 'There is no waiting or running call'],
    ['end-call', { activity: 'none' }, 'No activity is called none'],
    ['start-pause', { agent: 'eva.static', pause: 'x' }, 'No pause is called x'],
    ['device-reachable', { agent: anna, reachable: 'no' }, 'reachable must be true or false'],
    ['add-fault', { kind: 'fire' }, 'kind must be one of delay, cut, status'],
    ['add-fault', { kind: 'delay' }, 'ms is required'],
    ['add-fault', { kind: 'status', status: 99 }, 'status must be an HTTP status'],
    ['add-fault', { kind: 'cut', tmies: 1 }, 'Unknown field: tmies'],
    ['add-fault', { kind: 'cut', match: { pathPattern: '(' } }, 'not a regular expression'],
    ['announce', [], 'The body must be a JSON object'],
  ])('refuses %s with %j clearly', async (action, body, text) => {
    const reply = await controlled().post(action, body);
    expect(reply.status).toBe(400);
    expect(reply.body.error).toContain(text);
  });

  it('answers 404 to an unknown action', async () => {
    const reply = await controlled().post('dance');
    expect([reply.status, reply.body.error]).toEqual([404, 'Unknown action: dance']);
  });

  it('refuses pages from elsewhere', async () => {
    const { control } = controlled();
    const from = (origin: string) => control('POST', 'reset', {}, { origin });
    expect((await from('https://evil.example')).status).toBe(403);
    expect((await from('http://localhost:3000')).status).toBe(200);
  });

  it('serves the desk page with its script and style', async () => {
    const { control } = controlled();
    expect((await control('GET', '')).text).toContain('<script type="module" src="/_sim/desk.js">');
    const script = await control('GET', 'desk.js');
    expect(script.text).toContain('addEventListener');
    expect(script.text).not.toMatch(/^interface |^import /m);
    expect((await control('GET', 'desk.css')).text).toContain('light-dark(');
  });
});

describe('switches', () => {
  it('are changed over the control interface', async () => {
    const { control, simulator } = controlled();
    const reply = await control('PATCH', 'switches', { cors: true, answerDelayMs: 50 });
    expect(reply.status).toBe(200);
    expect(simulator.switches).toMatchObject({ cors: true, answerDelayMs: 50 });
  });

  it.each([
    [{ corse: true }, 'Unknown switch: corse'],
    [{ cors: 'yes' }, 'Switch cors must be true or false'],
    [{ emptyError: 'x' }, 'Switch emptyError must be one of null, list, object, text, absent'],
    [{ answerDelayMs: -1 }, 'Switch answerDelayMs must be a number of milliseconds, 0 or more'],
    [{ tokenLifeMs: 'x' }, 'Switch tokenLifeMs must be a number of milliseconds or null'],
    [{ timeZone: 'Praha' }, 'Switch timeZone must be an IANA time zone'],
  ])('refuse %j and change nothing', async (changes, text) => {
    const { control, simulator } = controlled();
    const reply = await control('PATCH', 'switches', { queueNames: 'string', ...changes });
    expect([reply.status, reply.body.error]).toEqual([400, text]);
    expect(simulator.switches).toEqual(createSwitches());
  });

  it('each have a one-line doc and a default that passes its own check', () => {
    for (const name of switchNames) {
      const { doc, initial, check } = switchTable[name];
      expect(doc, name).toMatch(/^[^\n]{10,100}$/);
      expect(check(initial), name).toBeNull();
    }
  });
});
