import { endPause, goReady, goUnready, startPause } from '../agent-moves';
import { type Api, type ApiCall, asName, caller, isObject, payload } from '../api-call';
import { refuse } from '../errors';
import type { Agent } from '../model';
import { reply } from '../reply';
import { wireExtension } from '../wire-pull-data';
import { addDevice, checkDevice, removeDevice } from './session-devices';
import { changeMembership } from './session-queues';

/** Ready, devices, pauses, queues (specification, Go Ready to Log in and Out of Queues). */
function refuseAlready(call: ApiCall, ...problem: Parameters<typeof refuse>): void {
  if (call.world.switches.alreadyThere === 'refuse') refuse(...problem);
}

function ready(call: ApiCall, agent: Agent, body: Record<string, unknown>): void {
  if (agent.state !== 'Session') {
    refuseAlready(call, 'alreadyReady');
    return;
  }
  const device = asName(body.extension);
  const model = asName(body.model);
  if (device === null) {
    if (agent.dynamicDevice && agent.devices.length === 0) refuse('deviceMissing');
    goReady(call.world, agent, null);
    return;
  }
  if (agent.dynamicDevice && model === null) refuse('modelMissing');
  checkDevice(call.world, agent, device, model);
  goReady(call.world, agent, device);
}

function setReady(call: ApiCall, agent: Agent, body: Record<string, unknown>): void {
  if (typeof body.setReady !== 'boolean') refuse('badPayload');
  if (body.setReady) ready(call, agent, body);
  else if (agent.state === 'Session') refuseAlready(call, 'alreadyUnready');
  else goUnready(call.world, agent);
}

function setDevice(call: ApiCall, agent: Agent, body: Record<string, unknown>): void {
  const { extension } = body;
  const details = isObject(extension) ? extension : { name: extension, model: body.model };
  const name = asName(details.name);
  if (name === null || name === '') refuse('deviceMissing');
  if (details.logout === true) removeDevice(call, agent, name);
  else addDevice(call, agent, name, asName(details.model));
}

function setPause(call: ApiCall, agent: Agent, wanted: unknown): void {
  if (agent.state === 'Session') refuse('notReady');
  if (wanted === null) {
    if (agent.state === 'Paused') endPause(call.world, agent);
    else refuseAlready(call, 'notPaused');
    return;
  }
  const name = asName(wanted) ?? '';
  const pause = call.world.pauses.get(name);
  if (pause === undefined) refuse('pauseUnknown', name);
  if (!pause.allowed || pause.type !== null) refuse('pauseNotAllowed', pause.title);
  if (agent.pause === name) {
    refuseAlready(call, 'alreadyPaused');
    return;
  }
  const taken = agent.pausesTaken.get(name) ?? 0;
  if (pause.maxAmount > 0 && taken >= pause.maxAmount) refuse('pauseLimit', pause.title);
  startPause(call.world, agent, name);
}

function usersSession(call: ApiCall): Response {
  const agent = caller(call);
  const body = payload(call);
  const known = ['setReady', 'extension', 'pause', 'queues'].some((key) => key in body);
  if (!known) refuse('badPayload');
  if ('setReady' in body) setReady(call, agent, body);
  else if ('extension' in body) setDevice(call, agent, body);
  if ('pause' in body) setPause(call, agent, body.pause);
  if ('queues' in body) changeMembership(call, agent, body.queues);
  const asSession = call.world.switches.sessionReply === 'session';
  return reply(call, asSession ? wireExtension(call, agent) : true);
}

export function addUsersSession(api: Api): void {
  api.post('/usersSession', (c) => usersSession(c.env));
}
