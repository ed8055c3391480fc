import { isInPool, runningChannels } from '../activity-facts';
import { acceptActivity, closeActivity } from '../activity-moves';
import { startSystemPause } from '../agent-moves';
import { type Api, type ApiCall, asName, caller, isObject, payload } from '../api-call';
import { changeActivity } from '../changes';
import { ApiError, refuse, refuseField } from '../errors';
import { page } from '../list-query';
import type { Activity, Agent } from '../model';
import { reply, replyList } from '../reply';
import { wireActivity } from '../wire-activity';
import { dialCall, hangUp, rejectActivity, usableDevice } from './calls';

/** Activities: list, read, accept, reject, hang up, postpone, close (specification). */
function readable(call: ApiCall, agent: Agent, activity: Activity): boolean {
  return activity.user === agent.name || call.world.activitiesOf(agent).includes(activity);
}

function list(call: ApiCall): Response {
  const agent = caller(call);
  const { world } = call;
  const all = [...world.closedActivities.values(), ...world.activities.values()];
  const rows = all
    .filter((activity) => readable(call, agent, activity))
    .map((activity) => wireActivity(call, activity));
  const { data, total } = page(rows, call.query);
  return replyList(call, data, total);
}

function find(call: ApiCall, name: string): Activity {
  const { activities, closedActivities } = call.world;
  const activity = activities.get(name) ?? closedActivities.get(name);
  if (activity === undefined) throw new ApiError(404, 'notFound');
  return activity;
}

function read(call: ApiCall, name: string): Response {
  caller(call);
  return reply(call, wireActivity(call, find(call, name)));
}

function create(call: ApiCall): Response {
  const agent = caller(call);
  const activity = dialCall(call, agent, payload(call));
  return reply(call, wireActivity(call, activity), { status: 201 });
}

function mayTake(agent: Agent, activity: Activity): void {
  if (activity.action === 'CLOSE') refuse('activityNotOpen');
  if (isInPool(activity)) {
    const inQueue = activity.queue !== null && agent.queues.has(activity.queue);
    if (!inQueue) refuse('activityNotYours');
    return;
  }
  if (activity.user !== agent.name) refuse('activityTaken');
}

function accept(call: ApiCall, agent: Agent, activity: Activity): void {
  mayTake(agent, activity);
  if (activity.action === 'OPEN') {
    if (call.world.switches.alreadyThere === 'refuse') refuse('activityOpen');
    return;
  }
  if (agent.state === 'Session') refuse('notReady');
  const wanted = asName(payload(call)._exten);
  const ringsPhone = activity.call !== null && activity.action !== 'POSTPONE';
  const device = ringsPhone ? usableDevice(agent, wanted) : null;
  acceptActivity(call.world, activity, agent, device);
}

/** The agent's own open activity, or a refusal. */
function ownOpen(agent: Agent, activity: Activity): void {
  if (activity.user !== agent.name) refuse('activityNotYours');
  if (activity.action !== 'OPEN') refuse('activityNotOpen');
}

function checkedStatuses(call: ApiCall, activity: Activity, given: unknown): string[] {
  const single = asName(given);
  const items = Array.isArray(given) ? given : single === null ? [] : [single];
  const wanted = items.map((item) => asName(item) ?? '').filter((name) => name !== '');
  const queue = activity.queue === null ? undefined : call.world.queues.get(activity.queue);
  const known = queue?.statuses ?? [];
  const stranger = wanted.find((name) => !known.includes(name));
  if (stranger !== undefined) refuseField('statuses', 'statusUnknown', stranger);
  if (known.length > 0 && wanted.length === 0) refuseField('statuses', 'statusesMissing');
  const tooMany = wanted.length > 1 && queue?.multipleStatuses === false;
  if (tooMany) refuseField('statuses', 'statusesSingle');
  return wanted;
}

function close(call: ApiCall, agent: Agent, activity: Activity): void {
  ownOpen(agent, activity);
  const { world } = call;
  const refuseRunning = world.switches.closeWhileCalling === 'refuse';
  if (refuseRunning && runningChannels(activity).length > 0) refuse('callRunning');
  const statuses = checkedStatuses(call, activity, payload(call).statuses);
  closeActivity(world, activity, { statuses });
  const wrapsUp = activity.queue !== null && world.queues.get(activity.queue)?.wrapUp === true;
  if (world.switches.wrapUpAfterClose && wrapsUp) startSystemPause(world, agent, 'wrap');
}

function postpone(call: ApiCall, agent: Agent, activity: Activity): void {
  ownOpen(agent, activity);
  if (runningChannels(activity).length > 0) refuse('callRunning');
  changeActivity(call.world, activity, () => {
    activity.action = 'POSTPONE';
  });
}

function update(call: ApiCall, name: string): Response {
  const agent = caller(call);
  const body = payload(call);
  const activity = find(call, name);
  if (body.reject === true) rejectActivity(call, agent, activity);
  else if (isObject(body.hangup)) hangUp(call, agent, activity, body.hangup);
  else if (body.action === 'OPEN') accept(call, agent, activity);
  else if (body.action === 'CLOSE') close(call, agent, activity);
  else if (body.action === 'POSTPONE') postpone(call, agent, activity);
  else refuse('badPayload');
  return reply(call, wireActivity(call, activity));
}

export function addActivities(api: Api): void {
  api.get('/activities', (c) => list(c.env));
  api.post('/activities', (c) => create(c.env));
  api.get('/activities/:name', (c) => read(c.env, c.req.param('name')));
  api.put('/activities/:name', (c) => update(c.env, c.req.param('name')));
}
