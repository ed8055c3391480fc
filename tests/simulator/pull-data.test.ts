// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { activitiesIn, at, createScenario, errorOf } from './scenario';

const keys = ['activities', 'extension', 'queues', 'missedChannels', 'announcements', 'reloadUser'];

/** Anna is ready and has polled once. */
async function ready(switches: Parameters<typeof createScenario>[0] = {}) {
  const scenario = createScenario(switches);
  scenario.world.goReady('anna.novakova');
  const { hash } = await scenario.pullAll();
  return { ...scenario, hash };
}

describe('pull data', () => {
  it('gives every key at once to an empty hash', async () => {
    const { pullAll } = createScenario();
    const result = await pullAll();
    expect(Object.keys(result)).toEqual(['hash', ...keys]);
    expect(result.extension).toMatchObject({
      state: 'Session',
      exten_status: 'Unavailable',
      id_pause: null,
      on_pause: null,
      id_agent: { name: 'anna.novakova', profile: { name: 'profiles_agents' } },
    });
  });

  it('gives only the hash after 15 seconds without news', async () => {
    const { poll, clock, hash } = await ready();
    let done = false;
    const held = poll(hash).finally(() => {
      done = true;
    });
    await clock.advance(14_999);
    expect(done).toBe(false);
    await clock.advance(1);
    expect((await held).result).toEqual({ hash });
  });

  it('answers a held poll at once with only activities and extension when a call rings', async () => {
    const { poll, world, clock, hash } = await ready();
    const held = poll(hash);
    await clock.advance(100);
    const name = world.ringAgent({ agent: 'anna.novakova', number: '+420600111222' });
    const { result } = await held;
    expect(Object.keys(result)).toEqual(['hash', 'activities', 'extension']);
    expect(result.hash).not.toBe(hash);
    expect(activitiesIn(result)).toMatchObject([
      { name, action: 'WAIT', user: { name: 'anna.novakova' }, item: { direction: 'in' } },
    ]);
  });

  it('catches up on changes made between two polls', async () => {
    const { poll, world, hash } = await ready();
    world.startPause('anna.novakova', 'lunch');
    const { result } = await poll(hash);
    expect(Object.keys(result)).toEqual(['hash', 'extension']);
    expect(result.extension).toMatchObject({
      state: 'Paused',
      id_pause: { title: 'Oběd' },
      on_pause: '2026-01-12 09:00:00',
    });
  });

  it('serves two pollers of one agent, each with its own hash', async () => {
    const { poll, world, clock, hash } = await ready();
    const first = poll(hash);
    await clock.advance(10);
    world.announce('Systém se restartuje');
    const newer = (await first).result.hash;
    const late = await poll(hash);
    const held = poll(newer);
    await clock.advance(15_000);
    expect(Object.keys(late.result)).toEqual(['hash', 'announcements']);
    expect((await held).result).toEqual({ hash: newer });
  });

  it('tells other agents nothing about a call that rings at Anna', async () => {
    const { as, world, clock } = await ready();
    const eva = as('eva.static');
    const { hash } = (await eva('GET', 'appPullData?hash=')).result;
    const held = eva('GET', `appPullData?hash=${hash}`);
    world.ringAgent({ agent: 'anna.novakova', number: '1', queue: 3001 });
    await clock.advance(15_000);
    expect((await held).result).toEqual({ hash });
  });

  it("shows colleagues' ringing when othersRinging is on", async () => {
    const { as, world } = await ready({ othersRinging: true });
    world.ringAgent({ agent: 'anna.novakova', number: '1', queue: 3001 });
    const { result } = await as('eva.static')('GET', 'appPullData?hash=');
    expect(activitiesIn(result)).toMatchObject([{ user: { name: 'anna.novakova' } }]);
  });

  it('gives everything for a forgotten hash', async () => {
    const { poll, world, hash } = await ready();
    world.forgetHashes();
    expect(Object.keys((await poll(hash)).result)).toEqual(['hash', ...keys]);
  });

  it("does not know another agent's hash", async () => {
    const { poll, as } = await ready();
    const { hash } = (await as('eva.static')('GET', 'appPullData?hash=')).result;
    expect(Object.keys((await poll(hash)).result)).toEqual(['hash', ...keys]);
  });

  it('answers 400 to a forgotten hash when unknownHash is refuse', async () => {
    const { poll, world, hash } = await ready({ unknownHash: 'refuse' });
    world.forgetHashes();
    const reply = await poll(hash);
    expect([reply.status, errorOf(reply)]).toEqual([400, ['Hash is not valid']]);
  });

  it('answers an idle poll at once when pollHold is atOnce', async () => {
    const { poll, hash } = await ready({ pollHold: 'atOnce' });
    expect((await poll(hash)).result).toEqual({ hash });
  });

  it('frees the waiter and its timer when the client aborts', async () => {
    const { poll, world, clock, hash, simulator } = await ready();
    const before = world.timers.pending;
    const abort = new AbortController();
    const held = poll(hash, abort.signal);
    const outcome = expect(held).rejects.toThrow(/abort/i);
    await clock.advance(1);
    expect(world.polls.count('anna.novakova')).toBe(1);
    abort.abort();
    await outcome;
    expect(world.polls.count('anna.novakova')).toBe(0);
    expect(world.timers.pending).toBe(before);
    expect(simulator.requests.at(-1)?.outcome).toBe('aborted');
  });

  it('obeys holdMs', async () => {
    const { poll, pullAll, clock } = createScenario({}, { holdMs: 500 });
    const { hash } = await pullAll();
    const held = poll(hash);
    await clock.advance(500);
    expect((await held).result).toEqual({ hash });
  });

  it('holds polls of many agents and wakes only those concerned', async () => {
    const { world, simulator, clock } = createScenario();
    const names = world.addAgents(50);
    for (const name of names) world.goReady(name);
    const polls = names.map((name) => {
      const agent = world.agent(name);
      const send = (hash: string) =>
        simulator.fetch(
          new Request(
            `http://daktela.test/api/v6/appPullData?hash=${hash}&accessToken=${agent.token}`,
          ),
        );
      return send('').then(async (reply) => send(at(await reply.json(), 'result.hash') as string));
    });
    await clock.advance(10);
    world.startPause('agent0007', 'lunch');
    expect(at(await (await polls[6])?.json(), 'result.extension.state')).toBe('Paused');
    expect(names.filter((name) => world.polls.count(name) === 1)).toHaveLength(49);
    simulator.close();
    const rest = await Promise.allSettled(polls);
    expect(rest.filter(({ status }) => status === 'rejected')).toHaveLength(49);
  });
});
