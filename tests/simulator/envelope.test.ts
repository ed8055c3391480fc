// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { api, createScenario, tokenOf } from './scenario';

describe('addresses', () => {
  it('work with and without .json', async () => {
    const { anna } = createScenario();
    expect((await anna('GET', 'pauses')).status).toBe(200);
    expect((await anna('GET', 'pauses.json')).status).toBe(200);
  });

  it.each([
    ['refuse', 200, 404],
    ['require', 404, 200],
  ] as const)('obey jsonSuffix %s', async (jsonSuffix, without, withSuffix) => {
    const { anna } = createScenario({ jsonSuffix });
    expect((await anna('GET', 'pauses')).status).toBe(without);
    expect((await anna('GET', 'pauses.json')).status).toBe(withSuffix);
  });

  it('with a bare dot break when rawDotsBreakPaths is on, an encoded dot does not', async () => {
    const { anna, world } = createScenario({ rawDotsBreakPaths: true, dottedNames: 'all' });
    world.goReady('anna.novakova');
    const name = world.ringPool({ number: '1' });
    expect((await anna('GET', `activities/${name}`)).status).toBe(404);
    expect((await anna('GET', `activities/${name.replace('.', '%2E')}`)).status).toBe(200);
  });

  it('that do not exist are 404 in the language asked for', async () => {
    const { anna } = createScenario();
    const headers = { 'accept-language': 'cs' };
    const reply = await anna('GET', 'nonsense', undefined, { headers });
    expect([reply.status, reply.body.error]).toEqual([404, ['Endpoint nenalezen']]);
  });

  it('are refused a body that is not JSON', async () => {
    const { simulator } = createScenario();
    const headers = { 'x-auth-token': tokenOf('anna.novakova') };
    const request = new Request(`${api}/usersSession`, { method: 'POST', headers, body: '{"a' });
    expect((await simulator.fetch(request)).status).toBe(400);
  });
});

describe('the envelope of a success', () => {
  it('has error null as in the specification', async () => {
    const { anna } = createScenario();
    expect((await anna('GET', 'whoim')).body.error).toBeNull();
  });

  it.each([
    ['list', []],
    ['object', {}],
    ['text', ''],
    ['absent', undefined],
  ] as const)('has the error emptyError %s says', async (emptyError, value) => {
    const { anna } = createScenario({ emptyError });
    expect((await anna('GET', 'whoim')).body.error).toEqual(value);
  });

  it('tells the time of the instance without a suffix', async () => {
    const { anna } = createScenario();
    expect((await anna('GET', 'whoim')).body).toMatchObject({
      _time: '2026-01-12 09:00:00',
      _timezone: 'Europe/Prague',
      _serverTime: '2026-01-12 09:00:00',
    });
  });

  it('tells the time of another zone when timeZone says so', async () => {
    const { anna } = createScenario({ timeZone: 'America/New_York' });
    expect((await anna('GET', 'whoim')).body._time).toBe('2026-01-12 03:00:00');
  });

  it.each([
    ['timeOnly', ['_time']],
    ['none', []],
  ] as const)('has the times timeFields %s says', async (timeFields, keys) => {
    const { anna } = createScenario({ timeFields });
    const { body } = await anna('GET', 'whoim');
    expect(Object.keys(body).filter((key) => key.startsWith('_'))).toEqual(keys);
  });

  it.each([
    ['convert', '2026-01-12 17:00:00', 'Asia/Tokyo'],
    ['label', '2026-01-12 09:00:00', 'Asia/Tokyo'],
    ['ignore', '2026-01-12 09:00:00', 'Europe/Prague'],
  ] as const)(
    'treats x-timezone-client as clientTimeZone %s says',
    async (clientTimeZone, time, zone) => {
      const { anna } = createScenario({ clientTimeZone });
      const headers = { 'x-timezone-client': 'Asia/Tokyo' };
      const { body } = await anna('GET', 'whoim', undefined, { headers });
      expect(body).toMatchObject({ _time: time, _timezone: zone });
    },
  );

  it('ignores x-timezone-client of somebody who is not signed in', async () => {
    const { anonymous } = createScenario();
    const headers = { 'x-timezone-client': 'Asia/Tokyo' };
    const { body } = await anonymous('GET', 'whoim', undefined, { headers });
    expect(body._timezone).toBe('Europe/Prague');
  });
});

describe('the envelope of a refusal', () => {
  const text = 'Number is required';

  it.each([
    ['list', [text]],
    ['text', text],
    ['form', { form: { number: [text] } }],
    ['formText', { form: { number: text } }],
    ['formDeep', { form: { customFields: { number: [text] } } }],
    ['primary', { primary: [text], form: {} }],
    ['nested', { bool: true, int: 1, map: { number: { text } }, list: [text, [text]] }],
    ['message', { message: text, code: 400 }],
  ] as const)('has the shape errorShape %s says', async (errorShape, error) => {
    const { anna } = createScenario({ errorShape });
    const { body } = await anna('POST', 'activities', { type: 'CALL' });
    expect(body).toMatchObject({ result: false, error });
  });

  it.each([
    ['errors', { errors: [text] }],
    ['violations', { violations: [{ propertyPath: 'number', message: text }] }],
    ['problem', { type: 'about:blank', detail: text }],
  ] as const)('has no error attribute when errorShape is %s', async (errorShape, fields) => {
    const { anna } = createScenario({ errorShape });
    const { body } = await anna('POST', 'activities', { type: 'CALL' });
    expect(body).toMatchObject(fields);
    expect(body).not.toHaveProperty('error');
  });

  it('is a page when errorShape is html', async () => {
    const { anna } = createScenario({ errorShape: 'html' });
    const reply = await anna('POST', 'activities', { type: 'CALL' });
    expect([reply.status, reply.text]).toEqual([400, '<h1>400</h1>']);
  });

  it('has no body when errorShape is empty', async () => {
    const { anna } = createScenario({ errorShape: 'empty' });
    const reply = await anna('POST', 'activities', { type: 'CALL' });
    expect([reply.status, reply.text]).toEqual([400, '']);
  });

  it('echoes an object in result when errorEcho is on', async () => {
    const { anna } = createScenario({ errorEcho: true });
    const { result } = await anna('POST', 'activities', { type: 'CALL' });
    expect(result).toHaveProperty('name');
  });
});

describe('cross-origin requests', () => {
  const origin = { origin: 'https://shop.example' };

  it('get no Access-Control headers and no preflight', async () => {
    const { anna } = createScenario();
    const reply = await anna('GET', 'whoim', undefined, { headers: origin });
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
    expect((await anna('OPTIONS', 'whoim')).status).toBe(404);
  });

  it('get them when cors is on', async () => {
    const { anna } = createScenario({ cors: true });
    const reply = await anna('GET', 'whoim', undefined, { headers: origin });
    expect(reply.headers.get('access-control-allow-origin')).toBe(origin.origin);
    expect((await anna('OPTIONS', 'whoim')).status).toBe(204);
  });
});

describe('recorded requests', () => {
  it('tell method, path, query, agent, body, status and headers', async () => {
    const { anna, simulator, clock } = createScenario();
    const headers = { 'accept-language': 'cs' };
    await anna('POST', 'usersSession.json?x=1', { pause: 'lunch' }, { headers });
    expect(simulator.requests).toMatchObject([
      {
        at: clock.now(),
        method: 'POST',
        path: '/api/v6/usersSession.json',
        query: '?x=1',
        agent: 'anna.novakova',
        body: { pause: 'lunch' },
        status: 400,
        outcome: 'replied',
        headers: { 'accept-language': 'cs', 'x-auth-token': tokenOf('anna.novakova') },
      },
    ]);
  });

  it('have status null while a poll is open', async () => {
    const { poll, pullAll, simulator, clock } = createScenario();
    const { hash } = await pullAll();
    const held = poll(hash);
    await clock.advance(1);
    expect(simulator.requests[1]).toMatchObject({ status: null, outcome: 'open' });
    await clock.advance(15_000);
    await held;
    expect(simulator.requests[1]).toMatchObject({ status: 200, outcome: 'replied' });
  });
});
