// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { activitiesIn, at, createScenario } from './scenario';

/** Anna is ready and has polled once. */
async function ready(switches: Parameters<typeof createScenario>[0] = {}) {
  const scenario = createScenario(switches);
  scenario.world.goReady('anna.novakova');
  const { hash } = await scenario.pullAll();
  return { ...scenario, hash };
}

describe('pull data in its variants', () => {
  it('keys activities by name when activitiesShape is keyed', async () => {
    const { world, pullAll } = await ready({ activitiesShape: 'keyed' });
    const name = world.ringPool({ number: '1' });
    expect(Object.keys((await pullAll()).activities as object)).toEqual([name]);
  });

  it('sends changed activities only, closed ones once, when activitiesShape is delta', async () => {
    const { world, pullAll, poll } = await ready({ activitiesShape: 'delta', channels: 'atOnce' });
    const first = world.ringPool({ number: '1' });
    const { hash } = await pullAll();
    const second = world.ringPool({ number: '2' });
    const news = (await poll(hash)).result;
    expect(activitiesIn(news).map(({ name }) => name)).toEqual([second]);
    world.callerHangsUp(first);
    const { result } = await poll(news.hash);
    expect(activitiesIn(result)).toMatchObject([{ name: first, action: 'CLOSE' }]);
  });

  it('puts broken records among activities when brokenRecord is on', async () => {
    const { pullAll } = await ready({ brokenRecord: true });
    expect((await pullAll()).activities).toEqual([null, { title: 'no name' }]);
  });

  it('adds unknown keys when extraFields is on', async () => {
    const { pullAll } = await ready({ extraFields: true });
    expect(await pullAll()).toHaveProperty('_future');
  });

  it('puts the hash beside result when hashPlace is top', async () => {
    const { anna } = createScenario({ hashPlace: 'top' });
    const { body } = await anna('GET', 'appPullData?hash=');
    expect(typeof body.hash).toBe('string');
    expect(body.result).not.toHaveProperty('hash');
  });

  it('understands its own numeric hash when hashType is number', async () => {
    const { hash, poll, world } = await ready({ hashType: 'number' });
    expect(hash).toEqual(expect.any(Number));
    world.announce('x');
    expect(Object.keys((await poll(hash)).result)).toEqual(['hash', 'announcements']);
  });

  it.each([
    ['list', []],
    ['null', null],
    ['false', false],
  ] as const)(
    'has extension %s in Session when loggedOutExtension says so',
    async (value, wire) => {
      const { pullAll } = createScenario({ loggedOutExtension: value });
      expect((await pullAll()).extension).toEqual(wire);
    },
  );

  it.each([
    ['on_pause', ['on_pause']],
    ['onpause', ['onpause']],
    ['both', ['on_pause', 'onpause']],
  ] as const)('names the pause start as pauseTimeField %s says', async (pauseTimeField, names) => {
    const { pullAll } = await ready({ pauseTimeField });
    const extension = (await pullAll()).extension as object;
    expect(Object.keys(extension).filter((key) => /^on_?pause$/.test(key))).toEqual(names);
  });

  it('gives the bare name of the pause when idPause is name', async () => {
    const { pullAll, world } = await ready({ idPause: 'name' });
    world.startPause('anna.novakova', 'lunch');
    expect(at(await pullAll(), 'extension.id_pause')).toBe('lunch');
  });

  it('lists connected devices when extensionDevices is extensions', async () => {
    const { pullAll } = await ready({ extensionDevices: 'extensions' });
    expect(at(await pullAll(), 'extension.extensions')).toMatchObject([
      { name: '305' },
      { name: '306' },
    ]);
  });

  it.each([
    ['list', [{ name: 3001 }, { name: 3002 }, { name: 4001 }]],
    ['keyed', { 3001: { name: 3001 }, 4001: { _rdata: { penalty: 0 } } }],
    ['names', [3001, 3002, 4001]],
  ] as const)('gives queues as pullQueues %s says', async (pullQueues, wire) => {
    const { pullAll } = await ready({ pullQueues });
    expect((await pullAll()).queues).toMatchObject(wire);
  });

  it.each([
    ['number', 1],
    ['text', '1'],
    ['list', [{ name: 'missed_1' }]],
  ] as const)('counts missed as missedChannelsAs %s says', async (missedChannelsAs, wire) => {
    const { pullAll, world } = await ready({ missedChannelsAs });
    world.callerHangsUp(world.ringAgent({ agent: 'anna.novakova', number: '1' }));
    expect((await pullAll()).missedChannels).toEqual(wire);
  });

  it.each([
    ['boolean', true, false],
    ['number', 1, 0],
    ['counter', 1, 1],
    ['sticky', true, true],
  ] as const)('tells of reloadUser as %s', async (reloadUserAs, before, after) => {
    const { pullAll, world, anna } = await ready({ reloadUserAs });
    world.bumpReloadUser('anna.novakova');
    expect((await pullAll()).reloadUser).toBe(before);
    await anna('GET', 'whoim');
    expect((await pullAll()).reloadUser).toBe(after);
  });

  it('repeats reloadUser in idle replies when it is sticky', async () => {
    const { pullAll, world, poll, clock } = await ready({ reloadUserAs: 'sticky' });
    world.bumpReloadUser('anna.novakova');
    const { hash } = await pullAll();
    const held = poll(hash);
    await clock.advance(15_000);
    expect((await held).result).toEqual({ hash, reloadUser: true });
  });

  it('logs out an agent who stops polling when inactivityLogoutMs is set', async () => {
    const { world, clock } = await ready({ inactivityLogoutMs: 60_000 });
    await clock.advance(59_999);
    expect(world.agent('anna.novakova').state).toBe('Idle');
    await clock.advance(1);
    expect(world.agent('anna.novakova').state).toBe('Session');
  });

  it('keeps an agent who polls on when inactivityLogoutMs is set', async () => {
    const { world, clock, pullAll } = await ready({ inactivityLogoutMs: 60_000 });
    await clock.advance(40_000);
    await pullAll();
    await clock.advance(40_000);
    expect(world.agent('anna.novakova').state).toBe('Idle');
  });

  it('keeps an agent whose poll is held longer than inactivityLogoutMs', async () => {
    const { world, clock, hash, poll } = await ready({ inactivityLogoutMs: 10_000 });
    const held = poll(hash);
    await clock.advance(14_000);
    expect(world.agent('anna.novakova').state).toBe('Idle');
    await clock.advance(1000);
    await held;
  });

  it('says Unavailable when the device cannot be reached', async () => {
    const { world, pullAll } = await ready();
    expect(at(await pullAll(), 'extension.exten_status')).toBe('Idle');
    world.setDeviceReachable('anna.novakova', false);
    expect(at(await pullAll(), 'extension.exten_status')).toBe('Unavailable');
  });
});
