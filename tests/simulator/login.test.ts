// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { at, createScenario, errorOf, sender, tokenOf } from './scenario';

const credentials = { username: 'anna.novakova', password: 'anna-heslo' };

describe('login', () => {
  it('gives a bare token with only_token', async () => {
    const { anonymous } = createScenario();
    const reply = await anonymous('POST', 'login', { ...credentials, only_token: true });
    expect(reply.status).toBe(200);
    expect(reply.body.result).toMatch(/^[0-9a-f]{40}$/);
  });

  it('sets no cookie with only_token', async () => {
    const { anonymous } = createScenario();
    const reply = await anonymous('POST', 'login', { ...credentials, only_token: true });
    expect(reply.headers.get('set-cookie')).toBeNull();
  });

  it('gives tokens, their end in the instance zone and the user without only_token', async () => {
    const { anonymous } = createScenario();
    const { result, headers } = await anonymous('POST', 'login', credentials);
    expect(result.accessToken).toMatch(/^[0-9a-f]{40}$/);
    expect(result.refreshToken).toMatch(/^[0-9a-f]{40}$/);
    expect(result.accessTokenExpirationDate).toBe('2026-01-12 11:00:00');
    expect(at(result, 'user.title')).toBe('Anna Nováková');
    expect(headers.get('set-cookie')).toContain('c_user=');
  });

  it('hands out a token that works and is not the permanent one', async () => {
    const { anonymous, simulator } = createScenario();
    const { result } = await anonymous('POST', 'login', credentials);
    const token = String(result.accessToken);
    const whoim = await sender(simulator, token)('GET', 'whoim');
    expect(at(whoim.result, 'user.name')).toBe('anna.novakova');
    expect(token).not.toBe(tokenOf('anna.novakova'));
  });

  it('answers 401 to a wrong password', async () => {
    const { anonymous } = createScenario();
    const reply = await anonymous('POST', 'login', { ...credentials, password: 'jine' });
    expect(reply.status).toBe(401);
    expect(errorOf(reply)).toEqual(['Wrong username or password']);
  });

  it('takes credentials from a form body', async () => {
    const { simulator } = createScenario();
    const body = new URLSearchParams(credentials);
    const reply = await simulator.fetch(
      new Request('http://daktela.test/api/v6/login.json', { method: 'POST', body }),
    );
    expect(reply.status).toBe(200);
  });

  it.each([
    ['string', 'result'],
    ['object', 'result.accessToken'],
    ['user', 'result.user._sys.accessToken'],
    ['sys', 'result._sys.accessToken'],
  ] as const)('puts the token where loginReply %s says', async (loginReply, path) => {
    const { anonymous } = createScenario({ loginReply });
    const { body } = await anonymous('POST', 'login', { ...credentials, only_token: true });
    expect(at(body, path)).toMatch(/^[0-9a-f]{40}$/);
  });

  it('answers 200 without a token when loginToken is off', async () => {
    const { anonymous } = createScenario({ loginToken: false });
    const reply = await anonymous('POST', 'login', { ...credentials, only_token: true });
    expect(reply.status).toBe(200);
    expect(reply.text).not.toContain('ccessToken');
  });
});

describe('refresh', () => {
  const tokens = async (scenario: ReturnType<typeof createScenario>) =>
    (await scenario.anonymous('POST', 'login', credentials)).result;

  it('gives a new access token and a new refresh token', async () => {
    const scenario = createScenario();
    const first = await tokens(scenario);
    const { result } = await scenario.anonymous('PUT', 'login', {
      refreshToken: first.refreshToken,
    });
    expect(result.accessToken).not.toBe(first.accessToken);
    expect(result.refreshToken).not.toBe(first.refreshToken);
  });

  it('kills a rotated refresh token', async () => {
    const scenario = createScenario();
    const { refreshToken } = await tokens(scenario);
    await scenario.anonymous('PUT', 'login', { refreshToken });
    expect((await scenario.anonymous('PUT', 'login', { refreshToken })).status).toBe(401);
  });

  it('keeps the refresh token when rotateRefreshToken is off', async () => {
    const scenario = createScenario({ rotateRefreshToken: false });
    const { refreshToken } = await tokens(scenario);
    const { result } = await scenario.anonymous('PUT', 'login', { refreshToken });
    expect(result.refreshToken).toBe(refreshToken);
    expect((await scenario.anonymous('PUT', 'login', { refreshToken })).status).toBe(200);
  });

  it('works after the access tokens expired', async () => {
    const scenario = createScenario();
    const first = await tokens(scenario);
    scenario.world.expireTokens();
    const send = sender(scenario.simulator, String(first.accessToken));
    expect((await send('GET', 'appPullData?hash=')).status).toBe(401);
    const { refreshToken } = first;
    expect((await scenario.anonymous('PUT', 'login', { refreshToken })).status).toBe(200);
  });

  it('fails when refresh tokens expired too', async () => {
    const scenario = createScenario();
    const { refreshToken } = await tokens(scenario);
    scenario.world.expireTokens({ refreshToo: true });
    expect((await scenario.anonymous('PUT', 'login', { refreshToken })).status).toBe(401);
  });
});

describe('tokens', () => {
  it('are refused after tokenLifeMs', async () => {
    const { anonymous, simulator, clock } = createScenario({ tokenLifeMs: 60_000 });
    const { result } = await anonymous('POST', 'login', credentials);
    const send = sender(simulator, String(result.accessToken));
    expect((await send('GET', 'pauses')).status).toBe(200);
    await clock.advance(60_000);
    expect((await send('GET', 'pauses')).status).toBe(401);
  });

  it('live for ever when tokenLifeMs is null', async () => {
    const { anonymous, simulator, clock } = createScenario({ tokenLifeMs: null });
    const { result } = await anonymous('POST', 'login', credentials);
    await clock.advance(1e10);
    const send = sender(simulator, String(result.accessToken));
    expect((await send('GET', 'pauses')).status).toBe(200);
  });

  it('that are permanent outlive expireTokens', async () => {
    const { anna, world } = createScenario();
    world.expireTokens();
    expect((await anna('GET', 'pauses')).status).toBe(200);
  });

  it('are accepted in the query', async () => {
    const { anonymous } = createScenario();
    const reply = await anonymous('GET', `pauses?accessToken=${tokenOf('anna.novakova')}`);
    expect(reply.status).toBe(200);
  });

  it('are refused in the header when tokenPlaces is query', async () => {
    const { anna } = createScenario({ tokenPlaces: 'query' });
    expect((await anna('GET', 'pauses')).status).toBe(401);
  });

  it('are refused in the query when tokenPlaces is header', async () => {
    const { anonymous } = createScenario({ tokenPlaces: 'header' });
    const reply = await anonymous('GET', `pauses?accessToken=${tokenOf('anna.novakova')}`);
    expect(reply.status).toBe(401);
  });
});

describe('unauthorised requests', () => {
  it.each([
    'appPullData?hash=',
    'getAvailableExtensions',
    'pauses',
    'statuses',
    'queues/3001/statuses',
    'profiles/profiles_agents/queues',
    'activities',
    'activities/x',
    'activitiesCall/x',
    'logout',
  ])('get 401 with a body from %s', async (path) => {
    const { anonymous } = createScenario();
    const reply = await anonymous('GET', path);
    expect(reply.status).toBe(401);
    expect(errorOf(reply)).toEqual(['Unauthorized']);
  });

  it.each([
    ['empty', /^$/],
    ['html', /^<h1>/],
  ] as const)('get the body unauthorizedBody %s says', async (unauthorizedBody, body) => {
    const { anonymous } = createScenario({ unauthorizedBody });
    expect((await anonymous('GET', 'pauses')).text).toMatch(body);
  });
});

describe('logout', () => {
  const loggedIn = async (scenario: ReturnType<typeof createScenario>) => {
    const { result } = await scenario.anonymous('POST', 'login', credentials);
    return sender(scenario.simulator, String(result.accessToken));
  };

  it('kills the token and leaves the agent ready', async () => {
    const scenario = createScenario();
    scenario.world.goReady('anna.novakova');
    const send = await loggedIn(scenario);
    expect((await send('GET', 'logout')).status).toBe(200);
    expect((await send('GET', 'pauses')).status).toBe(401);
    expect(scenario.world.agent('anna.novakova').state).toBe('Idle');
  });

  it('also makes the agent unready when logoutEnds is session', async () => {
    const scenario = createScenario({ logoutEnds: 'session' });
    scenario.world.goReady('anna.novakova');
    await (await loggedIn(scenario))('GET', 'logout');
    expect(scenario.world.agent('anna.novakova').state).toBe('Session');
  });

  it('leaves the token alive when logoutEnds is nothing', async () => {
    const scenario = createScenario({ logoutEnds: 'nothing' });
    const send = await loggedIn(scenario);
    await send('GET', 'logout');
    expect((await send('GET', 'pauses')).status).toBe(200);
  });
});

describe('whoim', () => {
  it('answers 200 with user null to a bad token', async () => {
    const { simulator } = createScenario();
    const reply = await sender(simulator, 'nonsense')('GET', 'whoim');
    expect(reply.status).toBe(200);
    expect(reply.result).toEqual({ version: '2026.1', user: null });
  });

  it('gives the user with the token used, the queues with rights and the allowed pauses', async () => {
    const { anna } = createScenario();
    const { result } = await anna('GET', 'whoim');
    expect(at(result, 'user._sys.accessToken')).toBe(tokenOf('anna.novakova'));
    expect(at(result, 'user.extensions.1.name')).toBe('306');
    expect(at(result, 'queues.0')).toMatchObject({ name: 3001, _rdata: { login: 'auto' } });
    expect(result.pauses).toMatchObject(
      ['lunch', 'coffee', 'training', 'doctor'].map((name) => ({ name, type: null })),
    );
  });

  it('gives keyed objects when whoimLists is keyed', async () => {
    const { anna } = createScenario({ whoimLists: 'keyed' });
    const { result } = await anna('GET', 'whoim');
    expect(at(result, 'queues.3001.title')).toBe('Support');
    expect(at(result, 'pauses.lunch.title')).toBe('Oběd');
  });

  it.each([
    ['null', null],
    ['absent', undefined],
  ] as const)('gives no _rdata when whoimRdata is %s', async (whoimRdata, value) => {
    const { anna } = createScenario({ whoimRdata });
    expect(at((await anna('GET', 'whoim')).result, 'queues.0._rdata')).toBe(value);
  });
});

describe('a second login of the same user', () => {
  it.each([
    ['beside', 'anna.novakova'],
    ['endsFirst', undefined],
  ] as const)('with %s leaves the first token to %s', async (secondLogin, user) => {
    const { anonymous, simulator } = createScenario({ secondLogin });
    const first = await anonymous('POST', 'login', credentials);
    await anonymous('POST', 'login', credentials);
    const token = String(first.result.accessToken);
    const whoim = await sender(simulator, token)('GET', 'whoim');
    expect(at(whoim.result, 'user.name')).toBe(user);
  });
});
