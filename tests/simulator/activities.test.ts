// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { agent, ready, refusal, speaking } from './call-scenario';
import { activitiesIn, at, createScenario } from './scenario';

describe('an incoming call', () => {
  it('has channels null at first and filled a little later', async () => {
    const { ring, pullAll, clock } = ready();
    ring();
    expect(at(await pullAll(), 'activities.0.item.channels')).toBeNull();
    await clock.advance(200);
    expect(at(await pullAll(), 'activities.0.item.channels')).toMatchObject([
      { user: null },
      { user: { name: agent }, state: 'Ringing' },
    ]);
  });

  it.each([
    ['atOnce', 0, 2],
    ['never', 5000, null],
  ] as const)('has channels when channels %s says', async (channels, waitMs, count) => {
    const { ring, pullAll, clock } = ready({ channels });
    ring();
    await clock.advance(waitMs);
    const shown = at(await pullAll(), 'activities.0.item.channels');
    expect(Array.isArray(shown) ? shown.length : shown).toBe(count);
  });

  it('obeys channelsAfterMs', async () => {
    const { ring, pullAll, clock } = ready({ channelsAfterMs: 1000 });
    ring();
    await clock.advance(999);
    expect(at(await pullAll(), 'activities.0.item.channels')).toBeNull();
    await clock.advance(1);
    expect(at(await pullAll(), 'activities.0.item.channels')).toHaveLength(2);
  });

  it('vanishes and counts as missed when the caller hangs up', async () => {
    const { ring, pullAll, world } = ready();
    world.callerHangsUp(ring());
    expect(await pullAll()).toMatchObject({ activities: [], missedChannels: 1 });
  });

  it('cannot ring at an agent who is not ready', () => {
    const { world } = createScenario();
    expect(() => world.ringAgent({ agent, number: '1' })).toThrow('is not ready (state Session)');
  });
});

describe('accepting', () => {
  it('opens the activity with the channel ringing, then speaking after answerDelayMs', async () => {
    const { ring, put, pullAll, clock } = ready({ answerDelayMs: 400 });
    const name = ring();
    const reply = await put(name, { action: 'OPEN', _exten: '305' });
    expect([reply.status, reply.result.action]).toEqual([200, 'OPEN']);
    await clock.advance(399);
    expect(at(await pullAll(), 'activities.0.item.channels.1')).toMatchObject({
      state: 'Ringing',
      endpoint: { name: '305' },
    });
    await clock.advance(1);
    const data = await pullAll();
    expect(at(data, 'activities.0.item.channels.1')).toMatchObject({
      state: 'Speaking',
      time_speaking: '2026-01-12 09:00:00',
    });
    expect(at(data, 'extension.exten_status')).toBe('Busy');
  });

  it.each([
    [{ action: 'OPEN' }, 'Choose a device'],
    [{ action: 'OPEN', _exten: '310' }, 'Device 310 is not connected'],
  ])('is refused with two devices for %j', async (body, text) => {
    const { ring, put } = ready();
    expect(refusal(await put(ring(), body))).toEqual([400, [text]]);
  });

  it('needs no device with exactly one', async () => {
    const { ring, put, world } = ready();
    world.agent(agent).devices = ['306'];
    expect((await put(ring(), { action: 'OPEN' })).status).toBe(200);
  });

  it('is refused when the device cannot be reached', async () => {
    const { ring, put, world } = ready();
    world.setDeviceReachable(agent, false);
    expect(refusal(await put(ring(), { action: 'OPEN', _exten: '305' }))).toEqual([
      400,
      ['User has no available devices'],
    ]);
  });

  it('takes a waiting activity from the pool', async () => {
    const { put, world, pullAll } = ready();
    const name = world.ringPool({ number: '1', queue: 3001 });
    expect(activitiesIn(await pullAll())).toMatchObject([{ name, action: '', user: null }]);
    expect((await put(name, { action: 'OPEN', _exten: '305' })).status).toBe(200);
    expect(world.activity(name).user).toBe(agent);
  });

  it('needs no device for a chat', async () => {
    const { put, world } = ready();
    world.agent(agent).queues.set('5001', 0);
    const name = world.ringPool({ number: 'Návštěvník 7', type: 'CHAT' });
    expect((await put(name, { action: 'OPEN' })).result).toMatchObject({
      type: 'CHAT',
      action: 'OPEN',
    });
  });

  it('is refused when a colleague was faster', async () => {
    const { put, world } = ready();
    const name = world.ringPool({ number: '1', queue: 3001 });
    world.stealFromPool(name, 'eva.static');
    expect(refusal(await put(name, { action: 'OPEN', _exten: '305' }))).toEqual([
      400,
      ['Activity is handled by another user'],
    ]);
  });

  it('is refused for a queue the agent is not in', async () => {
    const { put, world } = ready();
    const name = world.ringPool({ number: '1', queue: 3003 });
    expect(refusal(await put(name, { action: 'OPEN', _exten: '305' }))).toEqual([
      400,
      ['Activity does not belong to you'],
    ]);
  });

  it('is ignored or refused for an own open activity as alreadyThere says', async () => {
    const { put, name, simulator } = await speaking();
    expect((await put(name, { action: 'OPEN', _exten: '305' })).status).toBe(200);
    simulator.switches.alreadyThere = 'refuse';
    expect((await put(name, { action: 'OPEN', _exten: '305' })).status).toBe(400);
  });

  it('answers 404 for an unknown activity', async () => {
    expect((await ready().put('activities_none', { action: 'OPEN' })).status).toBe(404);
  });
});

describe('rejecting', () => {
  it('puts the activity back to the pool', async () => {
    const { ring, put, world } = ready();
    const name = ring(3001);
    expect((await put(name, { reject: true })).status).toBe(200);
    expect(world.activity(name)).toMatchObject({ action: '', user: null });
  });

  it('rings at the next agent when rejectGoesTo is nextAgent', async () => {
    const { ring, put, world } = ready({ rejectGoesTo: 'nextAgent' });
    const name = ring(3001);
    await put(name, { reject: true });
    expect(world.activity(name)).toMatchObject({ action: 'WAIT', user: 'eva.static' });
  });

  it('ends a direct call', async () => {
    const { ring, put, pullAll } = ready();
    await put(ring(), { reject: true });
    expect(await pullAll()).toMatchObject({ activities: [], missedChannels: 0 });
  });

  it('starts the pause Inactive when pauseAfterReject is on', async () => {
    const { ring, put, world } = ready({ pauseAfterReject: true });
    await put(ring(3001), { reject: true });
    expect(world.agent(agent)).toMatchObject({ state: 'Paused', pause: 'inactive' });
  });

  it('is refused for a call that does not ring at the agent', async () => {
    const { put, world } = ready();
    const name = world.ringPool({ number: '1', queue: 3001 });
    expect(refusal(await put(name, { reject: true }))).toEqual([400, ['Activity is not ringing']]);
  });
});

describe('an activity request', () => {
  it('is refused when it makes no sense', async () => {
    const { ring, put } = ready();
    expect(refusal(await put(ring(), { colour: 'red' }))).toEqual([
      400,
      ['Request is not understood'],
    ]);
  });
});
