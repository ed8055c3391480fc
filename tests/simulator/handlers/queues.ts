import { type Api, type ApiCall, caller } from '../api-call';
import { ApiError } from '../errors';
import { page } from '../list-query';
import { replyList } from '../reply';
import { wirePause, wireProfileQueue, wireStatus } from '../wire';

/** Queues of a profile, statuses of a queue, and the lists of statuses and pauses. */
function replyPage(call: ApiCall, rows: { name: unknown }[]): Response {
  const { data, total } = page(rows, call.query);
  return replyList(call, data, total);
}

function profileQueues(call: ApiCall, name: string): Response {
  caller(call);
  const profile = call.world.profiles.get(name);
  if (profile === undefined) throw new ApiError(404, 'notFound');
  const queues = [...profile.queues].flatMap(([queueName, login]) => {
    const queue = call.world.queues.get(queueName);
    return queue === undefined ? [] : [wireProfileQueue(call, queue, login)];
  });
  return replyPage(call, queues);
}

function queueStatuses(call: ApiCall, name: string): Response {
  caller(call);
  const { world } = call;
  if (!world.switches.statusesReadable) throw new ApiError(403, 'forbidden');
  const queue = world.queues.get(name);
  if (queue === undefined) throw new ApiError(404, 'notFound');
  const statuses = [...world.statuses.values()].filter((item) =>
    queue.statuses.includes(item.name),
  );
  return replyPage(call, statuses.map(wireStatus));
}

function statuses(call: ApiCall): Response {
  caller(call);
  return replyPage(call, [...call.world.statuses.values()].map(wireStatus));
}

function pauses(call: ApiCall): Response {
  caller(call);
  return replyPage(call, [...call.world.pauses.values()].map(wirePause));
}

export function addQueues(api: Api): void {
  api.get('/profiles/:name/queues', (c) => profileQueues(c.env, c.req.param('name')));
  api.get('/queues/:name/statuses', (c) => queueStatuses(c.env, c.req.param('name')));
  api.get('/statuses', (c) => statuses(c.env));
  api.get('/pauses', (c) => pauses(c.env));
}
