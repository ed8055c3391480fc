import { isOnCall, runningChannels } from '../activity-facts';
import { leaveCall, returnToPool, ringAt } from '../activity-moves';
import { startSystemPause } from '../agent-moves';
import { type Api, type ApiCall, asName, caller } from '../api-call';
import { ApiError, refuse, refuseField } from '../errors';
import type { Activity, Agent } from '../model';
import { dial } from '../phone-network';
import { reply } from '../reply';
import { wireCall } from '../wire-activity';

/** Calls: dialling, rejecting, hanging up, and the activitiesCall record (fact sheet 6.2 to 6.4). */
export function usableDevice(agent: Agent, wanted: string | null): string {
  if (agent.devices.length === 0 || !agent.reachable) refuse('deviceUnreachable');
  if (wanted !== null) {
    if (!agent.devices.includes(wanted)) refuseField('_exten', 'deviceNotConnected', wanted);
    return wanted;
  }
  const [only, second] = agent.devices;
  if (only === undefined || second !== undefined) refuseField('_exten', 'deviceMissing');
  return only;
}

function outgoingQueue(call: ApiCall, agent: Agent, wanted: string | null): string | null {
  const { queues, profiles } = call.world;
  const joined = [...agent.queues.keys()].filter((name) => queues.get(name)?.type === 'out');
  if (wanted !== null) {
    if (!queues.has(wanted)) refuseField('queue', 'queueUnknown', wanted);
    if (!joined.includes(wanted)) refuseField('queue', 'queueNotOutgoing', wanted);
    return wanted;
  }
  const [first] = joined;
  if (first !== undefined) return first;
  if (profiles.get(agent.profile)?.noQueueCallsAllowed !== true) refuse('noOutgoingQueue');
  return null;
}

export function dialCall(call: ApiCall, agent: Agent, body: Record<string, unknown>): Activity {
  const type = asName(body.type) ?? '';
  if (type !== 'CALL') refuseField('type', 'typeInvalid', type);
  const number = asName(body.number) ?? '';
  if (number === '') refuseField('number', 'numberMissing');
  if (!/^\+?[\d*#]{2,24}$/.test(number)) refuseField('number', 'numberInvalid', number);
  if (agent.state === 'Session') refuse('notReady');
  const queue = outgoingQueue(call, agent, asName(body.queue));
  if (agent.devices.length === 0 || !agent.reachable) refuse('deviceUnreachable');
  return dial(call.world, agent, number, queue);
}

/** Another ready agent of the activity's queue who is not in a call. */
function nextAgent(call: ApiCall, activity: Activity, but: Agent): Agent | undefined {
  return [...call.world.agents.values()].find(
    (agent) =>
      agent !== but &&
      agent.state === 'Idle' &&
      activity.queue !== null &&
      agent.queues.has(activity.queue) &&
      !isOnCall(call.world, agent),
  );
}

export function rejectActivity(call: ApiCall, agent: Agent, activity: Activity): void {
  const { world } = call;
  if (activity.user !== null && activity.user !== agent.name) refuse('activityTaken');
  if (activity.action !== 'WAIT' || activity.user === null) refuse('activityNotRinging');
  const toNext = world.switches.rejectGoesTo === 'nextAgent';
  const next = toNext ? nextAgent(call, activity, agent) : undefined;
  if (next === undefined) returnToPool(world, activity);
  else ringAt(world, activity, next);
  if (world.switches.pauseAfterReject) startSystemPause(world, agent, 'lajdak');
}

/** Ends the channel asked for, or the agent's own when it is null. */
export function hangUp(
  call: ApiCall,
  agent: Agent,
  activity: Activity,
  hangup: Record<string, unknown>,
): void {
  if (activity.user !== agent.name) refuse('activityNotYours');
  if (activity.action !== 'OPEN') refuse('activityNotOpen');
  const wanted = asName(hangup.channel);
  const running = runningChannels(activity);
  const found = wanted === null ? running[0] : running.find(({ name }) => name === wanted);
  if (found === undefined) refuse('callNotRunning');
  leaveCall(call.world, activity, 'agent');
}

function readCall(call: ApiCall, id: string): Response {
  caller(call);
  const { activities, closedActivities } = call.world;
  const all = [...activities.values(), ...closedActivities.values()];
  const activity = all.find((item) => item.call?.id === id);
  if (activity === undefined || activity.call === null) throw new ApiError(404, 'notFound');
  return reply(call, wireCall(call, activity, activity.call));
}

export function addCalls(api: Api): void {
  api.get('/activitiesCall/:id', (c) => readCall(c.env, c.req.param('id')));
}
