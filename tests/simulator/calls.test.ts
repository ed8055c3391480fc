// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { joinSecondQueue } from '../support/second-queue';
import { agent, ready, refusal, speaking } from './call-scenario';
import { activitiesIn, at, createScenario, errorOf } from './scenario';
import type { Switches } from './switches';

describe('dialling', () => {
  it('creates an open activity whose own channel rings', async () => {
    const { dial, pullAll, clock } = ready();
    const reply = await dial({ number: '+420601234567' });
    expect(reply.status).toBe(201);
    expect(reply.result).toMatchObject({ action: 'OPEN', queue: { name: 4001 } });
    await clock.advance(200);
    const item = at(await pullAll(), 'activities.0.item');
    expect(item).toMatchObject({ direction: 'out', clid: '+420601234567', answered: false });
    expect(at(item, 'channels.1')).toMatchObject({ state: 'Ringing', user: { name: agent } });
  });

  it('speaks when the customer answers', async () => {
    const { dial, world } = ready();
    const { result } = await dial({ number: '601234567' });
    world.answerOutgoing(String(result.name));
    expect(world.activity(String(result.name)).call?.channels[1]?.state).toBe('Speaking');
  });

  it('is answered by itself after outgoingAnswerMs', async () => {
    const { dial, world, clock } = ready({ outgoingAnswerMs: 2000 });
    const name = String((await dial({ number: '601234567' })).result.name);
    await clock.advance(1999);
    expect(world.activity(name).call?.answered).toBe(false);
    await clock.advance(1);
    expect(world.activity(name).call?.answered).toBe(true);
  });

  it.each([
    [{}, 'Number is required'],
    [{ number: 'abc' }, 'Number abc is not valid'],
    [{ number: '601234567', type: 'EMAIL' }, 'Activity type EMAIL cannot be created'],
    [
      { number: '601234567', queue: 3001 },
      'User is not logged in to queue 3001 for outgoing calls',
    ],
    [{ number: '601234567', queue: 7 }, 'Queue 7 does not exist'],
  ])('is refused for %j', async (body, text) => {
    expect(refusal(await ready().dial(body))).toEqual([400, [text]]);
  });

  it('goes through the queue that was chosen', async () => {
    const { dial, world } = ready();
    const { name: queue } = joinSecondQueue(world, agent);
    const reply = await dial({ number: '601234567', queue });
    expect(reply.result).toMatchObject({ queue: { name: 4002 } });
  });

  it('is refused through a queue for incoming calls, in Czech when asked', async () => {
    const { anna } = ready();
    const body = { type: 'CALL', number: '601234567', queue: '3001' };
    const headers = { 'accept-language': 'cs' };
    expect(refusal(await anna('POST', 'activities', body, { headers }))).toEqual([
      400,
      ['Uživatel není přihlášen do fronty 3001 pro odchozí hovory'],
    ]);
  });

  it('is refused outside an outgoing call queue, in Czech when asked', async () => {
    const { as, world } = createScenario();
    world.goReady('dana.dotted.name');
    const body = { type: 'CALL', number: '601234567' };
    const headers = { 'accept-language': 'cs-CZ' };
    const reply = await as('dana.dotted.name')('POST', 'activities', body, { headers });
    expect(refusal(reply)).toEqual([400, ['Uživatel není přihlášen do fronty odchozích hovorů']]);
  });

  it('needs no queue with noQueueCallsAllowed', async () => {
    const { as, world } = createScenario();
    world.goReady('filip', '308');
    const body = { type: 'CALL', number: '601234567' };
    expect((await as('filip')('POST', 'activities', body)).result.queue).toBeNull();
  });

  it('is refused in Session', async () => {
    const { anna } = createScenario();
    const reply = await anna('POST', 'activities', { type: 'CALL', number: '601234567' });
    expect(errorOf(reply)).toEqual(['User is not ready']);
  });

  it('is refused when the device cannot be reached', async () => {
    const { dial, world } = ready();
    world.setDeviceReachable(agent, false);
    expect(errorOf(await dial({ number: '601234567' }))).toEqual(['User has no available devices']);
  });
});

describe('hanging up', () => {
  it('closes the own channel and leaves the activity open', async () => {
    const { put, name, pullAll } = await speaking();
    expect((await put(name, { hangup: { channel: null } })).status).toBe(200);
    const activity = at(await pullAll(), 'activities.0');
    expect(activity).toMatchObject({ action: 'OPEN', item: { disposition_cause: 'agent' } });
    expect(at(activity, 'item.channels.1.state')).toBe('Closed');
  });

  it('takes the name of the own channel and no other', async () => {
    const { put, name, world } = await speaking();
    const [customer, own] = world.activity(name).call?.channels ?? [];
    expect((await put(name, { hangup: { channel: customer?.name } })).status).toBe(400);
    expect((await put(name, { hangup: { channel: own?.name } })).status).toBe(200);
  });

  it('is refused when no call runs', async () => {
    const { put, name, world } = await speaking();
    world.endCall(name);
    expect(refusal(await put(name, { hangup: { channel: null } }))).toEqual([
      400,
      ['There is no call to end'],
    ]);
  });

  it("is refused for a colleague's call", async () => {
    const { put, name, as } = await speaking();
    expect(refusal(await put(name, { hangup: { channel: null } }, as('eva.static')))).toEqual([
      400,
      ['Activity does not belong to you'],
    ]);
  });
});

describe('closing', () => {
  const ended = async (queue?: number, switches: Partial<Switches> = {}) => {
    const scenario = await speaking(queue, switches);
    scenario.world.endCall(scenario.name);
    const close = (statuses?: unknown) =>
      scenario.put(scenario.name, {
        action: 'CLOSE',
        ...(statuses === undefined ? {} : { statuses }),
      });
    return { ...scenario, close };
  };

  it('takes the activity out of pull data', async () => {
    const { close, pullAll } = await ended();
    expect((await close()).result.action).toBe('CLOSE');
    expect(activitiesIn(await pullAll())).toEqual([]);
  });

  it('is refused while the call runs', async () => {
    const { put, name } = await speaking();
    expect(refusal(await put(name, { action: 'CLOSE' }))).toEqual([400, ['Call is still running']]);
  });

  it('ends a running call when closeWhileCalling is allow', async () => {
    const { put, name, world } = await speaking(undefined, { closeWhileCalling: 'allow' });
    expect((await put(name, { action: 'CLOSE' })).status).toBe(200);
    expect(world.activity(name).call?.channels[1]?.state).toBe('Closed');
  });

  it.each([
    [3001, undefined, 'Choose a status'],
    [3001, [], 'Choose a status'],
    [3001, ['statuses_resolved', 'statuses_callback'], 'Choose only one status'],
    [3001, ['statuses_order'], 'Status statuses_order does not belong to the queue'],
    [3003, ['statuses_order'], 'Status statuses_order does not belong to the queue'],
  ])('in queue %i with statuses %j is refused', async (queue, statuses, text) => {
    const { close } = await ended(queue);
    expect(refusal(await close(statuses))).toEqual([400, [text]]);
  });

  it.each([
    [3001, ['statuses_resolved']],
    [3002, ['statuses_order', 'statuses_offer']],
  ])('in queue %i keeps statuses %j', async (queue, statuses) => {
    const { close } = await ended(queue);
    expect((await close(statuses)).result.statuses).toMatchObject(
      statuses.map((name) => ({ name })),
    );
  });

  it('is refused for an activity that still rings', async () => {
    const { ring, put } = ready();
    expect(refusal(await put(ring(), { action: 'CLOSE' }))).toEqual([
      400,
      ['Activity is not open'],
    ]);
  });

  it('starts the wrap-up pause, which ends by itself, when wrapUpAfterClose is on', async () => {
    const switches = { wrapUpAfterClose: true, wrapUpMs: 5000 };
    const { close, world, clock } = await ended(3001, switches);
    await close(['statuses_resolved']);
    expect(world.agent(agent)).toMatchObject({ state: 'Paused', pause: 'wrapup' });
    await clock.advance(5000);
    expect(world.agent(agent)).toMatchObject({ state: 'Idle', pause: null });
  });

  it('starts no wrap-up in a queue without it', async () => {
    const { close, world } = await ended(3002, { wrapUpAfterClose: true });
    await close(['statuses_order']);
    expect(world.agent(agent).state).toBe('Idle');
  });

  it('may be put off with POSTPONE and the activity opened again', async () => {
    const { put, name, pullAll, world } = await ended();
    expect((await put(name, { action: 'POSTPONE' })).status).toBe(200);
    expect(activitiesIn(await pullAll())).toEqual([]);
    expect((await put(name, { action: 'OPEN' })).status).toBe(200);
    expect(world.activity(name).action).toBe('OPEN');
  });

  it('cannot be put off while the call runs', async () => {
    const { put, name } = await speaking();
    expect((await put(name, { action: 'POSTPONE' })).status).toBe(400);
  });
});
