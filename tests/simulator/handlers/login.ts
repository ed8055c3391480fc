import { goUnready } from '../agent-moves';
import { type Api, type ApiCall, asName, isObject } from '../api-call';
import { ApiError } from '../errors';
import type { Agent } from '../model';
import { reply } from '../reply';
import type { LoginTokens } from '../tokens';
import { time, wireUser } from '../wire';

/** Log in, refresh and log out (specification, section Log in and Out; fact sheet 2.3 to 2.5). */
function field(call: ApiCall, name: string): string | null {
  const body = isObject(call.body) ? call.body : {};
  return asName(body[name]) ?? call.query.get(name);
}

function wantsOnlyToken(call: ApiCall): boolean {
  const body = isObject(call.body) ? call.body : {};
  const value = body.only_token ?? call.query.get('only_token');
  return value === true || value === 1 || value === '1' || value === 'true';
}

function tokenFields(call: ApiCall, tokens: LoginTokens) {
  const expires = tokens.expiresAt === null ? null : time(call, tokens.expiresAt);
  return {
    accessToken: tokens.accessToken,
    refreshToken: tokens.refreshToken,
    ...(expires === null ? {} : { accessTokenExpirationDate: expires }),
  };
}

function loginResult(call: ApiCall, agent: Agent, tokens: LoginTokens): unknown {
  const { loginReply } = call.world.switches;
  const user = wireUser(call, agent);
  const sys = { ...user._sys, accessToken: tokens.accessToken };
  if (loginReply === 'user') return { user: { ...user, _sys: sys } };
  if (loginReply === 'sys') return { ...user, _sys: sys };
  const bare = loginReply === 'string' || (loginReply === 'auto' && wantsOnlyToken(call));
  if (bare) return tokens.accessToken;
  const rest = wantsOnlyToken(call) ? {} : { user };
  return { ...tokenFields(call, tokens), ...rest };
}

function login(call: ApiCall): Response {
  const { world } = call;
  const agent = world.agents.get(field(call, 'username') ?? '');
  if (agent === undefined || agent.password !== field(call, 'password')) {
    throw new ApiError(401, 'badCredentials');
  }
  if (!world.switches.loginToken) return reply(call, { user: wireUser(call, agent) });
  if (world.switches.secondLogin === 'endsFirst') world.tokens.forgetLogins(agent.name);
  const tokens = world.tokens.issue(agent.name, world.switches.tokenLifeMs);
  const cookie = { 'set-cookie': `c_user=${tokens.accessToken}; Path=/; HttpOnly` };
  return reply(call, loginResult(call, agent, tokens), {
    headers: wantsOnlyToken(call) ? {} : cookie,
  });
}

function refresh(call: ApiCall): Response {
  const { tokens, switches } = call.world;
  const given = field(call, 'refreshToken') ?? '';
  const agent = tokens.agentOfRefresh(given);
  if (agent === null) throw new ApiError(401, 'badRefreshToken');
  if (switches.rotateRefreshToken) tokens.forgetRefresh(given);
  const kept = switches.rotateRefreshToken ? undefined : given;
  const issued = tokens.issue(agent, switches.tokenLifeMs, kept);
  return reply(call, tokenFields(call, issued));
}

function logout(call: ApiCall): Response {
  if (call.agent === null || call.token === null) throw new ApiError(401, 'unauthorized');
  const { logoutEnds } = call.world.switches;
  if (logoutEnds !== 'nothing') call.world.tokens.forgetAccess(call.token);
  if (logoutEnds === 'session' && call.agent.state !== 'Session') {
    goUnready(call.world, call.agent);
  }
  return reply(call, true);
}

export function addLogin(api: Api): void {
  api.post('/login', (c) => login(c.env));
  api.put('/login', (c) => refresh(c.env));
  api.get('/logout', (c) => logout(c.env));
}
