// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { at, createScenario } from './scenario';
import type { Switches } from './switches';

const agent = 'anna.novakova';

function ready(switches: Partial<Switches> = {}) {
  const scenario = createScenario(switches);
  scenario.world.goReady(agent);
  return scenario;
}

const names = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.map((item) => at(item, 'name')) : [];

describe('getAvailableExtensions', () => {
  it('lists own and free devices of every model', async () => {
    const { result } = await ready().anna('GET', 'getAvailableExtensions');
    expect(names(result.data)).toEqual([
      '305',
      '306',
      '307',
      '308',
      '310',
      '350',
      '390',
      '601000111',
      '360',
      '370',
    ]);
    expect(at(result, 'data.7.model')).toBe('externalNumbers');
  });

  it('leaves out devices outside the contact centre with onlyCC', async () => {
    const { result } = await ready().anna('GET', 'getAvailableExtensions?onlyCC=true');
    expect(names(result.data)).not.toContain('390');
  });

  it('leaves out a device that a colleague uses', async () => {
    const { anna, world } = ready();
    world.goReady('petr.svoboda', '307');
    const { result } = await anna('GET', 'getAvailableExtensions');
    expect(names(result.data)).not.toContain('307');
  });

  it.each([
    ['list', 'result.0.name', '305'],
    ['keyed', 'result.305.model', 'sipDevices'],
    ['grouped', 'result.externalNumbers.0.name', '601000111'],
    ['names', 'result.0', '305'],
  ] as const)('has the shape deviceList %s says', async (deviceList, path, value) => {
    const { body } = await ready({ deviceList }).anna('GET', 'getAvailableExtensions');
    expect(at(body, path)).toBe(value);
  });
});

describe('queues and statuses', () => {
  it('of a profile carry the login right in _rdata', async () => {
    const { anna } = ready();
    const { result } = await anna('GET', 'profiles/profiles_agents/queues');
    expect(result.total).toBe(7);
    expect(at(result, 'data.0._rdata.login')).toBe('auto');
    expect(at(result, 'data.4._rdata.login')).toBe('');
  });

  it('of a profile carry it on the row when profileQueueLogin is row', async () => {
    const { anna } = ready({ profileQueueLogin: 'row' });
    const { result } = await anna('GET', 'profiles/profiles_agents/queues');
    expect(result).toMatchObject({ data: expect.arrayContaining([expect.anything()]) });
    expect(at(result, 'data.0')).toMatchObject({ login: 'auto', _rdata: null });
  });

  it('of a profile with a dot in its name are found', async () => {
    const reply = await ready().anna('GET', 'profiles/profiles_inbound%2Eonly/queues.json');
    expect(reply.result.total).toBe(3);
  });

  it('of an unknown profile or queue are 404', async () => {
    const { anna } = ready();
    expect((await anna('GET', 'profiles/none/queues')).status).toBe(404);
    expect((await anna('GET', 'queues/1/statuses')).status).toBe(404);
  });

  it('list the statuses of one queue', async () => {
    const { result } = await ready().anna('GET', 'queues/3001/statuses');
    expect(names(result.data)).toEqual([
      'statuses_resolved',
      'statuses_callback',
      'statuses_escalated',
    ]);
  });

  it('are forbidden to read when statusesReadable is off', async () => {
    const { anna } = ready({ statusesReadable: false });
    expect((await anna('GET', 'queues/3001/statuses')).status).toBe(403);
  });

  it.each([
    ['statuses', 6],
    ['pauses', 8],
  ])('and pauses are listed whole: %s', async (path, total) => {
    expect((await ready().anna('GET', path)).result.total).toBe(total);
  });

  it('have names of the type queueNames says', async () => {
    const { anna, simulator } = ready();
    expect(at((await anna('GET', 'whoim')).result, 'queues.0.name')).toBe(3001);
    simulator.switches.queueNames = 'string';
    expect(at((await anna('GET', 'whoim')).result, 'queues.0.name')).toBe('3001');
  });

  it('are keyed with a total in text when the switches say so', async () => {
    const { anna } = ready({ listShape: 'keyed', totalAs: 'text' });
    const { result } = await anna('GET', 'pauses');
    expect(result.total).toBe('8');
    expect(at(result, 'data.lunch.title')).toBe('Oběd');
  });
});

describe('the list of activities', () => {
  function history() {
    const scenario = ready();
    const first = scenario.world.ringAgent({ agent, number: '+420600000001', queue: 3001 });
    const second = scenario.world.ringAgent({ agent, number: '+420600000002', queue: 3002 });
    const pool = scenario.world.ringPool({ number: '+420600000003', queue: 3002 });
    scenario.world.callerHangsUp(first);
    const list = async (query: string) =>
      names((await scenario.anna('GET', `activities?${query}`)).result.data);
    return { ...scenario, first, second, pool, list };
  }

  it('holds own activities, closed ones too, and the pool', async () => {
    const { list, first, second, pool } = history();
    expect(await list('')).toEqual([first, second, pool]);
  });

  it("holds none of a colleague's", async () => {
    const { as } = history();
    const { result } = await as('dana.dotted.name')('GET', 'activities');
    expect(result).toEqual({ data: [], total: 0 });
  });

  it('is paged by skip and take with the total of all pages', async () => {
    const { anna, second } = history();
    const { result } = await anna('GET', 'activities?skip=1&take=1');
    expect([names(result.data), result.total]).toEqual([[second], 3]);
  });

  it.each([
    ['sort[0][field]=title&sort[0][dir]=desc', ['pool', 'second', 'first']],
    ['sort[field]=title&sort[dir]=asc', ['first', 'second', 'pool']],
    ['filter[field]=action&filter[operator]=eq&filter[value]=CLOSE', ['first']],
    ['filter[0][field]=queue&filter[0][operator]=eq&filter[0][value]=3002', ['second', 'pool']],
    ['filter[field]=queue.title&filter[operator]=like&filter[value]=Sup%25', ['first']],
    ['filter[field]=user&filter[operator]=isnull', ['pool']],
    ['filter[field]=user&filter[operator]=isnotnull', ['first', 'second']],
    ['filter[field]=title&filter[operator]=endswith&filter[value]=2', ['second']],
    ['filter[field]=title&filter[operator]=contains&filter[value]=0003', ['pool']],
    ['filter[field]=queue&filter[operator]=gt&filter[value]=3001', ['second', 'pool']],
    [
      'filter[field]=action&filter[operator]=in&filter[value][0]=CLOSE&filter[value][1]=WAIT',
      ['first', 'second'],
    ],
    [
      'filter[logic]=or&filter[filters][0][field]=user&filter[filters][0][operator]=isnull' +
        '&filter[filters][1][field]=action&filter[filters][1][value]=CLOSE',
      ['first', 'pool'],
    ],
  ] as const)('obeys %s', async (query, wanted) => {
    const found = history();
    expect(await found.list(query)).toEqual(wanted.map((which) => found[which]));
  });

  it('refuses an operator it does not know', async () => {
    const { anna } = history();
    const reply = await anna('GET', 'activities?filter[field]=a&filter[operator]=near');
    expect(reply.status).toBe(400);
  });
});

describe('one record', () => {
  it('of an activity is read by its name', async () => {
    const { anna, world } = ready();
    const name = world.ringAgent({ agent, number: '1', contact: 'Jan Zkouška' });
    const { result } = await anna('GET', `activities/${name}`);
    expect(result).toMatchObject({ name, contact: { title: 'Jan Zkouška' } });
  });

  it('of a call is read by its id_call', async () => {
    const { anna, world } = ready();
    const id = world.activity(world.ringAgent({ agent, number: '1' })).call?.id ?? '';
    const { result } = await anna('GET', `activitiesCall/${id}`);
    expect(result).toMatchObject({ id_call: id, clid: '1' });
  });

  it('that does not exist is 404', async () => {
    const { anna } = ready();
    expect((await anna('GET', 'activities/none')).status).toBe(404);
    expect((await anna('GET', 'activitiesCall/none')).status).toBe(404);
  });
});

describe('an activity on the wire', () => {
  const ringing = async (switches: Partial<Switches>) => {
    const { world, pullAll } = ready(switches);
    world.ringAgent({ agent, number: '1', queue: 3001 });
    return at(await pullAll(), 'activities.0');
  };

  it.each([
    ['full', { queue: { name: 3001 }, user: { name: agent } }],
    ['names', { queue: 3001, user: agent }],
  ] as const)('relates as relatedObjects %s says', async (relatedObjects, wire) => {
    expect(await ringing({ relatedObjects })).toMatchObject(wire);
  });

  it('relates objects without a name when relatedObjects is titles', async () => {
    const activity = await ringing({ relatedObjects: 'titles' });
    expect(at(activity, 'user')).not.toHaveProperty('name');
    expect(at(activity, 'user.title')).toBe('Anna Nováková');
  });

  it.each([
    ['id', expect.any(Number)],
    ['null', null],
    ['object', expect.objectContaining({ direction: 'in' })],
  ] as const)('has the item callItem %s says', async (callItem, item) => {
    expect(at(await ringing({ callItem }), 'item')).toEqual(item);
  });

  it.each([
    ['list', []],
    ['object', {}],
    ['null', null],
  ] as const)('has the empty maps emptyMaps %s says', async (emptyMaps, map) => {
    expect(at(await ringing({ emptyMaps }), 'customFields')).toEqual(map);
  });

  it.each([
    ['empty', ''],
    ['WAIT', 'WAIT'],
  ] as const)(
    'waiting for anyone has the action poolAction %s says',
    async (poolAction, action) => {
      const { world, pullAll } = ready({ poolAction });
      world.ringPool({ number: '1' });
      expect(at(await pullAll(), 'activities.0')).toMatchObject({ action, user: null });
    },
  );

  it.each([
    ['some', 2],
    ['all', 4],
    ['none', 0],
  ] as const)('has a dot in its name as dottedNames %s says', (dottedNames, count) => {
    const { world } = ready({ dottedNames, channels: 'never' });
    const made = Array.from({ length: 4 }, () => world.ringPool({ number: '1', type: 'EMAIL' }));
    const dots = made.filter((name) => name.includes('.')).length;
    expect([dots, new Set(made).size]).toEqual([count, 4]);
  });
});
