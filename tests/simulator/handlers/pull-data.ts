import { type Api, type ApiCall, caller } from '../api-call';
import { ApiError, refuse } from '../errors';
import { ConnectionCut } from '../faults';
import { decodeHash, encodeHash } from '../hashes';
import type { Agent } from '../model';
import { pollEnded, pollStarted } from '../presence';
import { reply } from '../reply';
import { wirePullData } from '../wire-pull-data';

/** Long polling (specification, section Pull Data). */
function replyPull(call: ApiCall, agent: Agent, data: Record<string, unknown>): Response {
  const { hashPlace, hashType } = call.world.switches;
  const hash = encodeHash(call.world.epoch, agent, hashType);
  return hashPlace === 'top'
    ? reply(call, data, { beside: { hash } })
    : reply(call, { hash, ...data });
}

/** Version the client already has; null when it must be given everything. */
function versionOf(call: ApiCall, agent: Agent): number | null {
  const hash = call.query.get('hash') ?? '';
  if (hash === '') return null;
  const version = decodeHash(call.world.epoch, agent, hash);
  if (version === null && call.world.switches.unknownHash === 'refuse') refuse('unknownHash');
  return version;
}

async function waitForNews(call: ApiCall, agent: Agent): Promise<void> {
  const end = await call.world.polls.hold(agent.name, call.holdMs, call.signal);
  if (end === 'aborted') throw call.signal.reason;
  if (end === 'cut') throw new ConnectionCut();
}

async function answer(call: ApiCall, agent: Agent): Promise<Response> {
  const since = versionOf(call, agent);
  const mayWait = call.world.switches.pollHold === 'hold';
  if (since === agent.pull.version && mayWait) await waitForNews(call, agent);
  return replyPull(call, agent, wirePullData(call, agent, since));
}

async function pullData(call: ApiCall): Promise<Response> {
  const agent = caller(call);
  pollStarted(call.world, agent);
  try {
    return await answer(call, agent);
  } finally {
    pollEnded(call.world, agent);
  }
}

export function addPullData(api: Api): void {
  api.get('/appPullData', (c) => pullData(c.env));
  api.all('/appPullData', () => {
    throw new ApiError(404, 'unknownEndpoint');
  });
}
