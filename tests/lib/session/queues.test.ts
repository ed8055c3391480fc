import { describe, expect, it } from 'vitest';
import { queueMemberships } from '@/lib/agent/queue-memberships';
import { ANNA, createSessionWorld, type WorldOptions } from '../../support/session-world';

async function signedIn(options: WorldOptions = {}) {
  const bench = createSessionWorld(options);
  await bench.signIn();
  await bench.advance(1_000);
  const queues = () => queueMemberships(bench.state).map(({ queue }) => queue.name);
  return { bench, queues };
}

const PERMITTED = ['3001', '3002', '3003', '4001', '5001'];

describe('the queues an agent may log in to', () => {
  it('are read from whoim, without asking for the profile', async () => {
    const { bench, queues } = await signedIn();
    expect(queues().sort()).toEqual(PERMITTED);
    expect(bench.requestsTo('GET', '/queues')).toEqual([]);
  });

  it.each([
    ['null', 'rdata'],
    ['absent', 'rdata'],
    ['null', 'row'],
  ] as const)(
    'are read once from the profile when whoim has _rdata %s (login in its %s)',
    async (whoimRdata, profileQueueLogin) => {
      const { bench, queues } = await signedIn({ switches: { whoimRdata, profileQueueLogin } });
      await bench.advance(60_000);
      expect(queues().sort()).toEqual(PERMITTED);
      expect(bench.requestsTo('GET', '/queues').map(({ path }) => path)).toEqual([
        '/api/v6/profiles/profiles_agents/queues',
      ]);
    },
  );

  it.each(['list', 'keyed', 'names'] as const)(
    'are known to be joined when pull data has them as %s',
    async (pullQueues) => {
      const { bench } = await signedIn({ switches: { pullQueues } });
      bench.world.goReady(ANNA);
      await bench.advance(1_000);
      const joined = queueMemberships(bench.state).filter(({ loggedIn }) => loggedIn);
      expect(joined.map(({ queue }) => queue.title)).toEqual(['Outbound', 'Sales', 'Support']);
    },
  );
});

describe('reloadUser', () => {
  it.each(['boolean', 'number', 'counter'] as const)(
    'reads whoim once for each change when it comes as a %s',
    async (reloadUserAs) => {
      const { bench } = await signedIn({ switches: { reloadUserAs } });
      const before = bench.requestsTo('GET', '/whoim').length;
      for (let change = 1; change <= 3; change += 1) {
        bench.world.bumpReloadUser(ANNA);
        await bench.advance(40_000);
        expect(bench.requestsTo('GET', '/whoim').length - before).toBe(change);
      }
    },
  );

  it('that stays true for ever does not read whoim again and again', async () => {
    const { bench } = await signedIn({ switches: { reloadUserAs: 'sticky' } });
    const before = bench.requestsTo('GET', '/whoim').length;
    bench.world.bumpReloadUser(ANNA);
    await bench.advance(20 * 60_000);
    expect(bench.requestsTo('GET', '/whoim').length - before).toBe(1);
  });

  it('reads the queues of the profile anew as well', async () => {
    const { bench } = await signedIn({ switches: { whoimRdata: 'null' } });
    bench.world.bumpReloadUser(ANNA);
    await bench.advance(5_000);
    expect(bench.requestsTo('GET', '/queues')).toHaveLength(2);
  });
});

describe('devices', () => {
  const device = { name: '310', title: 'Headset 310', model: 'sipDevices' };

  async function ready(options: WorldOptions = {}) {
    const { bench } = await signedIn(options);
    bench.world.goReady(ANNA);
    await bench.advance(1_000);
    return bench;
  }
  type Bench = Awaited<ReturnType<typeof ready>>;
  const asked = (bench: Bench) => bench.requestsTo('POST', '/usersSession').map(({ body }) => body);

  it('are added by name alone, as the specification says', async () => {
    const bench = await ready();
    expect(await bench.within(bench.session.addDevice(device))).toEqual({ ok: true });
    expect(asked(bench)).toEqual([{ extension: '310' }]);
    expect(bench.world.agent(ANNA).devices).toContain('310');
  });

  it('are added with their model by a server that wants it', async () => {
    const bench = await ready({ switches: { addDeviceNeedsModel: true } });
    expect(await bench.within(bench.session.addDevice(device))).toEqual({ ok: true });
    expect(asked(bench)).toEqual([{ extension: '310' }, { extension: '310', model: 'sipDevices' }]);
  });

  it('that are no phones are named with their model at once', async () => {
    const bench = await ready();
    const mobile = { name: '601000111', title: null, model: 'externalNumbers' };
    await bench.within(bench.session.addDevice(mobile));
    expect(asked(bench)).toEqual([{ extension: '601000111', model: 'externalNumbers' }]);
  });

  it('are removed as the specification says', async () => {
    const bench = await ready();
    expect(await bench.within(bench.session.removeDevice('306'))).toEqual({ ok: true });
    expect(asked(bench)).toEqual([{ extension: { name: '306', logout: true } }]);
  });

  it('of which one is the last are kept, in the words of the server', async () => {
    const bench = await ready();
    await bench.within(bench.session.removeDevice('306'));
    expect(await bench.within(bench.session.removeDevice('305'))).toMatchObject({
      ok: false,
      error: { messages: ['User is logged in to queues which require at least one device'] },
    });
  });

  it('added here are known to be so although the server does not list them', async () => {
    const bench = await ready();
    await bench.within(bench.session.addDevice(device));
    expect(bench.state.deviceChanges).toEqual({ 310: true });
  });
});
