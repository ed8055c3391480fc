import { expect, it } from 'vitest';
import {
  createDaktelaClient,
  createLoginClient,
  type DaktelaClient,
  PULL_TIMEOUT_MS,
} from '@/lib/daktela/client';
import type { Fetch } from '@/lib/daktela/transport';
import { createFakeClock } from '../../simulator/fake-clock';
import { createScenario, tokenOf } from '../../simulator/scenario';
import type { Switches } from '../../simulator/switches';

const AGENT = 'anna.novakova';
const ORIGIN = 'http://daktela.test';
const NEVER = new AbortController().signal;

interface Sent {
  readonly method: string | undefined;
  readonly path: string;
  readonly body: unknown;
}

/** A client whose server answers everything with the same result. */
function aClient(result: unknown = true, clock = createFakeClock()) {
  const sent: Sent[] = [];
  const fetch: Fetch = async (input, { method, body }) => {
    const { pathname, search } = new URL(input);
    const path = pathname.replace('/api/v6/', '') + search.replace(/[?&]accessToken=t/, '');
    sent.push({ method, path, body: typeof body === 'string' ? JSON.parse(body) : null });
    return Response.json({ error: null, result, _time: '2026-01-12 09:00:00' });
  };
  const options = { origin: ORIGIN, fetch, clock, language: 'en' };
  return { client: createDaktelaClient(options, 't'), login: createLoginClient(options), sent };
}

/** A client of Anna's against the simulated server, on one clock. */
function aServed(switches: Partial<Switches> = {}, language = 'en') {
  const scenario = createScenario(switches);
  const { clock, simulator } = scenario;
  const fetch: Fetch = (input, init) => simulator.fetch(new Request(input, init));
  const options = { origin: ORIGIN, fetch, clock, language };
  const as = (token: string) => createDaktelaClient(options, token);
  return { ...scenario, client: as(tokenOf(AGENT)), login: createLoginClient(options), as };
}

const pull = (client: DaktelaClient, hash = '') => client.pullData(hash, NEVER);

const device = { name: '305', title: 'Desk', model: 'externalNumbers' };

it.each<[string, (client: DaktelaClient) => Promise<unknown>, string, string, unknown]>([
  ['going ready', (c) => c.setReady(null), 'POST', 'usersSession', { setReady: true }],
  [
    'going ready on a device',
    (c) => c.setReady(device),
    'POST',
    'usersSession',
    { setReady: true, extension: '305', model: 'externalNumbers' },
  ],
  ['going unready', (c) => c.setUnready(), 'POST', 'usersSession', { setReady: false }],
  ['starting a pause', (c) => c.startPause('lunch'), 'POST', 'usersSession', { pause: 'lunch' }],
  ['ending a pause', (c) => c.endPause(), 'POST', 'usersSession', { pause: null }],
  [
    'accepting on a device',
    (c) => c.acceptActivity('a', '305'),
    'PUT',
    'activities/a',
    { action: 'OPEN', _exten: '305' },
  ],
  [
    'accepting on the only device',
    (c) => c.acceptActivity('a', null),
    'PUT',
    'activities/a',
    { action: 'OPEN' },
  ],
  ['rejecting', (c) => c.rejectActivity('a'), 'PUT', 'activities/a', { reject: true }],
  ['hanging up', (c) => c.hangUp('a'), 'PUT', 'activities/a', { hangup: { channel: null } }],
  ['closing', (c) => c.closeActivity('a', []), 'PUT', 'activities/a', { action: 'CLOSE' }],
  [
    'closing with statuses',
    (c) => c.closeActivity('a', ['s1', 's2']),
    'PUT',
    'activities/a',
    { action: 'CLOSE', statuses: ['s1', 's2'] },
  ],
  [
    'dialling',
    (c) => c.dial('111222333', null),
    'POST',
    'activities',
    { type: 'CALL', number: '111222333' },
  ],
  [
    'dialling through a queue',
    (c) => c.dial('111222333', '4001'),
    'POST',
    'activities',
    { type: 'CALL', number: '111222333', queue: '4001' },
  ],
  ['logging out', (c) => c.logout(), 'GET', 'logout', null],
  [
    'the list of devices',
    (c) => c.availableDevices(),
    'GET',
    'getAvailableExtensions?onlyCC=true',
    null,
  ],
  ["a queue's statuses", (c) => c.queueStatuses('3001'), 'GET', 'queues/3001/statuses', null],
])('%s is asked for as the specification says', async (_, ask, method, path, body) => {
  const { client, sent } = aClient({ data: [] });
  await ask(client);
  expect(sent).toEqual([{ method, path, body }]);
});

it('a password is sent once, with the wish for a token alone', async () => {
  const { login, sent } = aClient('the-token');
  await login.login('anna', 'secret');
  expect(sent).toEqual([
    {
      method: 'POST',
      path: 'login',
      body: { username: 'anna', password: 'secret', only_token: true },
    },
  ]);
});

it('a token is renewed by its refresh token', async () => {
  const { login, sent } = aClient({ accessToken: 'a2', refreshToken: 'r2' });
  expect(await login.refresh('r1')).toMatchObject({ token: 'a2', refreshToken: 'r2' });
  expect(sent).toEqual([{ method: 'PUT', path: 'login', body: { refreshToken: 'r1' } }]);
});

it('a login that Daktela answers without a token needs more than a password', async () => {
  const { login } = aClient({ user: { name: 'anna' } });
  await expect(login.login('anna', 'secret')).rejects.toMatchObject({ kind: 'noToken' });
});

it.each<[string, (client: DaktelaClient) => Promise<unknown>]>([
  ['whoim', (c) => c.whoim()],
  ['the devices', (c) => c.availableDevices()],
  ["a queue's statuses", (c) => c.queueStatuses('3001')],
])('nothing in place of %s is no answer of a Daktela', async (_, ask) => {
  for (const status of [200, 204]) {
    const { client, simulator } = aServed();
    simulator.faults.add({ kind: 'emptyBody', status });
    await expect(ask(client)).rejects.toMatchObject({ kind: 'notDaktela' });
  }
});

it.each([200, 204])('a command answered by %i without a body is done', async (status) => {
  const { client, simulator } = aServed();
  simulator.faults.add({ kind: 'emptyBody', status });
  await expect(client.startPause('lunch')).resolves.toBeUndefined();
});

it('a login answered with nothing is no answer of a Daktela', async () => {
  const { login } = aClient(null);
  await expect(login.login('anna', 'secret')).rejects.toMatchObject({ kind: 'notDaktela' });
});

it('the first poll sends an empty hash', async () => {
  const { client, sent } = aClient({ hash: 'h' });
  await pull(client);
  expect(sent[0]?.path).toBe('appPullData?hash=');
});

it('the next poll sends the hash as it came', async () => {
  const { client, sent } = aClient({ hash: 'h' });
  await pull(client, 'a+b/1=');
  expect(sent[0]?.path).toBe('appPullData?hash=a%2Bb%2F1%3D');
});

it.each([[null], [[]], [true], ['ok'], [{}]])(
  'a poll answered with %j, neither hash nor data, confirms nothing',
  async (result) => {
    const { client } = aClient(result);
    await expect(pull(client, 'h')).rejects.toMatchObject({ kind: 'notDaktela' });
  },
);

it('a poll outlives the 15 seconds a server holds it and ends before a worker would', () => {
  expect(PULL_TIMEOUT_MS).toBeGreaterThan(20_000);
  expect(PULL_TIMEOUT_MS).toBeLessThan(30_000);
});

it('a logout nobody answers is given up after four seconds', async () => {
  const clock = createFakeClock();
  const fetch: Fetch = (_, { signal }) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
  const client = createDaktelaClient({ origin: ORIGIN, fetch, clock, language: 'en' }, 't');
  const left = expect(client.logout()).rejects.toMatchObject({ kind: 'timeout' });
  await clock.advance(4_000);
  await left;
});

it.each([[true], [null], ['activities_1'], [{ title: 'x' }]])(
  'a dial answered with %j has worked without telling its name',
  async (result) => {
    expect(await aClient(result).client.dial('1', null)).toBeNull();
  },
);

it.each(['auto', 'string', 'object', 'user', 'sys'] as const)(
  'signing in works with the login reply of form %s',
  async (loginReply) => {
    const { login, as } = aServed({ loginReply });
    const { token } = await login.login(AGENT, 'anna-heslo');
    expect((await as(token).whoim()).name).toBe(AGENT);
  },
);

it('wrong credentials are unauthorised, in the words of the server', async () => {
  const { login } = aServed();
  await expect(login.login(AGENT, 'wrong')).rejects.toMatchObject({
    kind: 'unauthorised',
    messages: ['Wrong username or password'],
  });
});

it('a bad token is unauthorised although whoim answers it with 200', async () => {
  const { as } = aServed();
  await expect(as('no-such-token').whoim()).rejects.toMatchObject({ kind: 'unauthorised' });
});

it.each(['json', 'empty', 'html'] as const)(
  'a bad token is unauthorised on a poll whose 401 has a body of %s',
  async (unauthorizedBody) => {
    const { as } = aServed({ unauthorizedBody });
    await expect(pull(as('no-such-token'))).rejects.toMatchObject({ kind: 'unauthorised' });
  },
);

it.each<[string, Partial<Switches>]>([
  ['as the specification has them', {}],
  ['with activities as a keyed object', { activitiesShape: 'keyed' }],
  ['with broken records', { brokenRecord: true }],
  ['with unknown fields', { extraFields: true }],
  ['with the hash beside the result', { hashPlace: 'top' }],
  ['with the hash as a number', { hashType: 'number' }],
  ['with queues as names', { pullQueues: 'names' }],
  ['with queues as a keyed object', { pullQueues: 'keyed' }],
  ['with users and queues as bare names', { relatedObjects: 'names' }],
  ['with names as texts', { queueNames: 'string' }],
  ['with empty maps of null', { emptyMaps: 'null' }],
  ['with missed activities as a list', { missedChannelsAs: 'list' }],
  ['with calls as numbers', { callItem: 'id' }],
  ['with calls of null', { callItem: 'null' }],
  ['without times', { timeFields: 'none' }],
  ['with errors of an empty list', { emptyError: 'list' }],
  ['with no error at all', { emptyError: 'absent' }],
])('pull data %s shows the ringing call and the agent', async (_, switches) => {
  const { client, world } = aServed(switches);
  world.goReady(AGENT);
  const name = world.ringAgent({ agent: AGENT, number: '+420600111222', queue: 3001 });
  const { hash, changes } = await pull(client);
  expect(hash).toEqual(expect.any(String));
  expect(changes.activities).toMatchObject([
    { name, type: 'CALL', action: 'WAIT', user: { name: AGENT }, queue: { name: '3001' } },
  ]);
  expect(changes.activities?.[0]?.number).toContain('600111222');
  expect(changes.extension).toMatchObject({ state: 'Idle', user: { name: AGENT } });
});

it.each(['list', 'null', 'false'] as const)(
  'an extension of the form %s for an agent without a session is none',
  async (loggedOutExtension) => {
    const { client } = aServed({ loggedOutExtension });
    expect((await pull(client)).changes.extension).toBeNull();
  },
);

it('a poll without news ends after 15 seconds with the hash alone', async () => {
  const { client, clock } = aServed();
  const { hash } = await pull(client);
  const quiet = pull(client, hash ?? '');
  await clock.advance(15_000);
  expect((await quiet).changes).toEqual({});
});

it('a cancelled poll is cancelled on the server too', async () => {
  const { client, clock, simulator } = aServed();
  const { hash } = await pull(client);
  const abort = new AbortController();
  const polled = expect(client.pullData(hash ?? '', abort.signal)).rejects.toMatchObject({
    kind: 'cancelled',
  });
  await clock.advance(1_000);
  abort.abort();
  await polled;
  expect(simulator.requests.at(-1)?.outcome).toBe('aborted');
});

it.each(['data', 'list', 'keyed', 'grouped', 'names'] as const)(
  'the devices to choose from are read from the form %s',
  async (deviceList) => {
    const { client } = aServed({ deviceList });
    const plain = await aServed().client.availableDevices();
    const names = (await client.availableDevices()).map(({ name }) => name);
    expect(names.sort()).toEqual(plain.map(({ name }) => name).sort());
    expect(names.length).toBeGreaterThan(1);
  },
);

it('the statuses of a queue are read with titles and colours', async () => {
  const statuses = await aServed().client.queueStatuses('3001');
  expect(statuses).toContainEqual(
    expect.objectContaining({
      name: 'statuses_resolved',
      title: 'Vyřešeno',
      color: '#2e9e5b',
    }),
  );
});

it('statuses the agent may not read are forbidden', async () => {
  const { client } = aServed({ statusesReadable: false });
  await expect(client.queueStatuses('3001')).rejects.toMatchObject({ kind: 'forbidden' });
});

it('a call with a dot in its name can be accepted where dots end the path', async () => {
  const { client, world } = aServed({ rawDotsBreakPaths: true, dottedNames: 'all' });
  world.goReady(AGENT);
  const name = world.ringAgent({ agent: AGENT, number: '+420600111222', queue: 3001 });
  await client.acceptActivity(name, '305');
  expect(name).toContain('.');
  expect(world.activity(name).action).toBe('OPEN');
});

it.each(['list', 'text', 'primary', 'nested', 'message', 'form'] as const)(
  'a refusal of the form %s speaks Czech to a Czech agent',
  async (errorShape) => {
    const { client } = aServed({ errorShape }, 'cs');
    const english = aServed({ errorShape }, 'en').client;
    const [words, others] = await Promise.all(
      [client, english].map((asked) =>
        asked.closeActivity('no-such-activity', []).then(
          () => [],
          ({ messages }: { messages: string[] }) => messages,
        ),
      ),
    );
    expect(words?.[0]).toEqual(expect.any(String));
    expect(words).not.toEqual(others);
  },
);

it('a dialled call tells the name of its activity', async () => {
  const { client, world } = aServed();
  world.goReady(AGENT);
  const name = await client.dial('+420600111222', null);
  expect(world.activity(String(name)).action).toBe('OPEN');
});
